import { parseArgs } from 'node:util';
import { CUSTOMERS, OTHERS } from './support/amounts';
import { cleanUp, cleanUpAtSignals } from './support/cleanup';
import { busy, machine, QUIET } from './support/machine';
import type { Measure } from './support/measure';
import { readReport, store, table } from './support/report';
import { note, step } from './support/say';
import { setUp, type Section } from './support/stage';
import { versions } from './support/versions';
import { browser } from './sections/browser';
import { changes } from './sections/changes';
import { growth } from './sections/growth';
import { memory } from './sections/memory';
import { peers } from './sections/peers';
import { server } from './sections/server';
import { start } from './sections/start';
import { statements } from './sections/statements';

const SECTIONS: Readonly<Record<string, Section>> = { server, browser, peers, memory, start, changes, statements, growth };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { compare: { type: 'string' } } });
  const wanted = chosen(positionals);
  const earlier = values.compare === undefined ? undefined : await readReport(values.compare);
  const date = new Date().toISOString().slice(0, 19);
  const where = machine();
  const stage = await step('PostgreSQL, its rows, and Django beside MKM', setUp);
  const measures: Measure[] = [];
  const report = { date, machine: where, versions: await versions(stage.postgres), customers: CUSTOMERS, others: OTHERS, measures };
  let file = '';
  for (const [name, section] of wanted) {
    where.busyWithOthers[name] = await busy();
    measures.push(...(await step(`Measuring: ${name}`, () => section(stage))));
    // After each section: a later one may fail.
    file = await store(report);
  }
  console.log(`\n${table(report, earlier)}\n`);
  for (const [name, percent] of Object.entries(where.busyWithOthers)) {
    if (percent > QUIET) note(`Before ${name}, others used ${percent} % of the processors: repeat it on a quiet machine.`);
  }
  console.log(`Stored in ${file}`);
}

function chosen(names: readonly string[]): [string, Section][] {
  const unknown = names.filter((name) => !(name in SECTIONS));
  if (unknown.length > 0) throw new Error(`There is no section ${unknown.join(', ')}, only ${Object.keys(SECTIONS).join(', ')}.`);
  return Object.entries(SECTIONS).filter(([name]) => names.length === 0 || names.includes(name));
}

cleanUpAtSignals();
try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
