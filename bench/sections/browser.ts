import type { Browser } from 'playwright-core';
import { startChromium } from '../support/chromium';
import { LARGE } from '../support/database';
import { LIST, signInToDjango, startDjango } from '../support/django';
import { filter, listOfMkm, sort, withPage } from '../support/list-page';
import type { MainThread } from '../support/main-thread';
import type { Goal, Measure } from '../support/measure';
import { amount } from '../support/paths';
import { startMkm } from '../support/program';
import { WORDS, type Cost } from '../support/reactions';
import { startReplay } from '../support/replay';
import { note } from '../support/say';
import { signIn } from '../support/session';
import type { Stage } from '../support/stage';
import { median, percentile } from '../support/statistics';
import { visit, type Visit, type VisitOptions } from '../support/visit';

const VISITS = amount('MKM_BENCH_VISITS', 9);
const CLICKS = amount('MKM_BENCH_CLICKS', 60);

/** The page of the list in Chromium: the first visit, and what happens at each click and letter. */
export async function browser(stage: Stage): Promise<readonly Measure[]> {
  const [mkm, django] = await Promise.all([startMkm(stage.postgres.url(stage.database)), startDjango(stage.django)]);
  const own = { url: `${mkm.url}/mkm/kunden`, cookie: await signIn(mkm, LARGE), wholeList: true };
  const other = { url: `${django.url}${LIST}`, cookie: await signInToDjango(django), wholeList: false };
  const chromium = await startChromium();
  const measures = [
    ...(await visits(chromium, own, other)),
    ...(await onPhone(chromium, own, other)),
    ...(await reactions(chromium, own)),
  ];
  await chromium.close();
  await Promise.all([mkm.stop(), django.stop()]);
  return measures;
}

interface Place {
  readonly url: string;
  readonly cookie: string;
  readonly wholeList: boolean;
}

async function visits(chromium: Browser, own: Place, other: Place): Promise<readonly Measure[]> {
  const { mkm, django } = await inTurns(chromium, own, other, false);
  const bare = await again(chromium, own, { scripts: false });
  const replayed = await fromMemory(chromium, own, false);
  const compared = figures(mkm, django);
  const listReady = mkm.map(({ list, listReady }) => (listReady ?? NaN) - (list?.lastByte ?? NaN));
  return [
    compared('lcp', 'first visit: rows painted (LCP)', 'ms', ({ largestPaint }) => largestPaint, { value: 200 }),
    alone('lcp.bare', 'the same where no script is loaded', 'ms', median(bare.map(({ largestPaint }) => largestPaint))),
    alone('lcp.replayed', 'the same where every answer is there already', 'ms', replayed),
    alone('usable', 'first visit: usable', 'ms', median(mkm.map(({ usable }) => usable ?? NaN)), { value: 1_000 }),
    compared('shift', 'first visit: layout shift', '', ({ shift }) => shift, { value: 0 }),
    compared('longtask', 'first visit: longest task over 50 ms', 'ms', ({ longestTask }) => longestTask, { value: 50 }),
    compared('code', 'first visit: WebAssembly, JavaScript, CSS, compressed', 'kB', ({ code }) => code / 1000, { value: 250 }),
    compared('unpacked', 'the same, unpacked', 'kB', ({ unpackedCode }) => unpackedCode / 1000),
    compared('html', 'first visit: HTML on the wire', 'kB', ({ html }) => html / 1000),
    alone('list.bytes', 'whole list on the wire', 'MB', (mkm[0]?.list?.bytes ?? NaN) / 1e6, { value: 1.2 }),
    alone('list.ready', 'whole list: from its last byte until ready', 'ms', median(listReady), { value: 100 }),
  ];
}

async function onPhone(chromium: Browser, own: Place, other: Place): Promise<readonly Measure[]> {
  const { mkm, django } = await inTurns(chromium, own, other, true);
  const replayed = await fromMemory(chromium, own, true);
  const compared = figures(mkm, django);
  return [
    compared('phone.lcp', 'slow phone: rows painted (LCP)', 'ms', ({ largestPaint }) => largestPaint, { value: 600 }),
    alone('phone.lcp.replayed', 'the same where every answer is there already', 'ms', replayed),
    alone('phone.usable', 'slow phone: usable', 'ms', median(mkm.map(({ usable }) => usable ?? NaN))),
    compared('phone.longtask', 'slow phone: longest task over 50 ms', 'ms', ({ longestTask }) => longestTask),
  ];
}

