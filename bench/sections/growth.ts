import { FULL, filledDatabase, SMALL } from '../support/database';
import { LIST, prepareDjango, signInToDjango, startDjango } from '../support/django';
import type { Measure } from '../support/measure';
import { amount } from '../support/paths';
import { startMkm } from '../support/program';
import type { Postgres } from '../support/postgres';
import type { Running } from '../support/run';
import { note } from '../support/say';
import { signIn } from '../support/session';
import type { Stage } from '../support/stage';
import { median } from '../support/statistics';
import { load } from '../support/wrk';

const ROUNDS = amount('MKM_BENCH_GROWTH_ROUNDS', 5);
const SECONDS = amount('MKM_BENCH_SECONDS', 8);
const ALONE = { customers: 0, others: 1_000 };

/** The pages of a reseller with 1,000 customers, alone in the system, and among a million. */
export async function growth(stage: Stage): Promise<readonly Measure[]> {
  const alone = 'mkm_alone';
  await filledDatabase(stage.postgres, alone, ALONE);
  const mkm = await compareMkm(stage, alone);
  const django = await compareDjango(stage, alone);
  const all = FULL.customers + FULL.others;
  return (['list', 'filtered'] as const).map((page) => ({
    id: `growth.${page}`,
    work: `${page === 'list' ? 'list page' : 'list page, filtered'}, 1,000 customers: times longer among ${all.toLocaleString('en-US')}`,
    unit: '', better: 'less', mkm: mkm[page], peer: { name: 'Django admin', value: django[page] }, goal: { value: 1.2 },
  }));
}

type Growth = Record<'list' | 'filtered', number>;

async function compareMkm({ postgres, database }: Stage, alone: string): Promise<Growth> {
  const both = [await startMkm(postgres.url(alone), 'mkm-alone'), await startMkm(postgres.url(database))] as const;
  const cookies = [await signIn(both[0], SMALL), await signIn(both[1], SMALL)] as const;
  return compare('MKM', postgres, both, cookies, '/mkm/kunden');
}

async function compareDjango({ postgres, database }: Stage, alone: string): Promise<Growth> {
  const settings = [await prepareDjango(postgres, alone, SMALL), await prepareDjango(postgres, database, SMALL)] as const;
  const both = [await startDjango(settings[0], 'django-alone'), await startDjango(settings[1])] as const;
  const cookie = await signInToDjango(both[0]);
  return compare('Django admin', postgres, both, [cookie, cookie], LIST);
}

async function compare(name: string, postgres: Postgres, both: readonly [Running, Running], cookies: readonly [string, string], path: string): Promise<Growth> {
  const list = await timesLonger(postgres, both, cookies, path);
  const filtered = await timesLonger(postgres, both, cookies, `${path}?q=schmi`);
  await Promise.all(both.map((program) => program.stop()));
  note(`${name}: ${list.toFixed(2)} and ${filtered.toFixed(2)} times longer`);
  return { list, filtered };
}

/** In turns; the middle of the rounds' ratios counts. */
async function timesLonger(postgres: Postgres, both: readonly [Running, Running], cookies: readonly [string, string], path: string): Promise<number> {
  const rate = async (which: 0 | 1, seconds: number) => (await load(both[which], postgres, { paths: [path], cookie: cookies[which] }, seconds)).rate;
  await rate(0, 2);
  await rate(1, 2);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) ratios.push((await rate(0, SECONDS)) / (await rate(1, SECONDS)));
  return median(ratios);
}
