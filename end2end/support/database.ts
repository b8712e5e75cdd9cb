import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Program } from './program';

const ENDS_WITHIN = 20_000;

/** The PostgreSQL that a program runs for itself. */
export class EmbeddedDatabase {
  readonly #cluster: string;

  constructor(program: Program) {
    this.#cluster = join(program.dataDir, 'postgres');
  }

  /** Ends it, as `pg_ctl stop -m fast` does: connections are cut. Gone already: nothing happens. */
  async stop(): Promise<void> {
    const process_id = await this.#processId();
    if (process_id === undefined) return;
    process.kill(process_id, 'SIGINT');
    const until = Date.now() + ENDS_WITHIN;
    while ((await this.#processId()) !== undefined) {
      if (Date.now() > until) throw new Error('PostgreSQL does not end.');
      await sleep(50);
    }
  }

  /** Starts it again with the settings it had, and waits until it answers. */
  async start(): Promise<void> {
    const { binaries, uid, gid } = await this.programs();
    // `restart`, because `start` would not read the settings.
    const given = ['restart', '-w', '-s', '-D', this.#cluster, '-l', '/dev/null'];
    await promisify(execFile)(join(binaries, 'pg_ctl'), given, { uid, gid, cwd: '/' });
  }

  /** The folder of PostgreSQL's programs, and as whom they run. */
  async programs(): Promise<{ binaries: string; uid: number; gid: number }> {
    const options = await readFile(join(this.#cluster, 'postmaster.opts'), 'utf8');
    const [postgres = ''] = options.split(' ');
    const { uid, gid } = await stat(this.#cluster);
    return { binaries: dirname(postgres), uid, gid };
  }

  /** The first line of PostgreSQL's own lock file, which goes when it has ended. */
  async #processId(): Promise<number | undefined> {
    const text = await readFile(join(this.#cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : Number(text.split('\n')[0]);
  }
}

/** The database that a program runs for itself, by the socket that PostgreSQL's lock file names. */
export async function databaseUrl(host: Program): Promise<string> {
  const lines = (await readFile(join(host.dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  const [, , , port, socket] = lines;
  return `postgres://mkm_owner@localhost:${port}/mkm?host=${encodeURIComponent(socket ?? '')}`;
}
