import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { openList } from '../support/list';
import { DOMAINS, openListing, PRODUCTS } from '../support/listing';
import { expectAsFromServer } from '../support/written-over';

test.use({ account: 'demo2' });

const lists: [string, string, string, (page: Page) => Promise<void>][] = [
  ['Kunden', 'Firma', 'Kunden filtern', (page) => openList(page)],
  ['Domains', 'Kunde', DOMAINS.search, (page) => openListing(page, DOMAINS)],
  ['Produkte', 'Kunde', PRODUCTS.search, (page) => openListing(page, PRODUCTS)],
];

for (const [table, column, search, open] of lists) {
  test(`${table}: rows that were written over are those of the server @desktop`, async ({ page }) => {
    const sort = page.getByRole('table', { name: table, exact: true }).getByRole('button', { name: column, exact: true });
    const steps: (() => Promise<void>)[] = [
      () => sort.click(),
      () => sort.click(),
      () => page.getByRole('link', { name: 'Seite 2', exact: true }).click(),
      () => page.getByRole('link', { name: '100', exact: true }).click(),
      () => page.getByRole('searchbox', { name: search }).pressSequentially('er'),
      () => page.getByRole('searchbox', { name: search }).pressSequentially('xyz'),
      () => page.getByRole('searchbox', { name: search }).fill(''),
    ];
    // Each time one step more without the server between them.
    for (let most = 1; most <= steps.length; most += 1) {
      await open(page);
      for (const step of steps.slice(0, most)) {
        const before = page.url();
        await step();
        await expect.poll(() => page.url()).not.toBe(before);
      }
      await expectAsFromServer(page);
    }
  });
}

test('what has the focus keeps it when its row is written over @desktop', async ({ page }) => {
  await openList(page);
  const link = page.getByRole('row').nth(3).getByRole('link');
  await link.focus();
  const before = await link.getAttribute('href');
  await page.evaluate(() => history.pushState(null, '', '/mkm/kunden?sort=nummer'));
  await page.evaluate(() => history.pushState(null, '', '/mkm/kunden'));
  await page.goBack();
  await expect(link).not.toHaveAttribute('href', before ?? '');
  await expect(link).toBeFocused();
});

test('a box that is ticked belongs to its row and not to its place @desktop', async ({ page }) => {
  await openListing(page, DOMAINS);
  const box = page.locator('tbody').getByRole('checkbox').first();
  const name = (await box.getAttribute('aria-label')) ?? '';
  await box.check();
  const sort = page.getByRole('table', { name: 'Domains', exact: true }).getByRole('button', { name: 'Domain', exact: true });
  await sort.click();
  await expect(page.getByRole('checkbox', { name, exact: true })).toHaveCount(0);
  await expect(page.locator('tbody').getByRole('checkbox', { checked: true })).toHaveCount(0);
  await sort.click();
  await expect(page.getByRole('checkbox', { name, exact: true })).toBeChecked();
  await expect(page.locator('tbody').getByRole('checkbox', { checked: true })).toHaveCount(1);
});
