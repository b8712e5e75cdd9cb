import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Postgres } from './postgres';

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

/** The statements of one program that PostgreSQL logged while this was done. What was sent at once is one. */
export async function statementsOf(postgres: Postgres, application: string, work: () => Promise<void>): Promise<string[]> {
  const from = (await readFile(postgres.log, 'utf8')).length;
  await work();
  await sleep(100);
  const added = (await readFile(postgres.log, 'utf8')).slice(from);
  // PostgreSQL begins the further lines of a statement with a tab.
  const pattern = new RegExp(`^${application}\\|LOG:  (?:statement|execute [^:]*): (.*(?:\\n\\t.*)*)`, 'gm');
  return [...added.matchAll(pattern)].map((found) => (found[1] ?? '').replace(/\s+/g, ' ').trim());
}
