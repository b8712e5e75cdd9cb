import { readFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where a run took place. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly gibibytes: number;
  /** How much of the processors others used before each section, in percent. */
  readonly busyWithOthers: Record<string, number>;
}

/** Below this others disturb little. */
export const QUIET = 20;

export function machine(): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    gibibytes: Math.round(totalmem() / 2 ** 30),
    busyWithOthers: {},
  };
}

/** How much of the processors is in use now, in percent, while the benchmark itself waits. */
export async function busy(): Promise<number> {
  const before = await ticks();
  await sleep(2_000);
  const after = await ticks();
  return Math.round((100 * (after.used - before.used)) / (after.all - before.all));
}

async function ticks(): Promise<{ used: number; all: number }> {
  const line = (await readFile('/proc/stat', 'utf8')).split('\n')[0] ?? '';
  const values = line.split(/\s+/).slice(1, 9).map(Number);
  const all = values.reduce((sum, value) => sum + value, 0);
  return { used: all - (values[3] ?? 0) - (values[4] ?? 0), all };
}
