import type { Row } from './list';

/**
 * The order of the list as its description has it, written a second time: German words by
 * DIN 5007-1, numbers naturally, empty companies last.
 */
export type Column = 'Kundennummer' | 'Name' | 'Vorname' | 'Firma' | 'Produkte';

export function ordered(rows: readonly Row[], column: Column, descending: boolean): Row[] {
  const up = (a: Row, b: Row) => byColumn(a, b, column) || byNumber(a, b);
  const sorted = [...rows].sort(descending ? (a, b) => up(b, a) : up);
  if (column !== 'Firma') return sorted;
  return [...sorted.filter((row) => row.company !== ''), ...sorted.filter((row) => row.company === '')];
}

function byColumn(a: Row, b: Row, column: Column): number {
  switch (column) {
    case 'Kundennummer':
      return byNumber(a, b);
    case 'Name':
      return compare(plain(a.lastName), plain(b.lastName));
    case 'Vorname':
      return compare(plain(a.firstName), plain(b.firstName));
    case 'Firma':
      return compare(plain(a.company), plain(b.company));
    case 'Produkte':
      return a.products - b.products;
  }
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Case and accents gone, ß as ss. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '');
}

/** As people search: ae, oe and ue are ä, ö and ü. */
export function searched(text: string): string {
  return plain(text).replaceAll(/([aou])e/g, '$1');
}

function byNumber(a: Row, b: Row): number {
  return naturally(a.number, b.number);
}

/** Numbers within the texts count as numbers. */
export function naturally(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let place = 0; place < Math.min(left.length, right.length); place += 1) {
    const [one, other] = [left[place] ?? '', right[place] ?? ''];
    const difference = isDigits(one) && isDigits(other) ? Number(one) - Number(other) : compare(one, other);
    if (difference !== 0) return difference;
  }
  return left.length - right.length || compare(a, b);
}

function parts(number: string): string[] {
  return plain(number).match(/\d+|\D+/g) ?? [];
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}
