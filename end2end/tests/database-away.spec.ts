import { EmbeddedDatabase } from '../support/database';
import { expectFilledIn, fillIn } from '../support/customer';
import { openCreateDialog, status } from '../support/dialog';
import { expect, newCustomer } from '../support/fixtures';
import { customers, openList, range, shownNumbers } from '../support/list';
import { test } from '../support/own-program';

const SENTENCE = 'Die Datenbank antwortet gerade nicht. Nichts ist verloren: Bitte versuche es in einigen Sekunden noch einmal.';

test.use({ purpose: 'database away' });
test.describe.configure({ mode: 'serial' });

test.beforeEach(({ quiet }) => quiet.expectStatus(503, /./));

test.afterAll(async ({ program }) => new EmbeddedDatabase(program).stop());

test('while the database is away, the list goes on, and a new customer is neither lost nor made twice @desktop', async ({ page, program }) => {
  const database = new EmbeddedDatabase(program);
  const dialog = await openCreateDialog(page);
  const customer = newCustomer();
  await fillIn(dialog, customer);
  await database.stop();
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(SENTENCE);
  await expectFilledIn(dialog, customer);
  await page.keyboard.press('Escape');
  // The rows are in the browser.
  await customers(page).getByRole('button', { name: 'Vorname' }).click();
  await expect(range(page)).toHaveText('1–32 von 32 Kunden');

  await database.start();
  await page.getByRole('link', { name: 'Neuen Kunden anlegen' }).click();
  await expectFilledIn(dialog, customer);
  // What is asked while the database comes up waits for it, up to three seconds.
  await expect(async () => {
    await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
    await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`, { timeout: 4_000 });
  }).toPass({ timeout: 6_000 });
  await openList(page, `?f_nummer=${customer.number}`);
  expect(await shownNumbers(page)).toEqual([customer.number]);
});

test('a page asked for while the database is away says so in time, and comes back by itself @desktop', async ({ page, program }) => {
  const database = new EmbeddedDatabase(program);
  await openList(page);
  await database.stop();
  const began = Date.now();
  const answer = await page.goto('/mkm/kunden');
  expect(Date.now() - began).toBeLessThan(4_000);
  expect(answer?.status()).toBe(503);
  expect(await answer?.headerValue('retry-after')).toMatch(/^\d+$/);
  await expect(page.getByText(SENTENCE)).toBeVisible();
  expect((await page.request.get('/healthz')).status()).toBe(200);
  expect((await page.request.get('/readyz')).status()).toBe(503);
  await database.start();
  await expect(async () => {
    await page.goto('/mkm/kunden');
    await expect(customers(page)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 6_000 });
});

test('signing in while the database is away says so @desktop', async ({ otherBrowser, program }) => {
  const database = new EmbeddedDatabase(program);
  const page = await otherBrowser(null);
  await page.goto('/anmelden');
  await database.stop();
  await page.getByRole('textbox', { name: 'Benutzername' }).fill('demo');
  await page.getByLabel('Passwort').fill('demo-kundenverwaltung');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'Die Anmeldung ist gerade nicht möglich. Bitte versuche es in einigen Sekunden noch einmal.',
  );
  await database.start();
});
