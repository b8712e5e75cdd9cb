import { amount } from '../support/paths';
import { LARGE, lastPage, someCustomers } from '../support/database';
import { LIST, signInToDjango, startDjango } from '../support/django';
import type { Goal, Measure } from '../support/measure';
import { startMkm } from '../support/program';
import type { Postgres } from '../support/postgres';
import type { Running } from '../support/run';
import { note } from '../support/say';
import { signIn } from '../support/session';
import type { Stage } from '../support/stage';
import { median } from '../support/statistics';
import { load, type Load } from '../support/wrk';

const ROUNDS = amount('MKM_BENCH_ROUNDS', 3);
const SECONDS = amount('MKM_BENCH_SECONDS', 8);
const WARM_UP = 2;

const WORDS = ['müller', 'bau', 'gmbh', 'schmi', 'hans', 'elektro wolf', '1234', 'berg'];

/** The same page of both. */
interface Page {
  readonly id: string;
  readonly work: string;
  readonly mkm: readonly string[];
  readonly django: readonly string[];
  readonly rate?: Goal;
  readonly p99?: Goal;
}

/** Pages of the list as the server makes them, for eight connections. */
export async function server(stage: Stage): Promise<readonly Measure[]> {
  const [mkm, django] = await Promise.all([startMkm(stage.postgres.url(stage.database)), startDjango(stage.django)]);
  const who = { mkm: await signIn(mkm, LARGE), django: await signInToDjango(django) };
  const measures: Measure[] = [];
  for (const page of await pages(stage)) measures.push(...(await compare(page, stage.postgres, mkm, django, who)));
  measures.push(await compressed(stage.postgres, mkm, who.mkm));
  await Promise.all([mkm.stop(), django.stop()]);
  return measures;
}

async function pages({ postgres, database }: Stage): Promise<readonly Page[]> {
  const last = await lastPage(postgres, database, LARGE);
  const ids = await someCustomers(postgres, database, LARGE, 50);
  const searches = WORDS.map((word) => `?q=${encodeURIComponent(word)}`);
  const quick = { value: 2_000, times: 50 };
  return [
    { id: 'list', work: 'list page', mkm: ['/mkm/kunden'], django: [LIST], rate: quick, p99: { value: 20 } },
    { id: 'filtered', work: 'list page, filtered', mkm: searches.map((search) => `/mkm/kunden${search}`),
      django: searches.map((search) => LIST + search), rate: { times: 50 } },
    { id: 'last', work: 'list page, the last one', mkm: [`/mkm/kunden?seite=${last}`], django: [`${LIST}?p=${last}`] },
    { id: 'company', work: 'list page, ordered by company', mkm: ['/mkm/kunden?sort=firma'], django: [`${LIST}?o=4`] },
    { id: 'detail', work: 'page of one customer', mkm: ids.map((id) => `/mkm/kunden/${id}`), django: ids.map((id) => `${LIST}${id}/change/`) },
  ];
}

/** In turns, so that both have the same of whatever else the machine does; the medians count. */
async function compare(page: Page, postgres: Postgres, mkm: Running, django: Running, who: { mkm: string; django: string }): Promise<readonly Measure[]> {
  const own = { paths: page.mkm, cookie: who.mkm };
  const other = { paths: page.django, cookie: who.django };
  await load(mkm, postgres, own, WARM_UP);
  await load(django, postgres, other, WARM_UP);
  const rounds: { mkm: Load; django: Load }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ mkm: await load(mkm, postgres, own, SECONDS), django: await load(django, postgres, other, SECONDS) });
  }
  const middle = (figure: keyof Load) => ({
    mkm: median(rounds.map((round) => round.mkm[figure])),
    peer: { name: 'Django admin', value: median(rounds.map((round) => round.django[figure])) },
  });
  note(`${page.work}: ${Math.round(middle('rate').mkm)} against ${middle('rate').peer.value.toFixed(1)} a second`);
  return [
    { id: `${page.id}.rate`, work: `${page.work}, 8 connections`, unit: '/s', better: 'more', ...middle('rate'), ...goal(page.rate) },
    { id: `${page.id}.p50`, work: `${page.work}, p50`, unit: 'ms', better: 'less', ...middle('p50') },
    { id: `${page.id}.p99`, work: `${page.work}, p99`, unit: 'ms', better: 'less', ...middle('p99'), ...goal(page.p99) },
    { id: `${page.id}.cpu`, work: `${page.work}, processor time of program and database`, unit: 'ms', better: 'less', ...middle('cpu') },
  ];
}

function goal(goal: Goal | undefined): { goal?: Goal } {
  return goal === undefined ? {} : { goal };
}

/** Browsers ask for compressed pages; Django compresses none by itself. */
async function compressed(postgres: Postgres, mkm: Running, cookie: string): Promise<Measure> {
  const { rate } = await load(mkm, postgres, { paths: ['/mkm/kunden'], cookie, headers: { 'accept-encoding': 'gzip, deflate, br' } }, SECONDS);
  return { id: 'compressed.rate', work: 'list page, compressed, 8 connections', unit: '/s', better: 'more', mkm: rate };
}
