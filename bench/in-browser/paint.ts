/** Calls back after the running task and everything that it does before it gives way. */
function afterTask(then: (now: number) => void): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    then(performance.now());
  };
  channel.port2.postMessage(undefined);
}

/** Calls back after the next frame was styled, laid out and painted. */
export function nextPaint(then: (now: number) => void): void {
  requestAnimationFrame(() => afterTask(then));
}
