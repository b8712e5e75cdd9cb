import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const END2END = resolve(__dirname, '..');
const STARTS_WITHIN = 180_000;
const STOPS_WITHIN = 40_000;

/** A running MKM with a PostgreSQL and demo data of its own. */
export interface Program {
  /** The address in the browser, without a slash at the end. */
  readonly url: string;
  readonly dataDir: string;
  /** Ends it as an operator does, and removes its data. */
  stop(): Promise<void>;
}

/** The built program. */
export function programFile(): string {
  const binary = resolve(END2END, process.env['MKM_BIN'] ?? '../target/release/mkm');
  if (!existsSync(binary)) {
    throw new Error(`${binary} is missing: build it with tools/build, or name another one in MKM_BIN.`);
  }
  return binary;
}

/** Starts the built program. `customers`: how many demo customers each reseller gets; `settings`: what it is told besides. */
export async function startProgram(customers = 250, settings: Record<string, string> = {}): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'mkm-end2end-'));
  // For root, PostgreSQL runs as another user, who has to get to its data.
  await chmod(folder, 0o755);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = join(folder, 'data');
  const remove = () => rm(folder, { recursive: true, force: true });
  const demo = ['--demo', '--demo-customers', String(customers)];
  try {
    const child = await startChild(port, demo, { MKM_PUBLIC_URL: url, MKM_DATA_DIR: dataDir, ...settings });
    const stop = async () => {
      await child.end();
      await remove();
    };
    return { url, dataDir, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** One running program. */
export interface Child {
  /** Ends it as an operator does. */
  end(): Promise<void>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
}

/** Runs `mkm serve` at this port and waits until it is ready. */
export async function startChild(port: number, args: readonly string[], settings: Record<string, string>): Promise<Child> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(programFile(), ['serve', ...args], {
    cwd: resolve(END2END, '..'),
    env: {
      ...environment,
      MKM_LISTEN: `127.0.0.1:${port}`,
      MKM_LOG: process.env['MKM_LOG'] ?? 'info',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const kept = () => keep(`mkm-${port}.log`, output());
  try {
    await ready(`http://127.0.0.1:${port}`, child, output);
  } catch (error) {
    await end(child);
    await kept();
    throw error;
  }
  return {
    end: async () => {
      await end(child);
      await kept();
    },
    kill: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
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

function collect(child: ChildProcess): () => string {
  const parts: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part));
  child.stderr?.on('data', (part: Buffer) => parts.push(part));
  return () => Buffer.concat(parts).toString('utf8');
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + STARTS_WITHIN;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`mkm ended while starting.\n${output()}`);
    }
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`mkm was not ready after ${STARTS_WITHIN} ms.\n${output()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const inTime = await Promise.race([exited.then(() => true), sleep(STOPS_WITHIN, false, { ref: false })]);
  if (!inTime) {
    child.kill('SIGKILL');
    await exited;
    throw new Error(`mkm did not stop within ${STOPS_WITHIN} ms of SIGTERM.`);
  }
}

async function keep(name: string, text: string): Promise<void> {
  const folder = join(END2END, 'test-results');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text);
}
