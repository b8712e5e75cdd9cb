import { Desk } from '../support/customer-form';
import { LARGE } from '../support/database';
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

/** How many statements PostgreSQL is asked for one request. */
export async function statements(stage: Stage): Promise<readonly Measure[]> {
  return loggingStatements(stage.postgres, async () => [...(await ofPages(stage)), ...(await ofChanges(stage))]);
}

async function ofPages({ postgres, database, django: settings }: Stage): Promise<readonly Measure[]> {
  const [mkm, django] = [await startMkm(postgres.url(database)), await startDjango(settings)];
  const who = { mkm: await signIn(mkm, LARGE), django: await signInToDjango(django) };
  const id = await postgres.query(database, `select id from customer where reseller_id = (select id from reseller where number = '${LARGE.number}') limit 1`);
  const pages = [
    { id: 'list', work: 'list page', mkm: '/mkm/kunden', django: LIST },
    { id: 'filtered', work: 'list page, filtered', mkm: '/mkm/kunden?q=schmi', django: `${LIST}?q=schmi` },
    { id: 'detail', work: 'page of one customer', mkm: `/mkm/kunden/${id}`, django: `${LIST}${id}/change/` },
  ];
  const measures: Measure[] = [];
  for (const page of pages) {
    const own = await counted(stageLog(postgres, 'mkm'), () => get(mkm, page.mkm, who.mkm));
    const other = await counted(stageLog(postgres, ''), () => get(django, page.django, who.django));
    measures.push({ ...measure(page.id, page.work, own), peer: { name: 'Django admin', value: other } });
  }
  await Promise.all([mkm.stop(), django.stop()]);
  return measures;
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
  return [measure('create', 'create a customer', create), measure('edit', 'edit a customer', edit), measure('delete', 'delete a customer', remove)];
}

type Log = (work: () => Promise<void>) => Promise<string[]>;

function stageLog(postgres: Stage['postgres'], application: string): Log {
  return (work) => statementsOf(postgres, application, work);
}

/** The first time statements are prepared, and a session may be noted as used: the middle of several counts. */
async function counted(log: Log, work: (nth: number) => Promise<void>): Promise<number> {
  const counts: number[] = [];
  for (let nth = 0; nth < TIMES; nth += 1) {
    const seen = await log(() => work(nth));
    counts.push(seen.length);
    if (nth === TIMES - 1) for (const statement of seen) note(statement.trim().slice(0, 110));
  }
  return median(counts);
}

async function get(program: Running, path: string, cookie: string): Promise<void> {
  const answer = await fetch(program.url + path, { headers: { cookie }, redirect: 'manual' });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}.`);
}

function measure(id: string, work: string, mkm: number): Measure {
  return { id: `statements.${id}`, work: `statements of one request: ${work}`, unit: '', better: 'less', mkm, goal: { value: 4 } };
}
