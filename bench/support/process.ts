import { readdir, readFile } from 'node:fs/promises';

/** Memory of one process, in MB: everything that it has in main memory. */
export async function residentMegabytes(pid: number): Promise<number> {
  return kilobytes(await readFile(`/proc/${pid}/status`, 'utf8'), 'VmRSS') / 1000;
}

/** Memory of a process and its children, in MB; what they share counts once. */
export async function familyMegabytes(pid: number): Promise<number> {
  const members = [pid, ...(await childrenOf(pid))];
  const shares = await Promise.all(members.map((member) => readFile(`/proc/${member}/smaps_rollup`, 'utf8')));
  return shares.map((share) => kilobytes(share, 'Pss')).reduce((sum, share) => sum + share, 0) / 1000;
}

/** Processor time that a process and its children have used so far, those that have ended included, in milliseconds. */
export async function processorMilliseconds(pid: number): Promise<number> {
  const ended = await ticks(pid, CHILDREN_THAT_ENDED);
  const alive = await Promise.all([pid, ...(await childrenOf(pid))].map((member) => ticks(member, OWN)));
  return alive.reduce((sum, one) => sum + one, ended) * MILLISECONDS_OF_TICK;
}

/** Linux counts in hundredths of a second, whatever its clock does inside. */
const MILLISECONDS_OF_TICK = 10;
/** Places in /proc/PID/stat, behind the name. */
const PARENT = 1;
const OWN = [11, 12];
const CHILDREN_THAT_ENDED = [13, 14];

async function ticks(pid: number, places: readonly number[]): Promise<number> {
  const fields = await statOf(pid);
  return places.map((place) => Number(fields[place] ?? 0)).reduce((sum, one) => sum + one, 0);
}

function kilobytes(text: string, name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text);
  if (found === null) throw new Error(`The system does not say the ${name} of a process.`);
  return (Number(found[1]) * 1024) / 1000;
}

async function childrenOf(pid: number): Promise<number[]> {
  const all = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const parents = await Promise.all(all.map(async (one) => [one, await parentOf(one)] as const));
  return parents.filter(([, parent]) => parent === pid).map(([one]) => one);
}

async function parentOf(pid: number): Promise<number> {
  return Number((await statOf(pid))[PARENT] ?? -1);
}

/** Nothing of a process that has ended meanwhile. */
async function statOf(pid: number): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
