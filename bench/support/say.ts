/** Says what is being done. */
export function note(sentence: string): void {
  console.log(`    ${sentence}`);
}

/** Runs something under its heading, and says how long it took. */
export async function step<T>(heading: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  console.log(`\n=== ${heading}`);
  const outcome = await work();
  console.log(`=== ${heading}: done in ${Math.round((performance.now() - began) / 1000)} s`);
  return outcome;
}
