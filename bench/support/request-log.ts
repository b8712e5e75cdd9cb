import { readFile } from 'node:fs/promises';
import { logFile } from './run';

/** What the program's log says of each request of a route: how long the answer took, in milliseconds. */
export async function serverTimes(name: string, route: string): Promise<number[]> {
  const lines = (await readFile(await logFile(name), 'utf8')).split('\n');
  return lines.filter((line) => line.includes(`"${route}"`)).map(timeIn);
}

function timeIn(line: string): number {
  const time = /"us":(\d+)/.exec(line)?.[1];
  if (time === undefined) throw new Error(`The log does not say how long a request took: ${line}`);
  return Number(time) / 1000;
}
