import { expect, test } from '../support/fixtures';
import { allRows, customers, openList, range, shownRows, type Row } from '../support/list';
import { searched } from '../support/order';

test.use({ account: 'demo2' });

/** The rows in which each word stands somewhere. */
function withWords(rows: readonly Row[], text: string): Row[] {
  const words = searched(text).split(/\s+/);
  return rows.filter((row) => {
    const parts = [row.number, row.lastName, row.firstName, row.company].map(searched);
    return words.every((word) => parts.some((part) => part.includes(word)));
  });
}

test('ü, ue and u find each other, in any case', async ({ page }) => {
  const all = await allRows(page);
  const expected = withWords(all, 'müller');
  expect(expected.map((row) => row.lastName)).toEqual(expect.arrayContaining(['Müller', 'Mueller']));
  await openList(page, '?zeilen=100');
  const search = page.getByRole('searchbox', { name: 'Kunden filtern' });
  for (const typed of ['müller', 'mueller', 'MULLER', 'Müller']) {
    await search.fill(typed);
    await expect.poll(() => shownRows(page), typed).toEqual(expected);
  }
});

test('ß and ss find each other', async ({ page }) => {
  const all = await allRows(page);
  const expected = withWords(all, 'weiss');
  expect(expected.map((row) => row.lastName)).toEqual(expect.arrayContaining(['Weiß', 'Weiss']));
  await openList(page, '?zeilen=100');
  const search = page.getByRole('searchbox', { name: 'Kunden filtern' });
  for (const typed of ['weiß', 'WEISS', 'Weiss']) {
    await search.fill(typed);
    await expect.poll(() => shownRows(page), typed).toEqual(expected);
  }
});

test('several words must all match, each in any column', async ({ page }) => {
  const all = await allRows(page);
  const one = all.find((row) => row.company !== '' && !row.company.includes(row.lastName)) ?? all.find((row) => row.company !== '');
  if (one === undefined) throw new Error('No customer has a company.');
  const typed = `${one.company.split(' ')[0]}  ${one.firstName.slice(0, 3)} ${one.number}`;
  await openList(page);
  await page.getByRole('searchbox', { name: 'Kunden filtern' }).fill(typed);
  await expect.poll(() => shownRows(page)).toEqual(withWords(all, typed));
  expect(withWords(all, typed)).toContainEqual(one);
  await expect(range(page)).toHaveText(/^1–1 von 1 Kunde \(gefiltert aus 250\)$/);
});

test('the list narrows with every letter', async ({ page }) => {
  const all = await allRows(page);
  await openList(page, '?zeilen=100');
  const search = page.getByRole('searchbox', { name: 'Kunden filtern' });
  await search.focus();
  for (const typed of ['s', 'sc', 'sch', 'schm']) {
    await page.keyboard.type(typed.at(-1) ?? '');
    const matched = withWords(all, typed).length;
    await expect(range(page)).toHaveText(new RegExp(`^1–\\d+ von ${matched} Kunden \\(gefiltert aus 250\\)$`));
  }
  await expect(search).toHaveValue('schm');
  await expect(search).toBeFocused();
});

test('each column has a filter of its own @desktop', async ({ page }) => {
  const all = await allRows(page);
  const filters: [string, string, (row: Row) => boolean][] = [
    ['Kundennummer filtern', 'k-1', (row) => searched(row.number).includes('k-1')],
    ['Name filtern', 'schmi', (row) => searched(row.lastName).includes('schmi')],
    ['Vorname filtern', 'jürg', (row) => searched(row.firstName).includes('jurg')],
    ['Firma filtern', 'gmbh', (row) => searched(row.company).includes('gmbh')],
  ];
  for (const [label, typed, matches] of filters) {
    await openList(page, '?zeilen=100');
    await page.getByRole('searchbox', { name: label, exact: true }).fill(typed);
    const expected = all.filter(matches);
    expect(expected.length, label).toBeGreaterThan(0);
    await expect.poll(() => shownRows(page), label).toEqual(expected.slice(0, 100));
  }
});

test('filters of several columns and the search narrow together @desktop', async ({ page }) => {
  const all = await allRows(page);
  await openList(page, '?zeilen=100');
  await page.getByRole('searchbox', { name: 'Firma filtern', exact: true }).fill('gmbh');
  await page.getByRole('combobox', { name: 'Produkte filtern' }).selectOption('mit');
  await page.getByRole('searchbox', { name: 'Kunden filtern' }).fill('an');
  const expected = withWords(all, 'an').filter((row) => searched(row.company).includes('gmbh') && row.products > 0);
  expect(expected.length).toBeGreaterThan(0);
  await expect.poll(() => shownRows(page)).toEqual(expected);
  await expect(page).toHaveURL(/q=an/);
  await expect(page).toHaveURL(/f_firma=gmbh/);
  await expect(page).toHaveURL(/f_produkte=mit/);
});

test('products can be asked for or excluded @desktop', async ({ page }) => {
  const all = await allRows(page);
  await openList(page, '?zeilen=100');
  const choice = page.getByRole('combobox', { name: 'Produkte filtern' });
  await choice.selectOption({ label: 'ohne' });
  const without = all.filter((row) => row.products === 0);
  await expect.poll(() => shownRows(page)).toEqual(without.slice(0, 100));
  await choice.selectOption({ label: 'mit' });
  const some = all.filter((row) => row.products > 0);
  await expect.poll(() => shownRows(page)).toEqual(some.slice(0, 100));
  await choice.selectOption({ label: 'alle' });
  await expect(range(page)).toHaveText('1–100 von 250 Kunden');
});

test('the filters of the address work at any width', async ({ page }) => {
  const all = await allRows(page);
  await openList(page, '?zeilen=100&f_produkte=ohne&f_firma=gmbh');
  const expected = all.filter((row) => row.products === 0 && searched(row.company).includes('gmbh'));
  expect(await shownRows(page)).toEqual(expected);
});

test('nothing found is said, with a way back', async ({ page }) => {
  await openList(page, '?sort=firma');
  await page.getByRole('searchbox', { name: 'Kunden filtern' }).fill('gibt es ganz sicher nicht');
  await expect(page.getByText('Keine Kunden gefunden.')).toBeVisible();
  expect(await shownRows(page)).toEqual([]);
  await page.getByRole('button', { name: 'Filter löschen' }).click();
  await expect(range(page)).toHaveText('1–50 von 250 Kunden');
  await expect(page.getByRole('searchbox', { name: 'Kunden filtern' })).toHaveValue('');
  // The order is no filter.
  await expect(page).toHaveURL(/\/mkm\/kunden\?sort=firma$/);
});

for (const typed of ['%', '_', '\\', "'", '"><script>alert(1)</script>', '🌷', '\u200f', '(', '*']) {
  test(`the sign ${JSON.stringify(typed)} is searched for, not obeyed`, async ({ page }) => {
    const all = await allRows(page);
    await openList(page);
    const search = page.getByRole('searchbox', { name: 'Kunden filtern' });
    await search.fill(typed);
    const expected = typed === '\u200f' ? all : withWords(all, typed);
    if (expected.length === 0) await expect(page.getByText('Keine Kunden gefunden.')).toBeVisible();
    await expect.poll(async () => (await shownRows(page)).length).toBe(Math.min(50, expected.length));
    // The server says the same.
    await page.reload();
    await expect(customers(page).or(page.getByText('Keine Kunden gefunden.')).first()).toBeVisible();
    expect((await shownRows(page)).length).toBe(Math.min(50, expected.length));
  });
}
