import { startDjango } from '../support/django';
import type { Measure } from '../support/measure';
import { amount } from '../support/paths';
import { startMkm } from '../support/program';
import { note } from '../support/say';
import type { Stage } from '../support/stage';
import { median } from '../support/statistics';

const STARTS = amount('MKM_BENCH_STARTS', 11);
const STARTS_OF_DJANGO = 3;

/** From the start of the program, with all tables there, until it first answers 200. */
export async function start(stage: Stage): Promise<readonly Measure[]> {
  const url = stage.postgres.url(stage.database);
  const mkm = await times(STARTS, () => startMkm(url));
  const django = await times(STARTS_OF_DJANGO, () => startDjango(stage.django));
  note(`MKM: ${mkm.map(Math.round).join(', ')} ms`);
  const peer = { name: 'Django admin', value: median(django) };
  return [{ id: 'start', work: 'start of the program until its first 200', unit: 'ms', better: 'less', mkm: median(mkm), peer, goal: { value: 100 } }];
}

async function times(amount: number, begin: () => Promise<{ startedIn: number; stop(): Promise<void> }>): Promise<number[]> {
  const seen: number[] = [];
  for (let nth = 0; nth < amount; nth += 1) {
    const program = await begin();
    seen.push(program.startedIn);
    await program.stop();
  }
  return seen;
}
