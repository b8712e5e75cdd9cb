import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onExit } from './cleanup';
import { ROOT, setting } from './paths';
import { run } from './run';

/** Everything that differs from what PostgreSQL does by itself. */
const SETTINGS = { listen_addresses: '', shared_buffers: '1GB', max_wal_size: '4GB', max_connections: '100' };

/** A PostgreSQL of the benchmark's own, on a Unix socket only. */
export class Postgres {
  private constructor(readonly folder: string) {}

  /**
   * Starts one with the roles of an installation. With `MKM_BENCH_KEEP` it lies in that folder and stays
   * there for the next time; otherwise it is thrown away in the end.
   */
  static async start(): Promise<Postgres> {
    const kept = process.env['MKM_BENCH_KEEP'];
    // Under /tmp whatever TMPDIR says: the path of a Unix socket may have 100 characters at most.
    const folder = kept ?? (await mkdtemp('/tmp/mkm-bench-postgres.'));
    if (kept !== undefined) await mkdir(kept, { recursive: true });
    const postgres = new Postgres(folder);
    if (kept === undefined) onExit(() => rm(folder, { recursive: true, force: true }));
    await giveToPostgres(folder);
    await postgres.#start();
    return postgres;
  }

  async #start(): Promise<void> {
    const isNew = !existsSync(join(this.folder, 'data'));
    if (isNew) await this.#server('initdb', ['-D', this.#data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale',
      '--locale-provider=icu', '--icu-locale=und', '--no-instructions']);
    const settings = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}='${value}'`);
    onExit(() => this.#stop());
    await this.#server('pg_ctl', ['start', '-D', this.#data, '-w', '-l', this.log, '-o', `-k '${this.folder}' ${settings.join(' ')}`]);
    if (isNew) await this.query('postgres', await readFile(join(ROOT, 'server/db/roles.sql'), 'utf8'));
  }

  async #stop(): Promise<void> {
    await this.#server('pg_ctl', ['stop', '-D', this.#data, '-m', 'fast', '-s']);
  }

  get #data(): string {
    return join(this.folder, 'data');
  }

  /** What the server says. */
  get log(): string {
    return join(this.folder, 'log');
  }

  /** Address of a database for this role. */
  url(database: string, role = 'mkm_owner'): string {
    return `postgres://${role}@localhost/${database}?host=${this.folder}`;
  }

  /** Runs SQL as a superuser; returns the rows, columns separated by "|". */
  async query(database: string, sql: string, args: readonly string[] = []): Promise<string> {
    const own = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', this.folder, '-U', 'postgres', '-d', database];
    return (await run(join(binaries(), 'psql'), [...own, ...args], { input: sql })).trimEnd();
  }

  async hasDatabase(name: string): Promise<boolean> {
    return (await this.query('postgres', `select 1 from pg_database where datname = '${name}'`)) === '1';
  }

  /** An empty database in the place of whatever is there. */
  async createDatabase(name: string, owner: string): Promise<void> {
    await this.query('postgres', `drop database if exists ${name};`);
    await this.query('postgres', `create database ${name} owner ${owner};`);
  }

  /** The process whose children do the work. */
  async pid(): Promise<number> {
    return Number((await readFile(join(this.#data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  }

  async version(): Promise<string> {
    return this.query('postgres', 'show server_version');
  }

  /** PostgreSQL refuses to run as root. */
  async #server(program: string, args: readonly string[]): Promise<string> {
    const command = join(binaries(), program);
    const options = { cwd: this.folder };
    return isRoot() ? run('runuser', ['-u', 'postgres', '--', command, ...args], options) : run(command, args, options);
  }
}

function binaries(): string {
  return setting('MKM_BENCH_POSTGRES');
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function giveToPostgres(folder: string): Promise<void> {
  if (!isRoot()) return;
  const ids = await Promise.all(['-u', '-g'].map((which) => run('id', [which, 'postgres'])));
  await chown(folder, Number(ids[0]), Number(ids[1]));
}
