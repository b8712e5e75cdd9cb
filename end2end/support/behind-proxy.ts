import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TRUSTED_PROXIES } from './address';
import { databaseUrl } from './database';
import { freePort, startChild, startProgram, type Child, type Program } from './program';

const HAPROXY = process.env['MKM_HAPROXY'] ?? 'haproxy';
const STARTS_WITHIN = 20_000;
const BETWEEN_TURNS = 5_000;
/** The data is there already; but pages say that it is the demo's. */
const LIKE_THE_FIRST = ['--demo'];

/** The header that says which program an answer is of. */
export const PROGRAM = 'x-program';

/** Programs on one database, with HAProxy before them: each request goes to the next one. */
export interface Programs extends Program {
  /** How many there are. */
  readonly count: number;
  /** Ends one in the middle of whatever it does. */
  kill(which: number): Promise<void>;
  /** Ends one as an operator does, so that it finishes what it has begun. */
  end(which: number): Promise<void>;
  /** Starts it again. */
  revive(which: number): Promise<void>;
}

/**
 * A program that nobody asks runs the database; behind the proxy there are `count` others, all of which
 * get `settings`.
 */
export async function startPrograms(count: number, customers = 250, settings: Record<string, string> = {}): Promise<Programs> {
  const host = await startProgram(customers);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const told = {
    MKM_PUBLIC_URL: url,
    DATABASE_URL: await databaseUrl(host),
    MKM_TRUSTED_PROXIES: TRUSTED_PROXIES,
    ...settings,
  };
  const ports = await freePorts(count);
  const children: Child[] = [];
  let proxy: ChildProcess | undefined;
  const stop = async () => {
    proxy?.kill('SIGTERM');
    for (const child of children) await child.end();
    await host.stop();
  };
  try {
    for (const at of ports) children.push(await startChild(at, LIKE_THE_FIRST, told));
    proxy = await startProxy(port, ports, dirname(host.dataDir));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    dataDir: host.dataDir,
    count,
    stop,
    kill: async (which) => children[which]?.kill(),
    end: async (which) => children[which]?.end(),
    revive: async (which) => {
      children[which] = await startChild(ports[which] ?? 0, LIKE_THE_FIRST, told);
    },
  };
}

/** Ends and starts one after the other, until they are stopped. */
export function restartInTurns(programs: Programs): Program {
  let stopping = false;
  const turns = (async () => {
    for (let which = 0; !stopping; which = (which + 1) % programs.count) {
      await sleep(BETWEEN_TURNS);
      await programs.end(which);
      await programs.revive(which);
    }
  })();
  const stop = async () => {
    stopping = true;
    await turns;
    await programs.stop();
  };
  return { url: programs.url, dataDir: programs.dataDir, stop };
}

async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

/**
 * The next program each time, none that is not ready, and another one where a program is gone. What only
 * reads is asked again where a program ends in the middle of it; a change may have happened, so whoever
 * made it is told. Each request comes over a connection of its own: one that was kept open could be closed
 * by a program that ends, just when a change goes out on it. The answer says which program it is of.
 */
function configuration(port: number, programs: readonly number[]): string {
  const servers = programs.map((at, index) => `  server mkm${index} 127.0.0.1:${at} check inter 500ms fall 2 rise 1`);
  return `global
  maxconn 2000
defaults
  mode http
  timeout connect 2s
  timeout check 5s
  timeout client 60s
  timeout server 60s
  option forwardfor
  option http-server-close
  option redispatch
  retries 3
  retry-on conn-failure empty-response
frontend portal
  bind 127.0.0.1:${port}
  default_backend programs
backend programs
  balance roundrobin
  option httpchk GET /readyz
  http-request disable-l7-retry unless METH_GET
  http-response set-header ${PROGRAM} %[srv_name]
${servers.join('\n')}
`;
}

async function startProxy(port: number, programs: readonly number[], folder: string): Promise<ChildProcess> {
  const file = join(folder, 'haproxy.cfg');
  await writeFile(file, configuration(port, programs));
  const proxy = spawn(HAPROXY, ['-db', '-f', file], { stdio: ['ignore', 'ignore', 'inherit'] });
  const failed = once(proxy, 'error').then(([error]) => {
    throw error;
  });
  const until = Date.now() + STARTS_WITHIN;
  const asked = (async () => {
    while (Date.now() < until) {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(100);
    }
    throw new Error('HAProxy leads to no program.');
  })();
  await Promise.race([failed, asked]);
  return proxy;
}
