import { expect, test } from '../support/fixtures';
import { allRows, customers, openList, range, rowOf, shownNumbers, shownRows } from '../support/list';
import { ordered, type Column } from '../support/order';

test.describe('the handbook\'s reseller', () => {
  test('the table has the six columns of the handbook', async ({ page, isMobile }) => {
    await openList(page);
    const columns = ['Kundennummer', 'Name', 'Vorname', 'Firma', 'Produkte', 'Aktionen'];
    await expect(customers(page).locator('thead th')).toHaveText(columns);
    // Above the cards of a phone stands only what sorts them.
    await expect(customers(page).getByRole('columnheader')).toHaveText(isMobile ? columns.slice(0, 5) : columns);
    await expect(page.getByText('Übersicht', { exact: true })).toBeVisible();
  });

  test('the two customers of the handbook are there', async ({ page }) => {
    await openList(page, '?f_nummer=1234578');
    expect(await shownRows(page)).toEqual([
      { number: '1234578', lastName: 'Huber', firstName: 'Anton', company: 'Test', products: 0, deletable: true },
    ]);
    await openList(page, '?f_nummer=123456');
    expect(await shownRows(page)).toEqual([
      { number: '123456', lastName: 'Müller', firstName: 'Max', company: 'Testkunde 1', products: 3, deletable: false },
    ]);
  });

  test('no products are an empty cell to the eye and a 0 to a screen reader', async ({ page }) => {
    await openList(page, '?q=1234578');
    const cell = rowOf(page, '1234578').getByRole('cell').nth(4);
    await expect(cell).toHaveAccessibleName('0');
    const seen = await cell.locator('span').boundingBox();
    expect((seen?.width ?? 0) * (seen?.height ?? 0)).toBeLessThanOrEqual(1);
    await openList(page, '?q=123456');
    const three = await rowOf(page, '123456').getByRole('cell').nth(4).locator('span').boundingBox();
    expect((three?.width ?? 0) * (three?.height ?? 0)).toBeGreaterThan(20);
  });

  test('only a customer without products and users offers to be deleted', async ({ page }) => {
    const expected: Record<string, boolean> = {
      1234578: true, // nothing at all
      20002: false, // products of the provider
      20003: false, // products of the reseller
      20004: false, // users
      20006: false, // products of both
      123456: false, // everything
    };
    for (const [number, deletable] of Object.entries(expected)) {
      await openList(page, `?f_nummer=${number}`);
      await expect(rowOf(page, number).getByRole('link', { name: `Details: ${number}`, exact: true })).toBeVisible();
      const button = page.getByRole('button', { name: `Löschen: ${number}`, exact: true });
      await expect(button).toHaveCount(deletable ? 1 : 0);
    }
  });

  test('the magnifier leads to the customer', async ({ page }) => {
    await openList(page, '?q=123456');
    await page.getByRole('link', { name: 'Details: 123456', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kundeninformationen');
    await expect(page.getByText('#123456', { exact: true })).toBeVisible();
    await page.goBack();
    await expect(rowOf(page, '123456')).toBeVisible();
    await expect(page.getByRole('searchbox', { name: 'Kunden filtern' })).toHaveValue('123456');
  });
});

test.describe('a reseller whose customers nobody changes', () => {
  test.use({ account: 'demo2' });

  for (const column of ['Kundennummer', 'Name', 'Vorname', 'Firma', 'Produkte'] as Column[]) {
    test(`${column} sorts up, then down`, async ({ page }) => {
      const all = await allRows(page);
      expect(all).toHaveLength(250);
      // Start from another order than the one that is tested.
      await openList(page, column === 'Vorname' ? '?zeilen=100&sort=firma' : '?zeilen=100&sort=vorname');
      const header = customers(page).getByRole('columnheader', { name: column, exact: true });
      const button = header.getByRole('button', { name: column });
      for (const descending of [false, true, false]) {
        await button.click();
        await expect(header).toHaveAttribute('aria-sort', descending ? 'descending' : 'ascending');
        const expected = ordered(all, column, descending);
        await expect.poll(() => shownRows(page)).toEqual(expected.slice(0, 100));
        await page.getByRole('link', { name: 'Seite 3', exact: true }).click();
        await expect.poll(() => shownRows(page)).toEqual(expected.slice(200));
      }
      await expect(customers(page).locator('th[aria-sort]')).toHaveCount(1);
    });
  }

  test('numbers sort naturally: K-9 before K-10', async ({ page }) => {
    await openList(page, '?f_nummer=K-&sort=nummer');
    const expected = Array.from({ length: 10 }, (_, place) => `K-${9 + place}`);
    expect(await shownNumbers(page)).toEqual(expected);
  });

  test('customers without a company come last in either direction', async ({ page }) => {
    for (const direction of ['auf', 'ab']) {
      await openList(page, `?sort=firma&richtung=${direction}&zeilen=100&seite=3`);
      const companies = (await shownRows(page)).map((row) => row.company);
      expect(companies.at(-1), direction).toBe('');
      await openList(page, `?sort=firma&richtung=${direction}&zeilen=100`);
      expect((await shownRows(page)).at(0)?.company, direction).not.toBe('');
    }
  });

  test('the rows per page can be chosen, and the sentence below counts them', async ({ page }) => {
    await openList(page);
    await expect(range(page)).toHaveText('1–50 von 250 Kunden');
    expect(await shownRows(page)).toHaveLength(50);
    const sizes = page.getByRole('navigation', { name: 'Zeilen pro Seite' });
    await sizes.getByRole('link', { name: '25', exact: true }).click();
    await expect(range(page)).toHaveText('1–25 von 250 Kunden');
    expect(await shownRows(page)).toHaveLength(25);
    await sizes.getByRole('link', { name: '100', exact: true }).click();
    await expect(range(page)).toHaveText('1–100 von 250 Kunden');
    expect(await shownRows(page)).toHaveLength(100);
    await expect(sizes.getByRole('link', { name: '100', exact: true })).toHaveAttribute('aria-current', 'true');
  });

  test('pages turn forward, back, and to a number', async ({ page }) => {
    await openList(page, '?sort=nummer');
    const first = await shownNumbers(page);
    await page.getByRole('link', { name: 'Nächste Seite' }).click();
    await expect(range(page)).toHaveText('51–100 von 250 Kunden');
    const pages = page.getByRole('navigation', { name: 'Seiten', exact: true });
    await expect(pages.getByRole('link', { name: 'Seite 2', exact: true })).toHaveAttribute('aria-current', 'page');
    expect(await shownNumbers(page)).not.toContain(first[0]);
    await page.getByRole('link', { name: 'Seite 5', exact: true }).click();
    await expect(range(page)).toHaveText('201–250 von 250 Kunden');
    await expect(page.getByRole('link', { name: 'Nächste Seite' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Vorherige Seite' }).click();
    await expect(range(page)).toHaveText('151–200 von 250 Kunden');
    await page.getByRole('link', { name: 'Seite 1', exact: true }).click();
    await expect.poll(() => shownNumbers(page)).toEqual(first);
  });

  test('a page beyond the last one is the last one', async ({ page }) => {
    await openList(page, '?seite=4000');
    await expect(range(page)).toHaveText('201–250 von 250 Kunden');
  });

  test('a senseless address shows the plain list', async ({ page }) => {
    await openList(page, '?sort=quatsch&richtung=seitwaerts&seite=-1&zeilen=7&f_produkte=vielleicht');
    await expect(range(page)).toHaveText('1–50 von 250 Kunden');
  });
});
