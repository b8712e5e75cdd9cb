import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { allEntries, openListing, rangeOf, shown, sorted, tableOf, UNASSIGNED, withWords, type Entry, type Listing } from './listing';
import { searched } from './order';
import { requestsOf } from './requests';
import { settled, started } from './started';

/** What the lists of domains and of products have in common with each other and with that of customers. */
export function testList(listing: Listing): void {
  test.describe('a reseller whose records nobody changes', () => {
    test.use({ account: 'demo2' });

    test('the table has its columns, and a box to choose each row', async ({ page, isMobile }) => {
      await openListing(page, listing);
      const names = listing.columns.map(({ name }) => name);
      await expect(tableOf(page, listing).locator('thead th')).toHaveText(['', ...names, 'Aktionen']);
      const headers = isMobile ? ['', ...names] : ['', ...names, 'Aktionen'];
      await expect(tableOf(page, listing).getByRole('columnheader')).toHaveText(headers);
      const rows = await shown(page, listing);
      expect(rows).toHaveLength(50);
      await expect(tableOf(page, listing).locator('tbody').getByRole('checkbox')).toHaveCount(50);
    });

    for (const { name } of listing.columns) {
      test(`${name} sorts up, then down`, async ({ page }) => {
        const all = await allEntries(page, listing);
        expect(all.length).toBeGreaterThan(200);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        const other = listing.columns.find((column) => column.name !== name)?.name ?? '';
        await openListing(page, listing, '?zeilen=100&sort=kunde');
        await tableOf(page, listing).getByRole('button', { name: other, exact: true }).click();
        const header = tableOf(page, listing).getByRole('columnheader', { name, exact: true });
        for (const descending of [false, true]) {
          await header.getByRole('button', { name }).click();
          await expect(header).toHaveAttribute('aria-sort', descending ? 'descending' : 'ascending');
          const expected = sorted(listing, all, name, descending);
          await expect.poll(() => shown(page, listing)).toEqual(expected.slice(0, 100));
          await page.getByRole('link', { name: 'Seite 3', exact: true }).click();
          await expect.poll(() => shown(page, listing)).toEqual(expected.slice(200, 300));
        }
        await expect(tableOf(page, listing).locator('th[aria-sort]')).toHaveCount(1);
      });
    }

    test('the search looks into every column, also into whose it is', async ({ page }) => {
      const all = await allEntries(page, listing);
      const owned = all.find(({ cells }) => cells[listing.customer] !== UNASSIGNED) as Entry;
      const number = (owned.cells[listing.customer] ?? '').split(' ')[0] ?? '';
      const name = owned.cells[listing.name] ?? '';
      await openListing(page, listing, '?zeilen=100');
      const search = page.getByRole('searchbox', { name: listing.search, exact: true });
      for (const typed of [number, `${number} ${name}`, `${number}  ${name.slice(0, 4).toUpperCase()}`]) {
        await search.fill(typed);
        const expected = withWords(all, typed);
        expect(expected, typed).toContainEqual(owned);
        await expect.poll(() => shown(page, listing), typed).toEqual(expected);
      }
      await search.fill('gibt es ganz sicher nicht');
      await expect(page.getByText(`Keine ${listing.table} gefunden.`)).toBeVisible();
      await page.getByRole('button', { name: 'Filter löschen' }).click();
      await expect(rangeOf(page, listing)).toHaveText(new RegExp(`^1–100 von ${all.length} ${listing.nouns[1]}$`));
      await expect(search).toHaveValue('');
    });

    test('what nobody has is found by its own filter', async ({ page }) => {
      const all = await allEntries(page, listing);
      const free = all.filter(({ cells }) => cells[listing.customer] === UNASSIGNED);
      expect(free.length).toBeGreaterThan(3);
      await openListing(page, listing, '?zeilen=100');
      await page.getByRole('combobox', { name: 'Zuordnung' }).selectOption({ label: UNASSIGNED });
      await expect.poll(() => shown(page, listing)).toEqual(free);
      await expect(page).toHaveURL(/f_zuordnung=ohne/);
      await page.getByRole('combobox', { name: 'Zuordnung' }).selectOption({ label: 'zugeordnet' });
      const count = new RegExp(`^1–100 von ${all.length - free.length} ${listing.nouns[1]} \\(gefiltert aus ${all.length}\\)$`);
      await expect(rangeOf(page, listing)).toHaveText(count);
    });

    test('columns have filters of their own @desktop', async ({ page }) => {
      const all = await allEntries(page, listing);
      await openListing(page, listing, '?zeilen=100');
      const owned = all.find(({ cells }) => cells[listing.customer] !== UNASSIGNED) as Entry;
      const number = (owned.cells[listing.customer] ?? '').split(' ')[0] ?? '';
      await page.getByRole('searchbox', { name: 'Kunde filtern', exact: true }).fill(number);
      const status = listing.columns.findIndex(({ name }) => name === 'Status');
      const isOf = ({ cells }: Entry) => searched(cells[listing.customer] ?? '').includes(searched(number));
      const choice = page.getByRole('combobox', { name: 'Status filtern' });
      for (const word of ['aktiv', 'inaktiv']) {
        await choice.selectOption(word);
        const expected = all.filter((row) => isOf(row) && row.cells[status] === word);
        await expect.poll(() => shown(page, listing), word).toEqual(expected);
      }
      await choice.selectOption({ label: 'alle' });
      expect(all.filter(isOf)).not.toEqual([]);
      await expect.poll(() => shown(page, listing)).toEqual(all.filter(isOf));
      await page.getByRole('searchbox', { name: `${listing.columns[listing.name]?.name} filtern`, exact: true }).fill('#');
      await expect(page.getByText(`Keine ${listing.table} gefunden.`)).toBeVisible();
    });

    test('order, filter and page survive a reload and the back button', async ({ page }) => {
      await openListing(page, listing);
      await tableOf(page, listing).getByRole('button', { name: 'Status', exact: true }).click();
      await expect(page).toHaveURL(/sort=status$/);
      await page.getByRole('combobox', { name: 'Zuordnung' }).selectOption({ label: 'zugeordnet' });
      await page.getByRole('link', { name: '25', exact: true }).click();
      await page.getByRole('link', { name: 'Seite 2', exact: true }).click();
      await expect(rangeOf(page, listing)).toHaveText(/^26–50 /);
      const rows = await shown(page, listing);
      await page.reload();
      await started(page);
      expect(await shown(page, listing)).toEqual(rows);
      await expect(page.getByRole('combobox', { name: 'Zuordnung' })).toHaveValue('mit');
      await page.goBack();
      await expect(rangeOf(page, listing)).toHaveText(/^1–25 /);
      await page.goBack();
      await expect(rangeOf(page, listing)).toHaveText(/^1–50 /);
      await expect(page).toHaveURL(/f_zuordnung=mit/);
    });

    test('once the list is there, nothing asks the server again', async ({ page }) => {
      await openListing(page, listing);
      const asked = requestsOf(page);
      for (const { name } of listing.columns) {
        await tableOf(page, listing).getByRole('button', { name, exact: true }).click();
        await settled(page);
      }
      await page.getByRole('searchbox', { name: listing.search, exact: true }).pressSequentially('ma');
      await page.getByRole('searchbox', { name: listing.search, exact: true }).fill('');
      await page.getByRole('link', { name: 'Nächste Seite' }).click();
      await expect(rangeOf(page, listing)).toHaveText(/^51–/);
      await tableOf(page, listing).locator('tbody').getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'Auswahl aufheben' }).click();
      expect(asked).toEqual([]);
    });

    test('the browser shows the same rows as the server', async ({ page }) => {
      await openListing(page, listing);
      const sorts = await tableOf(page, listing)
        .locator('thead th a')
        .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('sort')));
      const queries = sorts.flatMap((sort) => [`?sort=${sort ?? 'kunde'}&seite=2`, `?sort=${sort ?? 'kunde'}&richtung=ab&zeilen=25`]);
      for (const query of [...queries, '?f_zuordnung=ohne', '?q=m%C3%BCl&f_status=aktiv', '?f_kunde=sch&sort=kunde']) {
        await page.evaluate((address) => {
          const link = document.createElement('a');
          link.href = address;
          document.querySelector('main')?.append(link);
          link.click();
          link.remove();
        }, `${listing.path}${query}`);
        const expected = await rowsOfServer(page, `${listing.path}${query}`);
        expect(expected.length, query).toBeGreaterThan(0);
        await expect.poll(async () => (await shown(page, listing)).map(({ cells }) => cells), query).toEqual(expected);
      }
    });

    test('a phone shows cards that fit, with everything of a row', async ({ page, isMobile }) => {
      test.skip(!isMobile, 'a wide screen shows a table');
      await openListing(page, listing);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      const row = tableOf(page, listing).locator('tbody tr').first();
      const [first] = await shown(page, listing);
      for (const cell of first?.cells ?? []) await expect(row).toContainText(cell);
      for (const control of [row.getByRole('checkbox'), row.getByRole('link', { name: /^Bearbeiten: / })]) {
        await expect(control).toBeInViewport();
        const box = await control.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
      }
    });
  });
}

/** The cells of the rows that the server's own page has for an address. */
async function rowsOfServer(page: Page, address: string): Promise<string[][]> {
  return page.evaluate(async (path) => {
    const html = await (await fetch(path)).text();
    const rows = new DOMParser().parseFromString(html, 'text/html').querySelectorAll<HTMLTableRowElement>('table.list tbody tr');
    return [...rows].map((row) => [...row.cells].map((cell) => cell.textContent?.trim() ?? '').slice(1, -1));
  }, address);
}
