import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onExit } from './cleanup';
import { OUTPUT } from './paths';

const STOPS_WITHIN = 30_000;
const MOST_OUTPUT = 256 * 1024 * 1024;

/** What a command is run with. */
export interface RunOptions {
  env?: Record<string, string>;
  input?: string;
  cwd?: string;
}

/** Runs a command to its end; returns what it printed. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((done, failed) => {
    const settings = { env: { ...process.env, ...options.env }, cwd: options.cwd, maxBuffer: MOST_OUTPUT };
    const child = execFile(command, args, settings, (error, printed, said) => {
      if (error === null) done(printed);
      else failed(new Error(`${command} ${args.join(' ')} failed.\n${printed}${said}`));
    });
    // Whoever reads nothing may have ended already.
    child.stdin?.on('error', () => undefined).end(options.input ?? '');
  });
}

/** A program that answers over HTTP. */
export interface Running {
  /** Its address, without a slash at the end. */
  readonly url: string;
  readonly child: ChildProcess;
  /** Milliseconds from its start to its first good answer. */
  readonly startedIn: number;
  stop(): Promise<void>;
}

/** Starts a program that listens on a port of this machine, and waits until it answers `path` with 200. */
export async function serve(name: string, command: string, port: number, path: string, args: readonly string[], options: RunOptions): Promise<Running> {
  const log = createWriteStream(await logFile(name));
  await once(log, 'open');
  const began = performance.now();
  const child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ['ignore', log, log] });
  onExit(() => stop(child));
  await answers(`http://127.0.0.1:${port}${path}`, child);
  return { url: `http://localhost:${port}`, child, startedIn: performance.now() - began, stop: () => stop(child) };
}

/** Where the log of a program is. */
export async function logFile(name: string): Promise<string> {
  await mkdir(OUTPUT, { recursive: true });
  return join(OUTPUT, `${name}.log`);
}

/** Ends a program as an operator does. */
async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const inTime = await Promise.race([exited.then(() => true), sleep(STOPS_WITHIN, false, { ref: false })]);
  if (!inTime) {
    child.kill('SIGKILL');
    await exited;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** A port of this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until this address answers with 200, asking all the time. */
async function answers(url: string, child: ChildProcess, within = 60_000): Promise<void> {
  const until = Date.now() + within;
  while (Date.now() < until) {
    if (hasEnded(child)) throw new Error(`The program ended before ${url} answered; its log is in ${OUTPUT}.`);
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    await sleep(1);
  }
  throw new Error(`${url} did not answer within ${within} ms.`);
}
