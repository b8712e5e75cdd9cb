import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BENCH, programFile } from './paths';
import type { Postgres } from './postgres';
import { run } from './run';

/** Which versions were compared. */
export async function versions(postgres: Postgres): Promise<Record<string, string>> {
  return {
    mkm: (await run(programFile(), ['--version'])).trim().replace(/^mkm /, ''),
    postgresql: await postgres.version(),
    node: process.versions.node,
    ...(await fromRequirements()),
    ...(await fromPackage()),
  };
}

/** `Django==5.2.19` */
async function fromRequirements(): Promise<Record<string, string>> {
  const lines = (await readFile(join(BENCH, 'requirements.txt'), 'utf8')).trim().split('\n');
  return Object.fromEntries(lines.map((line) => line.split('==') as [string, string]));
}

async function fromPackage(): Promise<Record<string, string>> {
  const description = JSON.parse(await readFile(join(BENCH, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
  return description.devDependencies;
}
