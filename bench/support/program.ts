import type { ChildProcess } from 'node:child_process';
import { onExit } from './cleanup';
import { programFile, ROOT } from './paths';
import { answers, freePort, run, start, stop } from './run';

/** Runs a command of the operator. */
export async function operate(databaseUrl: string, args: readonly string[], input = '', env: Record<string, string> = {}): Promise<string> {
  return run(programFile(), args, { input, env: { DATABASE_URL: databaseUrl, MKM_PUBLIC_URL: 'http://localhost', ...env } });
}

/** A program that answers over HTTP. */
export interface Running {
  /** Its address, without a slash at the end. */
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Starts MKM as it is operated; its log has a line for each request. Resolves as soon as a page is answered. */
export async function startMkm(databaseUrl: string, name = 'mkm'): Promise<Running> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = await start(name, programFile(), ['serve'], {
    cwd: ROOT,
    env: { DATABASE_URL: databaseUrl, MKM_LISTEN: `127.0.0.1:${port}`, MKM_PUBLIC_URL: url, MKM_LOG: 'info', MKM_LOG_FORMAT: 'json' },
  });
  onExit(() => stop(child));
  await answers(`http://127.0.0.1:${port}/anmelden`, child);
  return { url, child, stop: () => stop(child) };
}
