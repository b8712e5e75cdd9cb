import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of the benchmark. */
export const BENCH = resolve(import.meta.dirname, '..');

/** The folder of MKM. */
export const ROOT = resolve(BENCH, '..');

/** Where results and logs go. */
export const OUTPUT = join(ROOT, 'target', 'bench');

/** The built program: `MKM_BIN`, or where `tools/build` puts it. */
export function programFile(): string {
  const binary = resolve(ROOT, process.env['MKM_BIN'] ?? 'target/release/mkm');
  if (!existsSync(binary)) {
    throw new Error(`${binary} is missing: build it with tools/build, or name another one in MKM_BIN.`);
  }
  return binary;
}

/** A variable that tools/bench sets. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: start the benchmark by tools/bench.`);
  return value;
}

/** A number from the environment. */
export function amount(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${name} is no positive number.`);
  return value;
}
