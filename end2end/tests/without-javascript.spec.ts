import type { Page } from '@playwright/test';
import { nobody, signIn } from '../support/accounts';
import { expectFilledIn, field, fillIn } from '../support/customer';
import { described, tabs } from '../support/detail';
import { createDialog, deleteQuestion, status } from '../support/dialog';
import { expect, newCustomer, test } from '../support/fixtures';
import { customers, range, rowOf } from '../support/list';

test.use({ javaScriptEnabled: false });

/** The numbers in the table; without JavaScript nothing can be evaluated in the page. */
function numbers(page: Page): Promise<string[]> {
  return customers(page).locator('tbody tr td:first-child').allTextContents();
}

test.describe('signed out', () => {
  test.use({ account: null });

  test('signing in leads back to the page that was asked for, and signing out away', async ({ page, open, quiet }) => {
    quiet.expectStatus(401, /\/anmelden$/);
    await open('/mkm/kunden?sort=firma');
    await signIn(page, nobody(), 'falsch und trotzdem lang');
    await expect(page.getByRole('alert')).toHaveText('Benutzername oder Passwort ist falsch.');
    await signIn(page, 'demo');
    await expect(page).toHaveURL(/\/mkm\/kunden\?sort=firma$/);
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await expect(page).toHaveURL(/\/anmelden$/);
  });
});

test.describe('the list', () => {
  test.use({ account: 'demo2' });

  test('sorts by the links in its header', async ({ page, open }) => {
    await open('/mkm/kunden');
    const header = customers(page).getByRole('columnheader', { name: 'Kundennummer', exact: true });
    await header.getByRole('button', { name: 'Kundennummer' }).click();
    await expect(header).toHaveAttribute('aria-sort', 'ascending');
    expect((await numbers(page)).slice(0, 2)).toEqual(['20001', '20002']);
    await header.getByRole('button', { name: 'Kundennummer' }).click();
    await expect(header).toHaveAttribute('aria-sort', 'descending');
    expect((await numbers(page)).slice(0, 2)).toEqual(['K-18', 'K-17']);
  });

  test('filters by a form that keeps order and rows per page', async ({ page, open }) => {
    await open('/mkm/kunden?sort=vorname&richtung=ab&zeilen=25');
    const search = page.getByRole('searchbox', { name: 'Kunden filtern' });
    await search.fill('mueller');
    await page.getByRole('button', { name: 'Filtern', exact: true }).click();
    await expect(page).toHaveURL(/q=mueller/);
    await expect(page).toHaveURL(/sort=vorname&richtung=ab&zeilen=25/);
    await expect(search).toHaveValue('mueller');
    const names = await customers(page).locator('tbody tr td:nth-child(2)').allTextContents();
    expect(new Set(names)).toEqual(new Set(['Müller', 'Mueller']));
  });

  test('filters by column @desktop', async ({ page, open }) => {
    await open('/mkm/kunden');
    await page.getByRole('searchbox', { name: 'Kundennummer filtern' }).fill('K-1');
    await page.getByRole('combobox', { name: 'Produkte filtern' }).selectOption('ohne');
    await page.getByRole('button', { name: 'Filtern', exact: true }).click();
    await expect(range(page)).toHaveText(/gefiltert aus 250/);
    for (const number of await numbers(page)) expect(number).toMatch(/^K-1/);
    await expect(page.getByRole('combobox', { name: 'Produkte filtern' })).toHaveValue('ohne');
  });

  test('turns its pages by links', async ({ page, open }) => {
    await open('/mkm/kunden?sort=nummer');
    await page.getByRole('link', { name: 'Nächste Seite' }).click();
    await expect(range(page)).toHaveText('51–100 von 250 Kunden');
    await page.getByRole('link', { name: '100', exact: true }).click();
    await expect(range(page)).toHaveText('1–100 von 250 Kunden');
    await page.getByRole('link', { name: 'Seite 3', exact: true }).click();
    await expect(range(page)).toHaveText('201–250 von 250 Kunden');
  });

  test('says that nothing was found, with a way back', async ({ page, open }) => {
    await open('/mkm/kunden?q=gibtesnicht');
    await expect(page.getByText('Keine Kunden gefunden.')).toBeVisible();
    await page.getByRole('button', { name: 'Filter löschen' }).click();
    await expect(range(page)).toHaveText('1–50 von 250 Kunden');
  });
});

test('a customer is created', async ({ page, open }) => {
  await open('/mkm/kunden');
  await page.getByRole('link', { name: 'Neuen Kunden anlegen' }).click();
  const dialog = await createDialog(page);
  const customer = newCustomer();
  await fillIn(dialog, customer);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`);
  await open(`/mkm/kunden?f_nummer=${customer.number}`);
  await expect(rowOf(page, customer.number)).toBeVisible();
});

test('a faulty form comes back with its messages and everything that was typed', async ({ page, open, quiet, storedCustomer }) => {
  quiet.expectStatus(422, /\/mkm\/kunden\/neu$/);
  const stored = await storedCustomer();
  await open('/mkm/kunden/neu');
  const dialog = await createDialog(page);
  const customer = newCustomer({ email: 'keine adresse', city: '', company: '<b>"Fett" & mehr</b>' });
  await fillIn(dialog, customer);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(field(dialog, 'email')).toHaveAccessibleDescription(/^Das ist keine gültige E-Mail-Adresse/);
  await expect(field(dialog, 'city')).toHaveAccessibleDescription('Bitte fülle dieses Feld aus.');
  await expectFilledIn(dialog, customer);
  await fillIn(dialog, { email: 'doch@example.de', city: 'Berlin', number: stored.number });
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(field(dialog, 'number')).toHaveAccessibleDescription('Diese Kundennummer ist schon vergeben.');
  await fillIn(dialog, { number: customer.number });
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`);
});

