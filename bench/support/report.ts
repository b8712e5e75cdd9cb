import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMet, ratio, type Measure } from './measure';
import type { Machine } from './machine';
import { OUTPUT } from './paths';

/** Everything that one run found out. */
export interface Report {
  readonly date: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly customers: number;
  readonly others: number;
  readonly measures: readonly Measure[];
}

/** Writes it to target/bench; returns the file. */
export async function store(report: Report): Promise<string> {
  await mkdir(OUTPUT, { recursive: true });
  const file = join(OUTPUT, `${report.date.replaceAll(':', '-')}.json`);
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}

export async function readReport(file: string): Promise<Report> {
  return JSON.parse(await readFile(file, 'utf8')) as Report;
}

/** The table; with an earlier report what changed since. */
export function table(report: Report, earlier?: Report): string {
  const before = new Map(earlier?.measures.map((measure) => [measure.id, measure.mkm]));
  const head = ['work', 'MKM', 'peer', 'ratio', 'goal', 'met', ...(earlier === undefined ? [] : ['before', 'change'])];
  const rows = report.measures.map((measure) => {
    const cells = [measure.work, value(measure.mkm, measure.unit), peer(measure), times(ratio(measure)), goal(measure), met(measure)];
    return earlier === undefined ? cells : [...cells, ...changed(measure, before.get(measure.id))];
  });
  return aligned([head, ...rows]);
}

function peer({ peer, unit }: Measure): string {
  return peer === undefined ? '' : `${peer.name}: ${value(peer.value, unit)}`;
}

function times(ratio: number | undefined): string {
  return ratio === undefined ? '' : `${short(ratio)}×`;
}

function goal({ goal, better, unit }: Measure): string {
  if (goal === undefined) return '';
  const sign = better === 'more' ? '≥' : '≤';
  const parts = [goal.value === undefined ? '' : `${sign} ${value(goal.value, unit)}`, goal.times === undefined ? '' : `${goal.times}×`];
  return parts.filter((part) => part !== '').join(', ');
}

function met(measure: Measure): string {
  const is = isMet(measure);
  return is === undefined ? '' : is ? 'met' : 'NOT MET';
}

function changed(measure: Measure, before: number | undefined): [string, string] {
  if (before === undefined) return ['', ''];
  const percent = before === 0 ? 0 : Math.round((measure.mkm / before - 1) * 100);
  return [value(before, measure.unit), `${percent > 0 ? '+' : ''}${percent} %`];
}

function value(amount: number, unit: string): string {
  return unit === '' ? short(amount) : `${short(amount)} ${unit}`;
}

/** Three digits that count. */
function short(amount: number): string {
  const rounded = Math.abs(amount) >= 100 ? Math.round(amount) : Number(amount.toPrecision(3));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

/** As a table of Markdown, to be pasted where it is wanted. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '') + ' '.repeat(width - [...(cells[column] ?? '')].length)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rest.map(line)].join('\n');
}
