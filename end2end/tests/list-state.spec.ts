import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { customers, openList, range, shownNumbers, shownRows, type Row } from '../support/list';
import { requestsOf } from '../support/requests';
import { settled, started } from '../support/started';

test.use({ account: 'demo2' });

test('order, filter and page survive a reload and a shared link', async ({ page, otherBrowser }) => {
  await openList(page);
  await page.getByRole('searchbox', { name: 'Kunden filtern' }).fill('an');
  await customers(page).getByRole('button', { name: 'Vorname' }).click();
  await page.getByRole('link', { name: '25', exact: true }).click();
  await page.getByRole('link', { name: 'Seite 2', exact: true }).click();
  await expect(range(page)).toHaveText(/^26–/);
  const rows = await shownRows(page);
  await page.reload();
  await started(page);
  expect(await shownRows(page)).toEqual(rows);
  await expect(page.getByRole('searchbox', { name: 'Kunden filtern' })).toHaveValue('an');
  const other = await otherBrowser('demo2');
  await other.goto(page.url());
  expect(await shownRows(other)).toEqual(rows);
});

test('the back button goes through orders and pages one by one', async ({ page }) => {
  await openList(page, '?sort=nummer');
  const states: { url: string; rows: string[] }[] = [];
  const note = async () => states.push({ url: page.url(), rows: await shownNumbers(page) });
  await note();
  await customers(page).getByRole('button', { name: 'Firma' }).click();
  await expect(page).toHaveURL(/sort=firma/);
  await note();
  await page.getByRole('link', { name: 'Seite 2', exact: true }).click();
  await expect(range(page)).toHaveText(/^51–/);
  await note();
  await page.getByRole('link', { name: '25', exact: true }).click();
  await expect(range(page)).toHaveText(/^1–25/);
  for (const state of states.toReversed()) {
    await page.goBack();
    await expect(page).toHaveURL(state.url);
    await expect.poll(() => shownNumbers(page)).toEqual(state.rows);
  }
  await page.goForward();
  await expect(page).toHaveURL(states[1]?.url ?? '');
});

test('one step back undoes a filter, not each of its letters', async ({ page }) => {
  await openList(page);
  await customers(page).getByRole('button', { name: 'Firma' }).click();
  await expect(page).toHaveURL(/sort=firma$/);
  const search = page.getByRole('searchbox', { name: 'Kunden filtern' });
  await search.pressSequentially('schmidt');
  await expect(page).toHaveURL(/q=schmidt/);
  await page.goBack();
  await expect(page).toHaveURL(/\/mkm\/kunden$/);
  await expect(search).toHaveValue('');
  await expect(range(page)).toHaveText('1–50 von 250 Kunden');
});

test('once the list is there, nothing asks the server again', async ({ page, isMobile }) => {
  await openList(page);
  const asked = requestsOf(page);
  const work = async () => {
    for (const column of ['Kundennummer', 'Name', 'Vorname', 'Firma', 'Produkte']) {
      await customers(page).getByRole('button', { name: column, exact: true }).click();
      await settled(page);
    }
    await page.getByRole('searchbox', { name: 'Kunden filtern' }).pressSequentially('mei');
    await settled(page);
    await page.getByRole('searchbox', { name: 'Kunden filtern' }).fill('');
    if (!isMobile) {
      await page.getByRole('searchbox', { name: 'Firma filtern' }).fill('g');
      await page.getByRole('combobox', { name: 'Produkte filtern' }).selectOption('mit');
    }
    await settled(page);
    await page.getByRole('link', { name: '25', exact: true }).click();
    await page.getByRole('link', { name: 'Nächste Seite' }).click();
    await expect(range(page)).toHaveText(/^26–/);
    await page.goBack();
    await expect(range(page)).toHaveText(/^1–25/);
  };
  await work();
  // Nor later on.
  await sleep(11_000);
  await customers(page).getByRole('button', { name: 'Name', exact: true }).click();
  await page.getByRole('link', { name: 'Nächste Seite' }).click();
  await expect(range(page)).toHaveText(/^26–/);
  await sleep(500);
  expect(asked).toEqual([]);
});

test('rows are there before WebAssembly is', async ({ page }) => {
  // Held back for as long as this test runs.
  await page.route('**/*.wasm', () => {});
  await page.goto('/mkm/kunden?sort=nummer', { waitUntil: 'commit' });
  await expect(range(page)).toHaveText('1–50 von 250 Kunden');
  expect((await shownNumbers(page)).slice(0, 3)).toEqual(['20001', '20002', '20003']);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

for (const path of ['/mkm/kunden', '/mkm/kunden?q=mueller', '/k/20009', '/anmelden']) {
  test(`nothing moves while ${path} loads`, async ({ page, open }) => {
    await page.addInitScript(() => {
      const shifts: { value: number; moved: string[] }[] = [];
      Object.assign(window, { mkmShifts: shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node | null }[] })[]) {
          const moved = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 120) : String(node?.textContent)));
          shifts.push({ value: entry.value, moved });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const whole = path.startsWith('/mkm') ? page.waitForResponse('**/api/kunden/liste') : undefined;
    await open(path);
    await whole;
    await sleep(500);
    expect(await page.evaluate(() => (window as unknown as { mkmShifts: unknown[] }).mkmShifts)).toEqual([]);
  });
}

/** The rows that the server's own page has for an address. */
async function rowsOfServer(page: Page, query: string): Promise<Row[]> {
  return page.evaluate(async (address) => {
    const html = await (await fetch(address)).text();
    const rows = new DOMParser().parseFromString(html, 'text/html').querySelectorAll<HTMLTableRowElement>('table.customers tbody tr');
    return [...rows].map((row) => {
      const cells = [...row.cells].map((cell) => cell.textContent?.trim() ?? '');
      const [number = '', lastName = '', firstName = '', company = '', products = ''] = cells;
      return { number, lastName, firstName, company, products: Number(products), deletable: row.querySelector('button') !== null };
    });
  }, `/mkm/kunden${query}`);
}

test('the browser shows the same rows as the server', async ({ page }) => {
  await openList(page);
  const queries = [
    '?q=m%C3%BCller',
    '?q=strau%C3%9F&sort=vorname',
    '?sort=firma&richtung=ab&seite=2',
    '?sort=produkte&richtung=ab&zeilen=25',
    '?sort=nummer&richtung=ab&seite=5',
    '?f_firma=gmbh&f_produkte=ohne&sort=firma',
    '?f_name=b%C3%BClow&f_vorname=a',
    '?q=%20%20gmbh%20%20co&zeilen=100',
  ];
  for (const query of queries) {
    // A link to click, so that the browser computes the page.
    await page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      document.querySelector('main')?.append(link);
      link.click();
      link.remove();
    }, `/mkm/kunden${query}`);
    await expect(page).toHaveURL(new RegExp(`${query.replaceAll(/[?%]/g, '.')}$`));
    const expected = await rowsOfServer(page, query);
    await expect.poll(() => shownRows(page), query).toEqual(expected);
    expect(expected.length, query).toBeGreaterThan(0);
  }
});
