type Undo = () => Promise<void>;

const undos: Undo[] = [];

/** What must be ended or removed whatever happens, the latest first. */
export function onExit(undo: Undo): void {
  undos.push(undo);
}

/** Ends and removes everything; what fails is said, and the rest goes on. */
export async function cleanUp(): Promise<void> {
  for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) {
    await undo().catch((error: unknown) => console.error(error));
  }
}

/** Also where somebody presses Ctrl+C. */
export function cleanUpAtSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void cleanUp().then(() => process.exit(signal === 'SIGINT' ? 130 : 143));
    });
  }
}
