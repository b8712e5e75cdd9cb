import { programFile, ROOT } from './paths';
import { freePort, run, serve, type Running } from './run';

/** Runs a command of the operator. */
export async function operate(databaseUrl: string, args: readonly string[], input = '', env: Record<string, string> = {}): Promise<string> {
  return run(programFile(), args, { input, env: { DATABASE_URL: databaseUrl, MKM_PUBLIC_URL: 'http://localhost', ...env } });
}

/** Starts MKM as it is operated; its log has a line for each request. Resolves as soon as a page is answered. */
export async function startMkm(databaseUrl: string, name = 'mkm'): Promise<Running> {
  const port = await freePort();
  const env = {
    DATABASE_URL: databaseUrl, MKM_LISTEN: `127.0.0.1:${port}`, MKM_PUBLIC_URL: `http://localhost:${port}`,
    MKM_LOG: 'info', MKM_LOG_FORMAT: 'json',
  };
  return serve(name, programFile(), port, '/anmelden', ['serve'], { cwd: ROOT, env });
}
