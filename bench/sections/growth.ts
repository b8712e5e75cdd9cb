import { type Account, FULL, filledDatabase, LARGE, lastPage, SMALL, someCustomers } from '../support/database';
import { LIST, prepareDjango, signInToDjango, startDjango } from '../support/django';
import type { Measure } from '../support/measure';
import { amount } from '../support/paths';
import type { Postgres } from '../support/postgres';
import { startMkm } from '../support/program';
import type { Running } from '../support/run';
import { note } from '../support/say';
import { signIn } from '../support/session';
import type { Stage } from '../support/stage';
import { median } from '../support/statistics';
import { load } from '../support/wrk';

const ROUNDS = amount('MKM_BENCH_GROWTH_ROUNDS', 3);
const SECONDS = amount('MKM_BENCH_GROWTH_SECONDS', 4);
const WARM_UP = 1;
/** The reseller with 1,000 customers alone in the system. */
const ALONE_DATABASE = 'mkm_alone';
const ALONE = { customers: 0, others: 1_000 };

const WORK = {
  start: 'start page',
  list: 'list page',
  filtered: 'list page, filtered',
  last: 'list page, the last one',
  detail: 'page of one customer',
  domains: 'list of domains',
  products: 'list of products',
} as const;

type Name = keyof typeof WORK;
/** What a page is called, and its path for one side. */
type Paths = Partial<Record<Name, string>>;

/** One of two that are compared: the same pages, with fewer rows and with more. */
interface Side {
  readonly program: Running;
  readonly cookie: string;
  readonly paths: Paths;
}

type Sides = readonly [fewer: Side, more: Side];
type Growth = Partial<Record<Name, number>>;

/** How many times longer each page takes with more rows: of everybody else's, and of one's own. */
export async function growth(stage: Stage): Promise<readonly Measure[]> {
  await filledDatabase(stage.postgres, ALONE_DATABASE, ALONE);
  const all = (FULL.customers + FULL.others).toLocaleString('en-US');
  const own = FULL.customers.toLocaleString('en-US');
  return [
    ...measures('growth', `1,000 customers: times longer among ${all}`, 1.2, await systemOfMkm(stage), await systemOfDjango(stage)),
    ...measures('growth.own', `times longer with ${own} customers than with 1,000`, undefined, await ownOfMkm(stage), await ownOfDjango(stage)),
  ];
}

async function systemOfMkm({ postgres, database }: Stage): Promise<Growth> {
  const programs = [await startMkm(postgres.url(ALONE_DATABASE), 'mkm-alone'), await startMkm(postgres.url(database))] as const;
  return compare('MKM', postgres, [
    await sideOfMkm(programs[0], postgres, ALONE_DATABASE, SMALL),
    await sideOfMkm(programs[1], postgres, database, SMALL),
  ]);
}

async function systemOfDjango({ postgres, database }: Stage): Promise<Growth> {
  const settings = [await prepareDjango(postgres, ALONE_DATABASE, SMALL), await prepareDjango(postgres, database, SMALL)] as const;
  const programs = [await startDjango(settings[0], 'django-alone'), await startDjango(settings[1])] as const;
  return compare('Django admin', postgres, [await sideOfDjango(programs[0]), await sideOfDjango(programs[1])]);
}

async function ownOfMkm({ postgres, database }: Stage): Promise<Growth> {
  const program = await startMkm(postgres.url(database));
  return compare('MKM', postgres, [await sideOfMkm(program, postgres, database, SMALL), await sideOfMkm(program, postgres, database, LARGE)]);
}

async function ownOfDjango({ postgres, database, django }: Stage): Promise<Growth> {
  const programs = [await startDjango(await prepareDjango(postgres, database, SMALL), 'django-small'), await startDjango(django)] as const;
  return compare('Django admin', postgres, [await sideOfDjango(programs[0]), await sideOfDjango(programs[1])]);
}

async function sideOfMkm(program: Running, postgres: Postgres, database: string, account: Account): Promise<Side> {
  const last = await lastPage(postgres, database, account);
  const [id] = await someCustomers(postgres, database, account, 1);
  const list = '/mkm/kunden';
  const paths = {
    start: '/', list, filtered: `${list}?q=schmi`, last: `${list}?seite=${last}`, detail: `${list}/${id}`, domains: '/domains', products: '/produkte',
  };
  return { program, cookie: await signIn(program, account), paths };
}

async function sideOfDjango(program: Running): Promise<Side> {
  return { program, cookie: await signInToDjango(program), paths: { list: LIST, filtered: `${LIST}?q=schmi` } };
}

/** Each page in turns on both sides; the middle of the rounds' ratios counts. */
async function compare(name: string, postgres: Postgres, sides: Sides): Promise<Growth> {
  const found: Growth = {};
  for (const page of Object.keys(sides[0].paths) as Name[]) {
    const rate = async ({ program, cookie, paths }: Side, seconds: number) => (await load(program, postgres, { paths: [paths[page] ?? ''], cookie }, seconds)).rate;
    for (const side of sides) await rate(side, WARM_UP);
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) ratios.push((await rate(sides[0], SECONDS)) / (await rate(sides[1], SECONDS)));
    found[page] = median(ratios);
    note(`${name}, ${WORK[page]}: ${median(ratios).toFixed(2)} times longer`);
  }
  await Promise.all([...new Set(sides.map((side) => side.program))].map((program) => program.stop()));
  return found;
}

function measures(id: string, what: string, goal: number | undefined, mkm: Growth, django: Growth): Measure[] {
  return (Object.keys(mkm) as Name[]).map((page) => {
    const peer = django[page];
    return {
      id: `${id}.${page}`, work: `${WORK[page]}, ${what}`, unit: '', better: 'less', mkm: mkm[page] ?? Number.NaN,
      ...(peer === undefined ? {} : { peer: { name: 'Django admin', value: peer } }),
      ...(goal === undefined ? {} : { goal: { value: goal } }),
    };
  });
}
