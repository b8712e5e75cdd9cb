import { setTimeout as sleep } from 'node:timers/promises';
import { abortRequests } from '../support/abort';
import { LARGE } from '../support/database';
import { LIST, signInToDjango, startDjango } from '../support/django';
import type { Measure } from '../support/measure';
import { amount } from '../support/paths';
import type { Postgres } from '../support/postgres';
import { familyMegabytes, residentMegabytes } from '../support/process';
import { startMkm } from '../support/program';
import type { Running } from '../support/run';
import { note } from '../support/say';
import { signIn } from '../support/session';
import type { Stage } from '../support/stage';
import { load } from '../support/wrk';

const REQUESTS = amount('MKM_BENCH_REQUESTS', 60_000);
const ABORTED = amount('MKM_BENCH_ABORTED', 10_000);
/** Django would take an hour for as many; what it needs, it needs after the first hundreds. */
const REQUESTS_OF_DJANGO = 500;
/** Until whatever was begun has ended. */
const SETTLES = 3_000;

/** What the program needs when nobody works, after many requests, and after many who hung up. */
export async function memory(stage: Stage): Promise<readonly Measure[]> {
  const mkm = await ofMkm(stage);
  const django = await ofDjango(stage);
  const megabytes = { unit: 'MB', better: 'less' } as const;
  const peer = (value: number) => ({ name: 'Django admin, 2 workers', value });
  return [
    { id: 'memory.idle', work: 'memory, idle', ...megabytes, mkm: mkm.idle, peer: peer(django.idle), goal: { value: 25 } },
    { id: 'memory.used', work: `memory after ${REQUESTS.toLocaleString('en-US')} requests`, ...megabytes, mkm: mkm.used, peer: peer(django.used), goal: { value: 60 } },
    { id: 'memory.aborted', work: `memory, growth by ${ABORTED.toLocaleString('en-US')} aborted requests`, ...megabytes, mkm: mkm.grown, goal: { value: 5 } },
  ];
}

async function ofMkm({ postgres, database }: Stage): Promise<{ idle: number; used: number; grown: number }> {
  const mkm = await startMkm(postgres.url(database));
  const now = async () => {
    await sleep(SETTLES);
    return residentMegabytes(mkm.child.pid as number);
  };
  const idle = await now();
  const cookie = await signIn(mkm, LARGE);
  const paths = ['/mkm/kunden', '/mkm/kunden?sort=firma', '/mkm/kunden?seite=2'];
  await ask(mkm, postgres, { paths, cookie }, REQUESTS);
  const used = await now();
  await abortRequests(mkm, paths[0] as string, cookie, ABORTED);
  const grown = Math.max(0, (await now()) - used);
  await mkm.stop();
  note(`MKM: ${idle.toFixed(1)} MB idle, ${used.toFixed(1)} MB used, ${grown.toFixed(1)} MB more`);
  return { idle, used, grown };
}

async function ofDjango(stage: Stage): Promise<{ idle: number; used: number }> {
  const django = await startDjango(stage.django);
  const now = async () => {
    await sleep(SETTLES);
    return familyMegabytes(django.child.pid as number);
  };
  const idle = await now();
  const cookie = await signInToDjango(django);
  await ask(django, stage.postgres, { paths: [LIST], cookie }, REQUESTS_OF_DJANGO);
  const used = await now();
  await django.stop();
  return { idle, used };
}

/** The load generator counts seconds, not requests. */
async function ask(program: Running, postgres: Postgres, work: { paths: readonly string[]; cookie: string }, amount: number): Promise<void> {
  for (let asked = 0; asked < amount; ) asked += (await load(program, postgres, work, 5)).requests;
}
