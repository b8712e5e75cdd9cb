import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Postgres } from './postgres';

/** Begins and ends a transaction; the answer is awaited together with that of the statement beside it, or asks for nothing. */
const CONTROL = /^\s*(begin|start transaction|commit|rollback|savepoint|release)\b/i;

/** Lets PostgreSQL log every statement while the work is done. */
export async function loggingStatements<T>(postgres: Postgres, work: () => Promise<T>): Promise<T> {
  await setLogging(postgres, "'all'");
  try {
    return await work();
  } finally {
    await setLogging(postgres, 'default');
  }
}

async function setLogging(postgres: Postgres, value: string): Promise<void> {
  await postgres.query('postgres', `alter system set log_statement = ${value};`);
  await postgres.query('postgres', `alter system set log_line_prefix = ${value === 'default' ? value : "'%a|'"};`);
  await postgres.query('postgres', 'select pg_reload_conf()');
  await sleep(500);
}

/** The statements of one program that PostgreSQL logged while this was done, without those that only begin or end a transaction. */
export async function statementsOf(postgres: Postgres, application: string, work: () => Promise<void>): Promise<string[]> {
  const from = (await readFile(postgres.log, 'utf8')).length;
  await work();
  await sleep(100);
  const added = (await readFile(postgres.log, 'utf8')).slice(from);
  const pattern = new RegExp(`^${application}\\|.*?LOG:  (?:statement|execute [^:]*): (.*)$`, 'gm');
  return [...added.matchAll(pattern)].map((found) => found[1] ?? '').filter((statement) => !CONTROL.test(statement));
}
