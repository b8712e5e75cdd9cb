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

/** A process that has ended meanwhile is nobody's. */
async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? -1);
}
