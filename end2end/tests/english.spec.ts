import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { nobody } from '../support/accounts';
import { expect, test } from '../support/fixtures';
import { started } from '../support/started';

test.beforeEach(async ({ context, baseURL }) => {
  await context.addCookies([{ name: 'sprache', value: 'en', url: baseURL ?? '' }]);
});

/** German words that would be left over in an English page. */
const GERMAN = /Kunde|Nachname|Vorname|Firma|Löschen|Abbrechen|Hinzufügen|Zeilen|Seite|Anmelden|Abmelden|Bearbeiten|Speichern|Produkt(?!s)|Benutzer|Straße|Vertrag|Bitte|aktiv\b/;

async function expectEnglish(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  // Of the words of the interface: what people entered stays as it is.
  const words = await page.locator('h1, h2, label, legend, th, dt, button, nav a, caption').allInnerTexts();
  const labels = await page.locator('[aria-label]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  for (const text of [...words, ...labels]) expect(text).not.toMatch(GERMAN);
}

test('the list, the dialog and its messages are in English', async ({ page, open }) => {
  await open('/mkm/kunden');
  await expectEnglish(page, 'MKM – Customers');
  await expect(page.getByText(/^1–50 of \d+ customers$/)).toBeVisible();
  await page.getByRole('link', { name: 'Add a customer' }).click();
  await expectEnglish(page, 'Add a customer');
  const dialog = page.getByRole('dialog', { name: 'Add a customer' });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Customer number' })).toHaveAccessibleDescription('Please fill in this field.');
});

test('the pages of a customer are in English', async ({ page, open }) => {
  await open('/k/123456');
  await expectEnglish(page, 'Customer information');
  await expect(page.getByText('Deleting is not possible: 2 FISINGER.de products, 1 reseller product, 1 user.')).toBeVisible();
  for (const tab of ['Domains', 'Products', 'Users']) {
    await page.getByRole('navigation', { name: 'Customer details' }).getByRole('link', { name: tab }).click();
    await expect(page.getByRole('table', { name: tab, exact: true })).toBeVisible();
    await expectEnglish(page, 'Customer information');
  }
});

test('what does not exist is said in English', async ({ page, open, quiet }) => {
  quiet.expectStatus(404, /\/gibt\/es\/nicht$/);
  await open('/gibt/es/nicht');
  await expectEnglish(page, 'Not found');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test.describe('signed out', () => {
  test.use({ account: null });

  test('the sign-in page is in English', async ({ page, quiet }) => {
    quiet.expectStatus(401, /\/anmelden$/);
    await page.goto('/anmelden');
    await started(page);
    await expectEnglish(page, 'Sign in');
    await page.getByRole('textbox', { name: 'User name' }).fill(nobody());
    await page.getByLabel('Password').fill('wrong and long enough');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert')).toHaveText('User name or password is wrong.');
  });
});
