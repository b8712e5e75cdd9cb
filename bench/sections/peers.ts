import type { Browser } from 'playwright-core';
import { startChromium } from '../support/chromium';
import { LARGE } from '../support/database';
import { filter, listOfMkm, sort, sortByTwo, withPage, type ListPage } from '../support/list-page';
import type { Measure } from '../support/measure';
import { amount } from '../support/paths';
import { LIBRARIES, servePeers, type Library } from '../support/peer-pages';
import { startMkm } from '../support/program';
import { WORDS } from '../support/reactions';
import { note } from '../support/say';
import { signIn } from '../support/session';
import type { Stage } from '../support/stage';
import { percentile } from '../support/statistics';

const CLICKS = amount('MKM_BENCH_PEER_CLICKS', 24);

/** Milliseconds from the input to the painted page that 95 of 100 did not exceed. */
interface Times {
  readonly sort: number;
  readonly sortByTwo: number;
  readonly filter: number;
}

/** Libraries that show tables in the browser, on the same rows in the same browser. */
export async function peers(stage: Stage): Promise<readonly Measure[]> {
  const mkm = await startMkm(stage.postgres.url(stage.database));
  const pages = await servePeers(await rows(stage));
  const chromium = await startChromium();
  const own = await ofMkm(chromium, listOfMkm(`${mkm.url}/mkm/kunden`, await signIn(mkm, LARGE)));
  const measures: Measure[] = [];
  for (const library of LIBRARIES) {
    const times = await ofLibrary(chromium, pageOf(library, pages.url));
    note(`${library.name}: sort ${Math.round(times.sort)} ms, by two columns ${Math.round(times.sortByTwo)} ms, filter ${Math.round(times.filter)} ms`);
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
    const sorted = p95(await sort(page, list, CLICKS * 2));
    return { sort: sorted, sortByTwo: sorted, filter: p95(await filter(page, list, WORDS)) };
  });
}

async function ofLibrary(chromium: Browser, list: ListPage): Promise<Times> {
  return withPage(chromium, list, async (page) => ({
    sort: p95(await sort(page, list, CLICKS)),
    sortByTwo: p95(await sortByTwo(page, list, CLICKS / 2)),
    filter: p95(await filter(page, list, WORDS)),
  }));
}

function p95(reactions: readonly { paint: number }[]): number {
  return percentile(reactions.map(({ paint }) => paint), 95);
}

function compared(library: Library, mkm: Times, times: Times): Measure[] {
  const works = [
    { key: 'sort', work: 'sort', goal: 50 },
    { key: 'sortByTwo', work: 'sort by two columns', goal: 50 },
    { key: 'filter', work: 'one more letter in the filter', goal: 10 },
  ] as const;
  return works.map(({ key, work, goal }) => ({
    id: `peers.${key}.${library.id}`, work: `${work}: input to paint, p95`, unit: 'ms', better: 'less',
    mkm: mkm[key], peer: { name: library.name, value: times[key] }, goal: { times: goal },
  }));
}