async function inTurns(chromium: Browser, own: Place, other: Place, phone: boolean): Promise<{ mkm: Visit[]; django: Visit[] }> {
  const [mkm, django]: [Visit[], Visit[]] = [[], []];
  for (let round = 0; round <= VISITS; round += 1) {
    const pair = [
      await visit(chromium, own.url, own.cookie, { phone, wholeList: own.wholeList }),
      await visit(chromium, other.url, other.cookie, { phone }),
    ] as const;
    // The first time, the programs and the browser itself are not warm.
    if (round === 0) continue;
    mkm.push(pair[0]);
    django.push(pair[1]);
  }
  note(`${phone ? 'slow phone' : 'first visit'}: rows after ${Math.round(median(mkm.map(({ largestPaint }) => largestPaint)))} ms`);
  return { mkm, django };
}

/** More visits, by themselves. */
async function again(chromium: Browser, { url, cookie }: Place, options: VisitOptions): Promise<Visit[]> {
  const seen: Visit[] = [];
  // The first time, nothing is warm.
  for (let round = 0; round <= VISITS; round += 1) seen.push(await visit(chromium, url, cookie, options));
  return seen.slice(1);
}

/** When rows are painted where nothing has to be made: the browser's part, and the way. */
async function fromMemory(chromium: Browser, own: Place, phone: boolean): Promise<number> {
  const page = new URL(own.url);
  const replay = await startReplay(page.origin);
  const seen = await again(chromium, { ...own, url: `${replay.url}${page.pathname}` }, { phone, wholeList: true });
  await replay.stop();
  return median(seen.map(({ largestPaint }) => largestPaint));
}

function figures(mkm: readonly Visit[], django: readonly Visit[]) {
  return (id: string, work: string, unit: string, of: (visit: Visit) => number, goal?: Goal): Measure => ({
    ...alone(id, work, unit, median(mkm.map(of)), goal),
    peer: { name: 'Django admin', value: median(django.map(of)) },
  });
}

function alone(id: string, work: string, unit: string, mkm: number, goal?: Goal): Measure {
  return { id, work, unit, better: 'less', mkm, ...(goal === undefined ? {} : { goal }) };
}

async function reactions(chromium: Browser, own: Place): Promise<readonly Measure[]> {
  const list = listOfMkm(own.url, own.cookie);
  const { first, sorted, typed } = await withPage(chromium, list, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const seen = {
      first: await sort(page, list, list.headers.length),
      sorted: await sort(page, list, CLICKS),
      typed: await filter(page, list, WORDS),
    };
    expectNone(asked.filter((url) => !url.endsWith('/favicon.png')));
    return seen;
  });
  note(`${sorted.length} clicks and ${typed.length} letters`);
  return [
    alone('sort.first', 'first sort by each column, slowest: input to paint', 'ms', percentile(first.map(({ paint }) => paint), 100)),
    ...costs('sort', 'sort', sorted),
    ...costs('filter', 'one more letter in the filter', typed),
  ];
}

function costs(id: string, work: string, seen: readonly Cost[]): Measure[] {
  const paints = seen.map(({ paint }) => paint);
  const used = (part: keyof MainThread) => median(seen.map(({ cpu }) => cpu[part]));
  return [
    alone(id, `${work}: input to paint, p95`, 'ms', percentile(paints, 95), { value: 16 }),
    alone(`${id}.p50`, `${work}: input to paint, p50`, 'ms', median(paints)),
    alone(`${id}.cpu`, `${work}: processor time, p50`, 'ms', used('all')),
    alone(`${id}.cpu.script`, `${work}: of it WebAssembly and what it changes in the document, p50`, 'ms', used('script')),
    alone(`${id}.cpu.layout`, `${work}: of it styling and laying out, p50`, 'ms', used('layout')),
  ];
}

/** What was measured must be the list in the browser, not the server's. */
function expectNone(asked: readonly string[]): void {
  if (asked.length > 0) throw new Error(`Sorting and filtering asked the server for ${asked.join(', ')}.`);
}
