import { expect, type Locator, type Page } from '@playwright/test';
import { openWithWholeList } from './whole-list';

/** A row as the table shows it. */
export interface Row {
  number: string;
  lastName: string;
  firstName: string;
  company: string;
  products: number;
  deletable: boolean;
}

export function customers(page: Page): Locator {
  return page.getByRole('table', { name: 'Kunden', exact: true });
}

/** The row of one customer. */
export function rowOf(page: Page, number: string): Locator {
  return customers(page)
    .locator('tbody')
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: `Details: ${number}`, exact: true }) });
}

/** The rows on the screen. */
export async function shownRows(page: Page): Promise<Row[]> {
  return customers(page)
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const cells = [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent?.trim() ?? '');
        const [number = '', lastName = '', firstName = '', company = '', products = ''] = cells;
        const deletable = row.querySelector('button') !== null;
        return { number, lastName, firstName, company, products: Number(products), deletable };
      }),
    );
}

export async function shownNumbers(page: Page): Promise<string[]> {
  return (await shownRows(page)).map((row) => row.number);
}

/** Opens the list and waits until the browser holds all of it. */
export async function openList(page: Page, query = ''): Promise<void> {
  await openWithWholeList(page, `/mkm/kunden${query}`, '**/api/kunden/liste');
}

/** What the page says about how many rows there are. */
export function range(page: Page): Locator {
  return page.getByText(/^[\d.]+–[\d.]+ von [\d.]+ Kunden?( \(gefiltert aus [\d.]+\))?$/);
}

/** All rows of the reseller, in the order of the list. */
export async function allRows(page: Page): Promise<Row[]> {
  await openList(page, '?zeilen=100');
  const rows = await shownRows(page);
  const next = page.getByRole('link', { name: 'Nächste Seite' });
  while (await next.isVisible()) {
    const before = await shownNumbers(page);
    await next.click();
    await expect.poll(() => shownNumbers(page)).not.toEqual(before);
    rows.push(...(await shownRows(page)));
  }
  return rows;
}
