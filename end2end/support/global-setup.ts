import { startProgram } from './program';

const ADDRESS = 'MKM_END2END_URL';

/** One program for all tests; the function that is returned runs after the last one. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const program = await startProgram();
  process.env[ADDRESS] = program.url;
  return () => program.stop();
}

/** Where the program of all tests is. */
export function programUrl(): string {
  const url = process.env[ADDRESS];
  if (url === undefined) throw new Error('The global setup did not run.');
  return url;
}