test('Abbrechen leads from the form back to the list', async ({ page, open }) => {
  await open('/mkm/kunden/neu');
  await (await createDialog(page)).getByRole('button', { name: 'Abbrechen' }).click();
  await expect(page).toHaveURL(/\/mkm\/kunden$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the tabs of a customer are pages', async ({ page, open }) => {
  await open('/k/123456');
  await expect(described(page, 'Firma')).toHaveText('Testkunde 1');
  for (const name of ['Domains', 'Produkte', 'Benutzer']) {
    await tabs(page).getByRole('link', { name }).click();
    await expect(page.getByRole('table', { name, exact: true })).toBeVisible();
    await expect(tabs(page).getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
  }
});

test('a customer is edited, with faults shown and nothing lost', async ({ page, open, storedCustomer, quiet }) => {
  quiet.expectStatus(422, /\/mkm\/kunden\/[0-9a-f-]{36}/);
  const customer = await storedCustomer();
  await open(`/k/${customer.number}`);
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  const form = page.getByRole('main');
  await expectFilledIn(form, { lastName: customer.lastName });
  await fillIn(form, { lastName: '', city: 'Potsdam' });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(field(form, 'lastName')).toHaveAccessibleDescription('Bitte fülle dieses Feld aus.');
  await expectFilledIn(form, { city: 'Potsdam' });
  await fillIn(form, { lastName: 'Doch' });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(described(page, 'Name, Vorname')).toHaveText(`Doch, ${customer.firstName}`);
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde gespeichert.`);
});

test('two people who edit one customer learn of each other', async ({ page, context, open, storedCustomer, quiet }) => {
  quiet.expectStatus(409, /\/mkm\/kunden\/[0-9a-f-]{36}/);
  const customer = await storedCustomer();
  await open(`/k/${customer.number}`);
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  const other = await context.newPage();
  await other.goto(page.url());
  await fillIn(other.getByRole('main'), { city: 'Potsdam' });
  await other.getByRole('button', { name: 'Speichern' }).click();
  await expect(described(other, 'PLZ, Ort')).toHaveText('10115 Potsdam');
  const form = page.getByRole('main');
  await fillIn(form, { city: 'Leipzig' });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('alert')).toContainText('Jemand anders hat diesen Kunden inzwischen geändert.');
  await expect(page.getByText('Jetzt gespeichert: Potsdam')).toBeVisible();
  await expectFilledIn(form, { city: 'Leipzig' });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(described(page, 'PLZ, Ort')).toHaveText('10115 Leipzig');
});

test('a customer is deleted from the list, after a question', async ({ page, open, storedCustomer }) => {
  const customer = await storedCustomer();
  await open(`/mkm/kunden?q=${customer.number}`);
  await page.getByRole('button', { name: `Löschen: ${customer.number}`, exact: true }).click();
  await page.getByRole('button', { name: 'Kunde löschen' }).click();
  const question = deleteQuestion(page);
  await expect(question).toContainText(customer.number);
  await question.getByRole('button', { name: 'Löschen' }).click();
  await expect(page).toHaveURL(/\/mkm\/kunden\?/);
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde gelöscht.`);
});

test('the question before deletion can be declined', async ({ page, open, storedCustomer }) => {
  const customer = await storedCustomer();
  await open(`/k/${customer.number}`);
  await page.getByRole('button', { name: 'Kunde löschen' }).click();
  await deleteQuestion(page).getByRole('button', { name: 'Abbrechen' }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page.getByText(`#${customer.number}`, { exact: true })).toBeVisible();
});

test('light, dark and the language are chosen by forms', async ({ page, open }) => {
  await open('/mkm/kunden?sort=firma');
  await page.getByRole('button', { name: 'Dunkel' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Englisch' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('MKM – Customers');
  await expect(page).toHaveURL(/\/mkm\/kunden\?sort=firma$/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a session that ended keeps what was typed', async ({ page, open, context, quiet }) => {
  quiet.expectStatus(401, /\/mkm\/kunden\/neu$/);
  await open('/mkm/kunden/neu');
  const dialog = await createDialog(page);
  const customer = newCustomer();
  await fillIn(dialog, customer);
  await context.clearCookies();
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Deine Sitzung ist abgelaufen.');
  await expectFilledIn(dialog, customer);
  const opened = context.waitForEvent('page');
  await dialog.getByRole('link', { name: 'In neuem Fenster anmelden' }).click();
  const window = await opened;
  await signIn(window, 'demo');
  await expect(window).toHaveURL(/:\d+\/$/);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`);
});
