import { setTimeout as sleep } from 'node:timers/promises';
import { Desk } from '../support/customer-form';
import { LARGE } from '../support/database';
import type { Measure } from '../support/measure';
import { amount } from '../support/paths';
import { startMkm } from '../support/program';
import { serverTimes } from '../support/request-log';
import { note } from '../support/say';
import { signIn } from '../support/session';
import type { Stage } from '../support/stage';
import { median, percentile } from '../support/statistics';

/** Changes a second, and for how many seconds. */
const RATE = 50;
const SECONDS = amount('MKM_BENCH_CHANGING', 60);
const LOG = 'mkm-changes';
const KINDS = { anlegen: 'create', speichern: 'edit', loeschen: 'delete' };

/** Customers of the large reseller are created, edited and deleted, one change every 20 ms, whatever the last one does. */
export async function changes({ postgres, database }: Stage): Promise<readonly Measure[]> {
  const mkm = await startMkm(postgres.url(database), LOG);
  const desk = new Desk(mkm, await signIn(mkm, LARGE));
  await change(desk, 0, RATE * 2);
  const before = await timesOfAll();
  await change(desk, RATE * 2, RATE * SECONDS);
  const after = await timesOfAll();
  await mkm.stop();
  return Object.entries(KINDS).map(([route, kind]) => {
    const seen = (after.get(route) ?? []).slice(before.get(route)?.length ?? 0);
    note(`${kind}: ${seen.length}, half of them within ${median(seen).toFixed(1)} ms`);
    const work = `${kind} a customer, at ${RATE} changes a second: server's time, p99`;
    return { id: `changes.${kind}`, work, unit: 'ms', better: 'less', mkm: percentile(seen, 99), goal: { value: 15 } };
  });
}

async function timesOfAll(): Promise<Map<string, number[]>> {
  await sleep(500);
  const all = Object.keys(KINDS).map(async (route) => [route, await serverTimes(LOG, `/api/kunden/${route}`)] as const);
  return new Map(await Promise.all(all));
}

/** Each customer is created, edited and deleted, so that in the end there are as many as before. */
async function change(desk: Desk, from: number, changes: number): Promise<void> {
  const customers = Math.ceil(changes / 3);
  const created: Promise<string>[] = [];
  const edited: Promise<void>[] = [];
  const deleted: Promise<void>[] = [];
  const began = performance.now();
  for (let tick = 0; tick < (customers + 2) * 3; tick += 1) {
    await sleep(Math.max(0, began + (tick * 1000) / RATE - performance.now()));
    const nth = Math.floor(tick / 3);
    if (tick % 3 === 0 && nth < customers) created[nth] = desk.create(from + nth);
    if (tick % 3 === 1) later(edited, created[nth - 1], nth - 1, (id) => desk.edit(id, from + nth - 1));
    if (tick % 3 === 2) later(deleted, edited[nth - 2], nth - 2, async () => desk.delete((await created[nth - 2]) ?? ''));
  }
  await Promise.all([...created, ...edited, ...deleted]);
}

/** What was begun before comes first. */
function later<T>(into: Promise<void>[], before: Promise<T> | undefined, place: number, then: (outcome: T) => Promise<void>): void {
  if (before !== undefined) into[place] = before.then(then);
}
