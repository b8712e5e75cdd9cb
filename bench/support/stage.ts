import { FULL, filledDatabase, LARGE } from './database';
import { prepareDjango } from './django';
import type { Measure } from './measure';
import { Postgres } from './postgres';
import { note } from './say';

/** What a section measures on. */
export interface Stage {
  readonly postgres: Postgres;
  /** The name of the database with all customers. */
  readonly database: string;
  /** Settings under which Django runs on the same database. */
  readonly django: Readonly<Record<string, string>>;
}

/** A part of the benchmark that can be run by itself. */
export type Section = (stage: Stage) => Promise<readonly Measure[]>;

/** PostgreSQL with all rows, and Django beside it. */
export async function setUp(): Promise<Stage> {
  const database = 'mkm';
  const postgres = await Postgres.start();
  note(`${FULL.customers.toLocaleString('en-US')} customers of one reseller and ${FULL.others.toLocaleString('en-US')} of others`);
  await filledDatabase(postgres, database, FULL);
  return { postgres, database, django: await prepareDjango(postgres, database, LARGE) };
}
