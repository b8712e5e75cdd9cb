import { join } from 'node:path';
import { CUSTOMERS, OTHERS } from './amounts';
import { BENCH } from './paths';
import type { Postgres } from './postgres';
import { operate } from './program';

/** A reseller who can sign in. */
export interface Account {
  readonly number: string;
  readonly user: string;
  readonly password: string;
}

/** The reseller with many customers. */
export const LARGE: Account = { number: '200001', user: 'gross', password: 'viele Wege gehen nach Rom' };

/** The reseller with 1,000 customers. */
export const SMALL: Account = { number: '200002', user: 'klein', password: 'sieben Zwerge graben Erz' };

/** How many rows a database is filled with. */
export interface Size {
  readonly customers: number;
  readonly others: number;
}

export const FULL: Size = { customers: CUSTOMERS, others: OTHERS };

/**
 * A database with the program's tables and these rows; one that was kept from an earlier time is taken as it
 * is, if it was filled by the same program with as many rows.
 */
export async function filledDatabase(postgres: Postgres, name: string, size: Size): Promise<void> {
  const mark = `mkm-bench ${size.customers} ${size.others}`;
  if ((await postgres.hasDatabase(name)) && (await postgres.query(name, markOf(name))) === mark) {
    await operate(postgres.url(name), ['migrate']);
    return;
  }
  await postgres.createDatabase(name, 'mkm_owner');
  await operate(postgres.url(name), ['migrate']);
  await addResellers(postgres.url(name));
  await fill(postgres, name, size);
  await verify(postgres, name);
  await postgres.query(name, `comment on database ${name} is '${mark}'; checkpoint;`);
}

function markOf(name: string): string {
  return `select shobj_description(oid, 'pg_database') from pg_database where datname = '${name}'`;
}

async function addResellers(url: string): Promise<void> {
  for (const { number, user, password } of [LARGE, SMALL]) {
    const reseller = ['--number', number, '--company', `Hosting ${user}`, '--user', user, '--email', `${user}@example.org`];
    await operate(url, ['reseller', 'add', ...reseller]);
    await operate(url, ['account', 'set-password', '--user', user], `${password}\n`);
  }
}

async function fill(postgres: Postgres, name: string, size: Size): Promise<void> {
  const files = ['words', 'keys', 'fill'].flatMap((file) => ['-f', join(BENCH, 'database', `${file}.sql`)]);
  const variables = ['-v', `customers=${size.customers}`, '-v', `others=${size.others}`];
  await postgres.query(name, '', [...variables, ...files]);
}

/** The rows are what the program itself would have stored. */
async function verify(postgres: Postgres, name: string): Promise<void> {
  await postgres.query('postgres', 'alter role mkm_backup login;');
  await operate(postgres.url(name), ['verify'], '', { MKM_BACKUP_URL: postgres.url(name, 'mkm_backup') });
}

/** The number of the last page of a reseller's list. */
export async function lastPage(postgres: Postgres, name: string, account: Account): Promise<number> {
  return Number(await postgres.query(name, `select ceil(count(*) / 50.0) ${customersOf(account)}`));
}

/** The ids of so many of a reseller's customers, the same at every run. */
export async function someCustomers(postgres: Postgres, name: string, account: Account, count: number): Promise<string[]> {
  return (await postgres.query(name, `select id ${customersOf(account)} order by md5(id::text) limit ${count}`)).split('\n');
}

function customersOf({ number }: Account): string {
  return `from customer where reseller_id = (select id from reseller where number = '${number}')`;
}
