import { expect, type Page } from '@playwright/test';
import { field, fillIn, newCustomer, storeCustomer } from './customer';
import { startEditing, tabs } from './detail';
import { deleteQuestion, openCreateDialog } from './dialog';
import { openDomains } from './domain';
import { EMPTY_SIGHTS } from './empty-sights';
import { FACTOR_SIGHTS } from './factor-sights';
import { goTo } from './go-to';
import { PASSKEY_SIGHTS } from './passkey-sights';
import { RECORD_SIGHTS } from './record-sights';
import { customers, openList } from './list';
import type { Sight } from './sight';
import { newStaff, openNewStaff, openStaff, storeStaff } from './staff';
import { fillInUser, newUser, openNewUser, openUsers, storeUser } from './user';

function tab(name: string): Sight['show'] {
  return async (page) => {
    await goTo(page, '/k/123456');
    await tabs(page).getByRole('link', { name }).click();
    await expect(page.getByRole('table', { name, exact: true })).toBeVisible();
  };
}

/** The page of the first of the end customer's own customers. */
async function openOwnCustomer(page: Page): Promise<void> {
  await goTo(page, '/portal');
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByRole('link', { name: 'Korrektur vorschlagen' })).toBeVisible();
}

export const SIGHTS: readonly Sight[] = [
  { name: 'sign-in', account: null, show: (page) => goTo(page, '/anmelden') },
  {
    name: 'sign-in-link-gone',
    account: null,
    show: async (page, quiet) => {
      quiet.expectStatus(410, /\/passwort\//);
      await goTo(page, '/passwort/gibtesnicht');
    },
  },
  { name: 'list', show: (page) => openList(page) },
  { name: 'list-sorted-and-filtered', show: (page) => openList(page, '?q=gmbh&sort=firma&zeilen=25') },
  {
    name: 'list-nothing-found',
    show: async (page) => {
      await openList(page, '?q=gibtesnicht');
      await expect(page.getByText('Keine Kunden gefunden.')).toBeVisible();
    },
  },
  {
    name: 'list-new-row',
    show: async (page) => {
      const dialog = await openCreateDialog(page);
      const customer = newCustomer();
      await fillIn(dialog, customer);
      await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
      await expect(customers(page).locator('tr.new')).toBeVisible();
    },
  },
  { name: 'create', show: async (page) => void (await openCreateDialog(page)) },
  {
    name: 'create-faulty',
    show: async (page) => {
      const dialog = await openCreateDialog(page);
      await fillIn(dialog, { number: '20001', email: 'max.mueller@example.de' });
      await field(dialog, 'website').focus();
      await expect(dialog.getByRole('status')).toContainText('vielleicht');
      await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
      await expect(field(dialog, 'lastName')).toBeFocused();
    },
  },
  { name: 'customer', show: (page) => goTo(page, '/k/123456') },
  { name: 'customer-domains', show: tab('Domains') },
  {
    name: 'domain-new',
    show: async (page) => {
      await openDomains(page, '123456');
      await page.getByRole('link', { name: 'Neue Domain' }).click();
      const dialog = page.getByRole('dialog', { name: 'Neue Domain' });
      await dialog.getByRole('textbox', { name: 'Domain' }).fill('https://müller.de');
      await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
      await expect(dialog).toContainText('Das ist kein Domainname');
    },
  },
  {
    name: 'domain-edit',
    show: async (page) => {
      await openDomains(page, '123456');
      await page.getByRole('link', { name: /^Bearbeiten/ }).first().click();
      await expect(page.getByRole('dialog', { name: 'Domain bearbeiten' })).toContainText('Zugeordnet: 123456 Müller');
    },
  },
  {
    name: 'domain-assign',
    show: async (page) => {
      await openDomains(page, '1234578');
      await page.getByRole('link', { name: 'Domain zuordnen' }).click();
      await expect(page.getByRole('dialog', { name: 'Domain zuordnen' }).getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    name: 'domain-release',
    show: async (page) => {
      await openDomains(page, '123456');
      await page.getByRole('link', { name: /^Zuordnung lösen/ }).first().click();
      await expect(page.getByRole('alertdialog', { name: 'Zuordnung lösen' })).toContainText('gehört dann nicht mehr');
    },
  },
  {
    name: 'domain-remove',
    show: async (page) => {
      await openDomains(page, '123456');
      await page.getByRole('link', { name: /^Bearbeiten/ }).first().click();
      await page.getByRole('link', { name: 'Entfernen' }).click();
      await expect(page.getByRole('alertdialog', { name: 'Domain entfernen' })).toContainText('wird aus MKM entfernt');
    },
  },
  { name: 'customer-products', show: tab('Produkte') },
  { name: 'customer-users', show: tab('Benutzer') },
  {
    name: 'user-new',
    show: async (page) => {
      await openUsers(page, '123456');
      const dialog = await openNewUser(page);
      await fillInUser(dialog, { userName: 'eva', email: 'ohne-at' });
      await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
      await expect(dialog).toContainText('keine gültige E-Mail-Adresse');
    },
  },
  {
    name: 'user-link',
    show: async (page) => {
      const customer = newCustomer();
      await storeCustomer(page.request, customer);
      await openUsers(page, customer.number);
      const dialog = await openNewUser(page);
      await fillInUser(dialog, newUser());
      await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
      await expect(page.getByRole('dialog', { name: 'Link für den Benutzer' })).toBeVisible();
    },
  },
  {
    name: 'user-delete',
    show: async (page) => {
      await openUsers(page, '123456');
      await page.getByRole('link', { name: /^Löschen/ }).first().click();
      await expect(page.getByRole('alertdialog', { name: 'Benutzer löschen' })).toBeVisible();
    },
  },
  {
    name: 'invitations',
    show: async (page) => {
      const customer = newCustomer();
      await storeCustomer(page.request, customer);
      await storeUser(page.request, customer, newUser());
      await goTo(page, '/mkm/einladungen');
      await expect(page.getByRole('table', { name: 'Offene Einladungen' })).toContainText(customer.number);
    },
  },
  { name: 'forgotten-password', account: null, show: (page) => goTo(page, '/passwort-vergessen') },
  {
    name: 'email-link-gone',
    account: null,
    show: async (page, quiet) => {
      quiet.expectStatus(410, /\/email\//);
      await goTo(page, '/email/gibtesnicht');
    },
  },
  {
    name: 'invitation',
    show: async (page) => {
      const customer = newCustomer();
      await storeCustomer(page.request, customer);
      await goTo(page, await storeUser(page.request, customer, newUser()));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Passwort festlegen');
    },
  },
  { name: 'account', show: (page) => goTo(page, '/konto') },
  { name: 'proposals', show: (page) => goTo(page, '/mkm/vorschlaege') },
  { name: 'portal-choice', account: 'kunde', show: (page) => goTo(page, '/portal') },
  { name: 'portal-customer', account: 'kunde', show: (page) => openOwnCustomer(page) },
  {
    name: 'portal-proposal',
    account: 'kunde',
    show: async (page) => {
      await openOwnCustomer(page);
      await page.getByRole('link', { name: 'Korrektur vorschlagen' }).click();
      await expect(page.getByRole('button', { name: 'Vorschlag senden' })).toBeVisible();
    },
  },
  { name: 'portal-account', account: 'kunde', show: (page) => goTo(page, '/portal/konto') },
  {
    name: 'customer-without-anything',
    show: async (page) => {
      await goTo(page, '/k/1234578');
      await tabs(page).getByRole('link', { name: 'Domains' }).click();
      await expect(page.getByText('Diesem Kunden sind keine Domains zugeordnet.')).toBeVisible();
    },
  },
  {
    name: 'customer-edit',
    show: async (page) => {
      await goTo(page, '/k/123456');
      await startEditing(page);
    },
  },
  {
    name: 'customer-edit-conflict',
    show: async (page, quiet) => {
      quiet.expectStatus(409, /\/api\/kunden\/speichern$/);
      const customer = newCustomer();
      await storeCustomer(page.request, customer);
      const other = await page.context().newPage();
      for (const [one, city] of [[page, 'Leipzig'], [other, 'Potsdam']] as const) {
        await goTo(one, `/k/${customer.number}`);
        await fillIn(await startEditing(one), { city });
      }
      await other.getByRole('button', { name: 'Speichern' }).click();
      await expect(other.getByRole('link', { name: 'Bearbeiten' })).toBeVisible();
      await other.close();
      await page.getByRole('button', { name: 'Speichern' }).click();
      await expect(page.getByText('Jetzt gespeichert: Potsdam')).toBeVisible();
    },
  },
  {
    name: 'delete',
    show: async (page) => {
      await openList(page, '?q=1234578');
      await page.getByRole('button', { name: 'Löschen: 1234578' }).click();
      await expect(deleteQuestion(page)).toContainText('Huber');
    },
  },
  {
    name: 'delete-refused',
    show: async (page) => {
      await goTo(page, '/k/123456');
      await goTo(page, `${new URL(page.url()).pathname}/loeschen`);
      await expect(deleteQuestion(page)).toContainText('Löschen ist nicht möglich');
    },
  },
  ...RECORD_SIGHTS,
  ...EMPTY_SIGHTS,
  ...FACTOR_SIGHTS,
  ...PASSKEY_SIGHTS,
  { name: 'start', show: (page) => goTo(page, '/') },
  { name: 'own-data', show: (page) => goTo(page, '/stammdaten') },
  {
    name: 'own-data-faulty',
    show: async (page) => {
      await goTo(page, '/stammdaten');
      await page.getByRole('textbox', { name: 'Firma' }).fill('');
      await page.getByRole('textbox', { name: 'Präfix' }).fill('2026');
      await page.getByRole('button', { name: 'Speichern' }).click();
      await expect(page.getByText('darf nicht mit einer Ziffer enden')).toBeVisible();
    },
  },
  { name: 'contact', show: (page) => goTo(page, '/kontakt') },
  {
    name: 'contact-customer',
    show: async (page) => {
      await goTo(page, '/kontakt?kunde=123456');
      await expect(page.getByRole('textbox', { name: 'Nachricht' })).toBeVisible();
    },
  },
  { name: 'search', show: (page) => goTo(page, '/suche?q=mu') },
  {
    name: 'jump-box',
    show: async (page) => {
      await goTo(page, '/kontakt');
      await page.getByRole('combobox', { name: 'Schnellsuche' }).fill('mu');
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'staff',
    fresh: true,
    show: async (page) => {
      await storeStaff(page.request, newStaff('manage'));
      await openStaff(page);
    },
  },
  {
    name: 'staff-new',
    show: async (page) => {
      await openStaff(page);
      const dialog = await openNewStaff(page);
      await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
      await expect(dialog).toContainText('Bitte fülle dieses Feld aus.');
    },
  },
  {
    name: 'staff-sessions',
    show: async (page) => {
      await openStaff(page);
      await page.getByRole('link', { name: 'Sitzungen: azubi' }).click();
      await expect(page.getByRole('dialog', { name: 'Sitzungen' })).toContainText('azubi');
    },
  },
  {
    name: 'forbidden',
    account: 'azubi',
    show: async (page, quiet) => {
      quiet.expectStatus(403, /\/domains\/neu$/);
      await goTo(page, '/domains/neu');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kein Zugriff');
    },
  },
  { name: 'customer-of-a-viewer', account: 'azubi', show: (page) => goTo(page, '/k/123456') },
  {
    name: 'log',
    show: async (page) => {
      await goTo(page, '/verwaltung/protokoll?kunde=123456');
      await expect(page.getByRole('table', { name: 'Protokoll' })).toBeVisible();
    },
  },
  {
    name: 'customer-history',
    show: async (page) => {
      await goTo(page, '/k/123456');
      await page.locator('summary').filter({ hasText: 'Verlauf' }).click();
      await expect(page.getByRole('table', { name: 'Verlauf' })).toBeVisible();
    },
  },
  {
    name: 'not-found',
    show: async (page, quiet) => {
      quiet.expectStatus(404, /\/gibt\/es\/nicht$/);
      await goTo(page, '/gibt/es/nicht');
    },
  },
];
