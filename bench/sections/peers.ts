import type { Browser } from 'playwright-core';
import { startChromium } from '../support/chromium';
import { LARGE } from '../support/database';
import { filter, listOfMkm, sort, sortByTwo, withPage, type ListPage } from '../support/list-page';
import type { Measure } from '../support/measure';
import { amount } from '../support/paths';
import { LIBRARIES, servePeers, type Library } from '../support/peer-pages';
import { startMkm } from '../support/program';
import { WORDS, type Cost } from '../support/reactions';
import { note } from '../support/say';
import { signIn } from '../support/session';
import type { Stage } from '../support/stage';
import { median, percentile } from '../support/statistics';

const CLICKS = amount('MKM_BENCH_PEER_CLICKS', 24);

/** What each work took and cost. */
type Times = Readonly<Record<'sort' | 'sortByTwo' | 'filter', readonly Cost[]>>;

/** Libraries that show tables in the browser, on the same rows in the same browser. */
export async function peers(stage: Stage): Promise<readonly Measure[]> {
  const mkm = await startMkm(stage.postgres.url(stage.database));
  const pages = await servePeers(await rows(stage));
  const chromium = await startChromium();
  const own = await ofMkm(chromium, listOfMkm(`${mkm.url}/mkm/kunden`, await signIn(mkm, LARGE)));
  const measures: Measure[] = [];
  for (const library of LIBRARIES) {
    const times = await ofLibrary(chromium, pageOf(library, pages.url));
    note(`${library.name}: sort ${whole(times.sort)} ms, by two columns ${whole(times.sortByTwo)} ms, filter ${whole(times.filter)} ms`);
    measures.push(...compared(library, own, times));
    note(`${library.name}: ${Math.round(pages.codeOf(library) / 1000)} kB of script and styles, compressed`);
  }
  await chromium.close();
  await pages.close();
  await mkm.stop();
  return measures.sort((one, other) => one.id.localeCompare(other.id));
}

async function rows({ postgres, database }: Stage): Promise<string> {
  return postgres.query(database, `
    select json_agg(json_build_object('number', number, 'lastName', last_name, 'firstName', first_name,
        'company', coalesce(company, ''), 'products', product_count))
    from customer where reseller_id = (select id from reseller where number = '${LARGE.number}')`);
}

function pageOf(library: Library, url: string): ListPage {
  const headers = ['number', 'lastName', 'firstName', 'company'].map((field) => library.header(field));
  return { url: `${url}/${library.id}`, cookie: '', headers, filter: '#filter', root: '#grid' };
}

/** Whichever column orders MKM's list, the number orders what is equal: its sort always is one by two columns. */
async function ofMkm(chromium: Browser, list: ListPage): Promise<Times> {
  return withPage(chromium, list, async (page) => {
    const sorted = await sort(page, list, CLICKS * 2);
    return { sort: sorted, sortByTwo: sorted, filter: await filter(page, list, WORDS) };
  });
}

async function ofLibrary(chromium: Browser, list: ListPage): Promise<Times> {
  return withPage(chromium, list, async (page) => ({
    sort: await sort(page, list, CLICKS),
    sortByTwo: await sortByTwo(page, list, Math.ceil(CLICKS / 2)),
    filter: await filter(page, list, WORDS),
  }));
}

function p95(costs: readonly Cost[]): number {
  return percentile(costs.map(({ paint }) => paint), 95);
}

function whole(costs: readonly Cost[]): number {
  return Math.round(p95(costs));
}

function processorTime(costs: readonly Cost[]): number {
  return median(costs.map(({ cpu }) => cpu.all));
}

function compared(library: Library, mkm: Times, times: Times): Measure[] {
  const works = [
    { key: 'sort', work: 'sort', goal: 50 },
    { key: 'sortByTwo', work: 'sort by two columns', goal: 50 },
    { key: 'filter', work: 'one more letter in the filter', goal: 10 },
  ] as const;
  const peer = (value: number) => ({ name: library.name, value });
  return works.flatMap(({ key, work, goal }) => [
    { id: `peers.${key}.${library.id}.paint`, work: `${work}: input to paint, p95`, unit: 'ms', better: 'less',
      mkm: p95(mkm[key]), peer: peer(p95(times[key])), goal: { times: goal } },
    { id: `peers.${key}.${library.id}.cpu`, work: `${work}: processor time, p50`, unit: 'ms', better: 'less',
      mkm: processorTime(mkm[key]), peer: peer(processorTime(times[key])) },
  ]);
}
