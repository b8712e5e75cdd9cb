import { expect, type Locator, type Page } from '@playwright/test';
import { compare, naturally, plain, searched } from './order';
import { openWithWholeList } from './whole-list';

/** A row of the domains or products: its id, and what its cells say, without box and actions. */
export interface Entry {
  id: string;
  cells: string[];
}

/** How two rows are ordered by a column. */
type Order = (a: Entry, b: Entry) => number;

interface Column {
  name: string;
  order: Order;
  /** Rows without a value come last in either direction. */
  emptyLast?: boolean;
}

/** A list of what the reseller has, and its order, written a second time. */
export interface Listing {
  path: string;
  /** Where the browser gets all of it. */
  whole: string;
  table: string;
  search: string;
  create: string;
  /** "1–50 von 260 Domains" */
  nouns: [string, string];
  columns: Column[];
  /** The place of the names, which order the list by itself. */
  name: number;
  customer: number;
}

const text =
  (place: number): Order =>
  (a, b) =>
    compare(plain(a.cells[place] ?? ''), plain(b.cells[place] ?? ''));

const rank =
  (place: number, of: (cell: string) => number): Order =>
  (a, b) =>
    of(a.cells[place] ?? '') - of(b.cells[place] ?? '');

/** "20009 Müller, Anna" */
export function customerIn(cell: string): { number: string; last: string; first: string } | undefined {
  const found = /^(\S+) (.+), (.+)$/.exec(cell);
  return found === null ? undefined : { number: found[1] ?? '', last: found[2] ?? '', first: found[3] ?? '' };
}

const customer =
  (place: number): Order =>
  (a, b) => {
    const [one, other] = [customerIn(a.cells[place] ?? ''), customerIn(b.cells[place] ?? '')];
    if (one === undefined || other === undefined) return 0;
    return compare(plain(one.last), plain(other.last)) || compare(plain(one.first), plain(other.first)) || naturally(one.number, other.number);
  };

/** What must be done first stands above. */
function urgency(cell: string): number {
  const kinds = [/^Verifizierung fehlgeschlagen/, /^Verifi/, /^Zone fehlt/, /^endet/, /^ok, ohne/, /^teils/, /^unbekannt/, /^ok$/];
  return kinds.findIndex((kind) => kind.test(cell)) * 1e8 + day(cell);
}

function day(cell: string): number {
  const found = /(\d\d)\.(\d\d)\.(\d{4})/.exec(cell);
  return found === null ? 0 : Number(`${found[3]}${found[2]}${found[1]}`);
}

const status = (cell: string) => (cell === 'aktiv' ? 0 : 1);

export const DOMAINS: Listing = {
  path: '/domains',
  whole: '**/api/domains/liste',
  table: 'Domains',
  search: 'Domains filtern',
  create: 'Neue Domain',
  nouns: ['Domain', 'Domains'],
  name: 1,
  customer: 2,
  columns: [
    { name: 'Vertrag', order: text(0) },
    { name: 'Domain', order: text(1) },
    { name: 'Kunde', order: customer(2), emptyLast: true },
    { name: 'Domainzustand', order: rank(3, urgency) },
    { name: 'Status', order: rank(4, status) },
    { name: 'Registrar', order: text(5) },
  ],
};

export const PRODUCTS: Listing = {
  path: '/produkte',
  whole: '**/api/produkte/liste',
  table: 'Produkte',
  search: 'Produkte filtern',
  create: 'Neues Produkt',
  nouns: ['Produkt', 'Produkten'],
  name: 1,
  customer: 3,
  columns: [
    { name: 'Typ', order: rank(0, (cell) => (cell === 'FISINGER.de Produkt' ? 0 : 1)) },
    { name: 'Bezeichnung', order: text(1) },
    { name: 'Artikel / Vertrag', order: text(2), emptyLast: true },
    { name: 'Kunde', order: customer(3), emptyLast: true },
    { name: 'Status', order: rank(4, status) },
    { name: 'seit', order: rank(5, day) },
  ],
};

/** What the cell of somebody's or nobody's says. */
export const UNASSIGNED = 'nicht zugeordnet';

/** The rows in the order of a column. */
export function sorted(listing: Listing, rows: readonly Entry[], column: string, descending: boolean): Entry[] {
  const place = listing.columns.findIndex(({ name }) => name === column);
  const { order, emptyLast = false } = listing.columns[place] as Column;
  const up: Order = (a, b) => order(a, b) || text(listing.name)(a, b) || compare(a.id, b.id);
  const isEmpty = ({ cells }: Entry) => emptyLast && ['', UNASSIGNED].includes(cells[place] ?? '');
  const [full, empty] = [rows.filter((row) => !isEmpty(row)), rows.filter(isEmpty)];
  return [full, empty].flatMap((part) => part.sort(descending ? (a, b) => up(b, a) : up));
}

/** The rows in which each word stands somewhere. */
export function withWords(rows: readonly Entry[], typed: string): Entry[] {
  const words = searched(typed).split(/\s+/);
  return rows.filter(({ cells }) => words.every((word) => cells.some((cell) => searched(cell).includes(word))));
}

export function tableOf(page: Page, listing: Listing): Locator {
  return page.getByRole('table', { name: listing.table, exact: true });
}

/** The row whose name or other text is this. */
export function entryOf(page: Page, listing: Listing, containing: string): Locator {
  return tableOf(page, listing).locator('tbody').getByRole('row').filter({ hasText: containing });
}

/** The rows on the screen. */
export async function shown(page: Page, listing: Listing): Promise<Entry[]> {
  return tableOf(page, listing)
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const cells = [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent?.trim() ?? '');
        const address = row.querySelector<HTMLAnchorElement>('.actions a')?.pathname ?? '';
        return { id: address.split('/').at(-1) ?? '', cells: cells.slice(1, -1) };
      }),
    );
}

/** Opens the list and waits until the browser holds all of it. */
export async function openListing(page: Page, listing: Listing, query = ''): Promise<void> {
  await openWithWholeList(page, `${listing.path}${query}`, listing.whole);
}

/** What the page says about how many rows there are. */
export function rangeOf(page: Page, listing: Listing): Locator {
  const [one, many] = listing.nouns;
  return page.getByText(new RegExp(`^[\\d.]+–[\\d.]+ von [\\d.]+ (${one}|${many})( \\(gefiltert aus [\\d.]+\\))?$`));
}

/** All rows of the reseller, in the order of the list. */
export async function allEntries(page: Page, listing: Listing): Promise<Entry[]> {
  await openListing(page, listing, '?zeilen=100');
  const rows = await shown(page, listing);
  const next = page.getByRole('link', { name: 'Nächste Seite' });
  while (await next.isVisible()) {
    const before = await shown(page, listing);
    await next.click();
    await expect.poll(() => shown(page, listing)).not.toEqual(before);
    rows.push(...(await shown(page, listing)));
  }
  return rows;
}

/** Chooses the row of this name for an action on several. */
export async function select(page: Page, listing: Listing, name: string): Promise<void> {
  await tableOf(page, listing).getByRole('checkbox', { name: `Auswählen: ${name}`, exact: true }).check();
}

/** The question to whom the chosen rows are assigned, with this customer chosen. */
export async function assignTo(page: Page, number: string): Promise<Locator> {
  await page.getByRole('region', { name: 'Auswahl' }).getByRole('button', { name: 'Kunden zuordnen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kunden zuordnen' });
  await dialog.getByRole('searchbox', { name: 'Kunden suchen' }).fill(number);
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await dialog.getByRole('radio', { name: number }).check();
  return dialog;
}
