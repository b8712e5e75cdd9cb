import { expect, test } from '../support/fixtures';
import { customers, openList } from '../support/list';
import { started } from '../support/started';

test('the menu leads to the customers, in the group "Reseller" under "MKM"', async ({ page, open, isMobile }) => {
  await open('/k/123456');
  if (isMobile) await page.getByRole('button', { name: 'Menü' }).click();
  const menu = page.getByRole('navigation', { name: 'Hauptmenü' });
  await expect(menu.getByText('Reseller', { exact: true })).toBeVisible();
  await menu.getByRole('list', { name: 'MKM' }).getByRole('link', { name: 'Kunden' }).click();
  await expect(page).toHaveURL(/\/mkm\/kunden$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('MKM – Kundenverwaltung');
});

test('the menu marks the page that is open', async ({ page, open, isMobile }) => {
  await open('/mkm/kunden');
  if (isMobile) await page.getByRole('button', { name: 'Menü' }).click();
  const link = page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Kunden' });
  await expect(link).toHaveAttribute('aria-current', 'page');
});

test('a group of the menu folds @desktop', async ({ page, open }) => {
  await open('/mkm/kunden');
  const menu = page.getByRole('navigation', { name: 'Hauptmenü' });
  await menu.getByText('Reseller', { exact: true }).click();
  await expect(menu.getByRole('link', { name: 'Kunden' })).toBeHidden();
  await menu.getByText('Reseller', { exact: true }).click();
  await expect(menu.getByRole('link', { name: 'Kunden' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.skip(({ isMobile }) => !isMobile, 'the menu stands beside the page');

  test('the menu is a drawer that opens and closes', async ({ page, open }) => {
    await open('/mkm/kunden');
    const menu = page.getByRole('navigation', { name: 'Hauptmenü' });
    await expect(menu).toBeHidden();
    await page.getByRole('button', { name: 'Menü' }).click();
    await expect(menu).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
  });

  test('the drawer closes when it has led somewhere', async ({ page, open }) => {
    await open('/k/123456');
    await page.getByRole('button', { name: 'Menü' }).click();
    const menu = page.getByRole('navigation', { name: 'Hauptmenü' });
    await menu.getByRole('link', { name: 'Kunden' }).click();
    await expect(customers(page)).toBeVisible();
    await expect(menu).toBeHidden();
  });

  for (const path of ['/mkm/kunden', '/mkm/kunden/neu', '/k/123456']) {
    test(`nothing of ${path} stands beside the screen`, async ({ page, open }) => {
      await open(path);
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      expect(widths[0]).toBe(widths[1]);
    });
  }

  test('each customer is a card: number, name, company and products below each other, actions beside', async ({ page }) => {
    await openList(page, '?f_nummer=123456');
    const row = customers(page).locator('tbody tr').first();
    const boxes = await row.locator('td').evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().toJSON() as DOMRect));
    const [number, lastName, firstName, company, products, actions] = boxes;
    expect(lastName?.top).toBeGreaterThan(number?.top ?? 0);
    expect(firstName?.top).toBe(lastName?.top);
    expect(company?.top).toBeGreaterThan(lastName?.top ?? 0);
    expect(products?.top).toBeGreaterThan(company?.top ?? 0);
    expect(actions?.left).toBeGreaterThan(number?.right ?? 0);
    const label = await row.locator('td').nth(4).evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(label).toMatch(/^"Produkte/);
  });
});

test('the top bar says who is signed in, for which reseller, and that the data is a demo', async ({ page, open }) => {
  await open('/mkm/kunden');
  await expect(page.getByRole('banner')).toContainText('Erika Mustermann · Kundennummer 100001');
  await expect(page.getByText('Demo: Alle Daten sind erfunden.')).toBeVisible();
});

test('changing to dark loses nothing typed, and lasts', async ({ page, open }) => {
  await open('/k/123456');
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  const city = page.getByRole('textbox', { name: 'Ort' });
  await city.fill('Noch nicht gespeichert');
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  const remembered = page.waitForResponse('**/darstellung');
  await page.getByRole('button', { name: 'Dunkel' }).click();
  await expect.poll(background).not.toBe(light);
  await expect(city).toHaveValue('Noch nicht gespeichert');
  await remembered;
  await page.getByRole('link', { name: 'Abbrechen' }).or(page.getByRole('button', { name: 'Abbrechen' })).click();
  await page.reload();
  await started(page);
  expect(await background()).not.toBe(light);
  await page.getByRole('button', { name: 'Hell' }).click();
  await expect.poll(background).toBe(light);
});

test.describe('in a dark system', () => {
  test.use({ colorScheme: 'dark' });

  test('pages are dark without a choice, and light by choice', async ({ page, open }) => {
    await open('/mkm/kunden');
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    await page.getByRole('button', { name: 'Hell' }).click();
    await expect.poll(background).not.toBe(dark);
  });
});

test('the language changes to English and back, on the same page', async ({ page, open }) => {
  await open('/mkm/kunden?sort=firma');
  await page.getByRole('button', { name: 'Englisch' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('MKM – Customers');
  await expect(page).toHaveURL(/\/mkm\/kunden\?sort=firma$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'English' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'German' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('MKM – Kundenverwaltung');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('the first stop of the keyboard skips to the content', async ({ page, open }) => {
  await open('/mkm/kunden');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Zum Inhalt springen' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('every page has a title of its own', async ({ page, open }) => {
  await open('/mkm/kunden');
  await expect(page).toHaveTitle('MKM – Kundenverwaltung · MKM');
  await open('/k/123456');
  await expect(page).toHaveTitle('#123456 Testkunde 1 - Max, Müller · MKM');
});
