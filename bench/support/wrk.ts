import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BENCH } from './paths';
import type { Postgres } from './postgres';
import { processorMilliseconds } from './process';
import { run, type Running } from './run';

/** What the load generator saw. */
export interface Load {
  readonly requests: number;
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds that half of the requests did not exceed. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time that program and database used for each request. */
  readonly cpu: number;
}

/** Who asks for what. */
export interface Work {
  readonly paths: readonly string[];
  readonly cookie: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks for these pages over eight connections for so many seconds. Any answer but a good one is an error. */
export async function load(program: Running, database: Postgres, work: Work, seconds: number): Promise<Load> {
  const headers = { cookie: work.cookie, ...work.headers };
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const address = program.url.replace('localhost', '127.0.0.1');
  const args = ['-t', '1', '-c', '8', '-d', `${seconds}s`, '--timeout', '30s', '--latency', '-s', join(BENCH, 'support/report.lua'), ...named, address];
  await standsStill(database);
  for (const path of work.paths) await isAnswered(`${address}${path}`, headers);
  const used = await processorTime(program, database);
  const printed = await run('wrk', args, { env: { BENCH_PATHS: work.paths.join(' ') } });
  const line = /^RESULT (.*)$/m.exec(printed)?.[1];
  if (line === undefined) throw new Error(`wrk said nothing of its result.\n${printed}`);
  const seen = JSON.parse(line) as { requests: number; microseconds: number; failed: number; p50: number; p99: number };
  if (seen.failed > 0) throw new Error(`${seen.failed} of ${seen.requests} requests for ${work.paths[0]} failed.`);
  const cpu = ((await processorTime(program, database)) - used) / seen.requests;
  return { cpu, requests: seen.requests, rate: seen.requests / (seen.microseconds / 1e6), p50: seen.p50 / 1000, p99: seen.p99 / 1000 };
}

/** Whoever was asked before hangs up in the middle of its last queries; they would slow down the first pages of the next. */
async function standsStill(database: Postgres): Promise<void> {
  for (let asked = 0; asked < 200; asked += 1) {
    const before = await processorMilliseconds(await database.pid());
    await sleep(100);
    if ((await processorMilliseconds(await database.pid())) <= before) return;
  }
}

async function processorTime(program: Running, database: Postgres): Promise<number> {
  return (await processorMilliseconds(program.child.pid as number)) + (await processorMilliseconds(await database.pid()));
}

/** A page that leads to the sign-in would be quick. */
async function isAnswered(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const answer = await fetch(url, { headers, redirect: 'manual' });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}.`);
}
