import { PASSWORD_OF } from './accounts';
import { TRUSTED_PROXIES } from './address';
import { restartInTurns, startPrograms } from './behind-proxy';
import { operate } from './operator';
import { startProgram, type Program } from './program';
import { startReadingFromReplica } from './replica';

const ADDRESS = 'MKM_END2END_URL';

/**
 * One program for all tests; the function that is returned runs after the last one. `MKM_PROGRAMS`: so many
 * behind a proxy instead, one of which is always being restarted. `MKM_REPLICA`: one that reads from a replica.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const program = await programOfAll();
  try {
    await addResellerWithoutAnything(program);
  } catch (error) {
    await program.stop();
    throw error;
  }
  process.env[ADDRESS] = program.url;
  return () => program.stop();
}

async function programOfAll(): Promise<Program> {
  const count = Number(process.env['MKM_PROGRAMS'] ?? 1);
  if (count > 1) return restartInTurns(await startPrograms(count));
  if (process.env['MKM_REPLICA'] !== undefined) return startReadingFromReplica();
  return startProgram(250, { MKM_TRUSTED_PROXIES: TRUSTED_PROXIES });
}

/** The demo's resellers have customers. */
async function addResellerWithoutAnything(program: Program): Promise<void> {
  const reseller = ['--number', '100099', '--company', 'Leer Hosting', '--user', 'leer', '--email', 'leer@example.org'];
  await operate(program, ['reseller', 'add', ...reseller]);
  await operate(program, ['account', 'set-password', '--user', 'leer'], `${PASSWORD_OF.leer}\n`);
}

/** Where the program of all tests is. */
export function programUrl(): string {
  const url = process.env[ADDRESS];
  if (url === undefined) throw new Error('The global setup did not run.');
  return url;
}
