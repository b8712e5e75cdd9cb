import { execFile } from 'node:child_process';
import { appendFile, chown, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { TRUSTED_PROXIES } from './address';
import { databaseUrl, EmbeddedDatabase } from './database';
import { freePort, startChild, startProgram, type Child, type Program } from './program';

const run = promisify(execFile);

/** So much later than the database the standby has each change: enough that what reads it too early is seen. */
const LAG = '300ms';

/** A standby of the PostgreSQL that a program runs for itself. */
interface Standby {
  readonly url: string;
  /** How often rows of customers were looked for in it. */
  reads(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * A program that nobody asks runs the database; the one of the tests reads lists and searches from a standby,
 * which is always somewhat behind.
 */
export async function startReadingFromReplica(customers = 250): Promise<Program> {
  const host = await startProgram(customers);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let standby: Standby | undefined;
  let child: Child | undefined;
  const stop = async () => {
    await child?.end();
    if (standby !== undefined) console.log(`The replica was read ${await standby.reads()} times.`);
    await standby?.stop();
    await host.stop();
  };
  try {
    standby = await startStandby(host);
    // The data is there already; but pages say that it is the demo's.
    child = await startChild(port, ['--demo'], {
      MKM_PUBLIC_URL: url,
      MKM_TRUSTED_PROXIES: TRUSTED_PROXIES,
      DATABASE_URL: await databaseUrl(host),
      MKM_READ_DATABASE_URL: standby.url,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, dataDir: host.dataDir, stop };
}

async function startStandby(host: Program): Promise<Standby> {
  const primary = new URL(await databaseUrl(host));
  const { binaries, uid, gid } = await new EmbeddedDatabase(host).programs();
  const folder = join(dirname(host.dataDir), 'standby');
  const data = join(folder, 'data');
  await mkdir(folder, { mode: 0o700 });
  await chown(folder, uid, gid);
  const postgres = (name: string, args: readonly string[]) => run(join(binaries, name), args, { uid, gid, cwd: '/' });
  const from = ['-h', primary.searchParams.get('host') ?? '', '-p', primary.port, '-U', 'postgres'];
  await postgres('pg_basebackup', [...from, '-D', data, '-R', '-X', 'stream', '-c', 'fast']);
  const settings = [
    `unix_socket_directories = '${folder}'`,
    `port = ${primary.port}`,
    `listen_addresses = ''`,
    'hot_standby_feedback = on',
    `recovery_min_apply_delay = ${LAG}`,
  ];
  await appendFile(join(data, 'postgresql.auto.conf'), `${settings.join('\n')}\n`);
  const control = (...args: readonly string[]) => postgres('pg_ctl', [...args, '-w', '-s', '-D', data, '-l', '/dev/null']);
  await control('start');
  const url = new URL(primary);
  url.searchParams.set('host', folder);
  return {
    url: url.href,
    reads: async () => {
      const counted = `select sum(seq_scan + idx_scan) from pg_stat_user_tables where relname = 'customer'`;
      const { stdout } = await postgres('psql', ['-h', folder, '-p', primary.port, '-U', 'postgres', '-d', 'mkm', '-XAtc', counted]);
      return Number(stdout);
    },
    stop: async () => {
      await control('stop', '-m', 'immediate');
    },
  };
}
