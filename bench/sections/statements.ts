import { Desk } from '../support/customer-form';
import { LARGE, someCustomers } from '../support/database';
import type { Measure } from '../support/measure';
import { LIST, signInToDjango, startDjango } from '../support/django';
import { startMkm } from '../support/program';
import type { Running } from '../support/run';
import { note } from '../support/say';
import { signIn } from '../support/session';
import type { Stage } from '../support/stage';
import { loggingStatements, statementsOf } from '../support/statement-log';
import { median } from '../support/statistics';

const TIMES = 5;
/** Begins or ends a transaction, and says for whom it is. */
const CONTROL = /^(begin|commit|rollback)\b/i;
/** What PostgreSQL calls a program that does not say its name. */
const NAMELESS = '\\[unknown\\]';

/** How many statements PostgreSQL is asked for one request. */
export async function statements(stage: Stage): Promise<readonly Measure[]> {
  return loggingStatements(stage.postgres, async () => [...(await ofPages(stage)), ...(await ofChanges(stage))]);
}

async function ofPages({ postgres, database, django: settings }: Stage): Promise<readonly Measure[]> {
  const [mkm, django] = [await startMkm(postgres.url(database)), await startDjango(settings)];
  const who = { mkm: await signIn(mkm, LARGE), django: await signInToDjango(django) };
  const [id] = await someCustomers(postgres, database, LARGE, 1);
  const pages = [
    { id: 'list', work: 'list page', mkm: '/mkm/kunden', django: LIST },
    { id: 'filtered', work: 'list page, filtered', mkm: '/mkm/kunden?q=schmi', django: `${LIST}?q=schmi` },
    { id: 'detail', work: 'page of one customer', mkm: `/mkm/kunden/${id}`, django: `${LIST}${id}/change/` },
  ];
  const found: Measure[] = [];
  for (const page of pages) {
    const own = await counted(stageLog(postgres, 'mkm'), () => get(mkm, page.mkm, who.mkm));
    const other = await counted(stageLog(postgres, NAMELESS), () => get(django, page.django, who.django));
    found.push(...measures(page.id, page.work, own, other));
  }
  await Promise.all([mkm.stop(), django.stop()]);
  return found;
}

async function ofChanges({ postgres, database }: Stage): Promise<readonly Measure[]> {
  const mkm = await startMkm(postgres.url(database));
  const desk = new Desk(mkm, await signIn(mkm, LARGE));
  const log = stageLog(postgres, 'mkm');
  const ids: string[] = [];
  const create = await counted(log, async (nth) => void ids.push(await desk.create(nth)));
  const edit = await counted(log, async (nth) => desk.edit(ids[nth] ?? '', nth));
  const remove = await counted(log, async (nth) => desk.delete(ids[nth] ?? ''));
  await mkm.stop();
  return [...measures('create', 'create a customer', create), ...measures('edit', 'edit a customer', edit), ...measures('delete', 'delete a customer', remove)];
}

type Log = (work: () => Promise<void>) => Promise<string[]>;

function stageLog(postgres: Stage['postgres'], application: string): Log {
  return (work) => statementsOf(postgres, application, work);
}

/** What one request costs. */
interface Cost {
  /** Statements that read or write. */
  readonly statements: number;
  /** How often the database was asked and answered, transactions' begins and ends included. */
  readonly trips: number;
}

/** The first time statements are prepared, and a session may be noted as used: the middle of several counts. */
async function counted(log: Log, work: (nth: number) => Promise<void>): Promise<Cost> {
  const seen: string[][] = [];
  for (let nth = 0; nth < TIMES; nth += 1) seen.push(await log(() => work(nth)));
  for (const statement of seen.at(-1) ?? []) note(statement.slice(0, 120));
  return {
    statements: median(seen.map((all) => all.filter((statement) => !CONTROL.test(statement)).length)),
    trips: median(seen.map((all) => all.length)),
  };
}

async function get(program: Running, path: string, cookie: string): Promise<void> {
  const answer = await fetch(program.url + path, { headers: { cookie }, redirect: 'manual' });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}.`);
}

function measures(id: string, work: string, mkm: Cost, django?: Cost): Measure[] {
  const peer = (value?: number) => (value === undefined ? {} : { peer: { name: 'Django admin', value } });
  return [
    { id: `statements.${id}`, work: `statements of one request: ${work}`, unit: '', better: 'less', mkm: mkm.statements, ...peer(django?.statements), goal: { value: 4 } },
    { id: `trips.${id}`, work: `ways to the database and back: ${work}`, unit: '', better: 'less', mkm: mkm.trips, ...peer(django?.trips) },
  ];
}
