import { signIn } from '../support/accounts';
import { field, type Customer } from '../support/customer';
import { described } from '../support/detail';
import { status } from '../support/dialog';
import { assign, newName, openDomains, storeDomain } from '../support/domain';
import { expect, test } from '../support/fixtures';
import { choosePassword, GOOD_PASSWORD, newUser, openUsers, pathOf, storeUser } from '../support/user';
import type { Page } from '@playwright/test';

/** Lets a new user of the customer in; the page is the customer's own. */
async function enter(reseller: Page, theirs: Page, customer: Customer): Promise<string> {
  const user = newUser();
  await choosePassword(theirs, await storeUser(reseller.request, customer, user));
  await signIn(theirs, user.userName, GOOD_PASSWORD);
  await expect(theirs.getByText(`Kundennummer ${customer.number}`)).toBeVisible();
  return user.userName;
}

test('an end customer sees its master data, domains and products', async ({ page, storedCustomer, otherBrowser }) => {
  const customer = await storedCustomer();
  const domain = await storeDomain(page.request, newName());
  await openDomains(page, customer.number);
  await assign(page, domain);
  await expect(status(page)).toHaveText(`Zugeordnet: ${domain}.`);
  const theirs = await otherBrowser(null);
  await enter(page, theirs, customer);
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(customer.company);
  await expect(described(theirs, 'E-Mail')).toHaveText(customer.email);
  await expect(theirs.getByRole('main')).toContainText(domain);
  await expect(theirs.getByText('Es sind keine Produkte zugeordnet.')).toBeVisible();
});

test('what an end customer proposes, the reseller takes over or declines field by field', async ({
  page,
  storedCustomer,
  otherBrowser,
}) => {
  const customer = await storedCustomer();
  const theirs = await otherBrowser(null);
  await enter(page, theirs, customer);
  await theirs.getByRole('link', { name: 'Korrektur vorschlagen' }).click();
  const form = theirs.getByRole('main');
  await field(form, 'city').fill('Leipzig');
  await field(form, 'street').fill('Neue Gasse 8');
  await form.getByRole('button', { name: 'Vorschlag senden' }).click();
  await expect(theirs.getByRole('status', { name: 'Meldungen' })).toHaveText('Ihr Vorschlag ist gesendet.');
  await expect(theirs.getByRole('main')).toContainText('wartet auf eine Entscheidung');
  await expect(described(theirs, 'PLZ, Ort')).toHaveText('10115 Berlin');

  await page.goto('/mkm/vorschlaege');
  await page.getByRole('table', { name: 'Offene Korrekturvorschläge' }).getByRole('link', { name: customer.number }).click();
  const table = page.getByRole('table', { name: 'Vorgeschlagene Korrektur' });
  await expect(table.getByRole('row').filter({ hasText: 'Leipzig' })).toContainText('Berlin');
  await table.getByRole('checkbox', { name: 'Adresse übernehmen' }).uncheck();
  await page.getByRole('button', { name: 'Entscheidung speichern' }).click();
  await expect(status(page)).toHaveText('Über den Vorschlag ist entschieden.');
  await expect(described(page, 'PLZ, Ort')).toHaveText('10115 Leipzig');
  await expect(described(page, 'Straße, Nr.')).toHaveText(customer.street);

  await theirs.reload();
  await expect(described(theirs, 'PLZ, Ort')).toHaveText('10115 Leipzig');
  const decided = theirs.getByRole('main').getByRole('listitem');
  await expect(decided.filter({ hasText: 'Ort: Leipzig' })).toContainText('übernommen');
  await expect(decided.filter({ hasText: 'Adresse: Neue Gasse 8' })).toContainText('nicht übernommen');
});

test('a portal account opens no page of the reseller and no other customer', async ({ page, storedCustomer, otherBrowser, quiet }) => {
  quiet.expectStatus(403, /./);
  quiet.expectStatus(404, /\/portal\//);
  const [customer, other] = [await storedCustomer(), await storedCustomer()];
  const theirs = await otherBrowser(null);
  await enter(page, theirs, customer);
  const own = await pathOf(page.request, customer);
  for (const path of ['/mkm/kunden', own, `${own}/benutzer`, '/domains', '/produkte', '/stammdaten', '/verwaltung/protokoll', '/mkm/einladungen', '/mkm/vorschlaege']) {
    const answer = await theirs.goto(path);
    expect(answer?.status(), path).toBe(403);
    await expect(theirs.getByText(customer.company), path).toHaveCount(0);
  }
  const foreign = (await pathOf(page.request, other)).replace('/mkm/kunden/', '/portal/');
  const answer = await theirs.goto(foreign);
  expect(answer?.status()).toBe(404);
  await expect(theirs.getByText(other.company)).toHaveCount(0);
});

test('the own account shows where it is signed in, and ends the others', async ({ page, storedCustomer, otherBrowser }) => {
  const customer = await storedCustomer();
  const [here, there] = [await otherBrowser(null), await otherBrowser(null)];
  const name = await enter(page, here, customer);
  await there.goto('/anmelden');
  await signIn(there, name, GOOD_PASSWORD);
  await expect(there.getByText(`Kundennummer ${customer.number}`)).toBeVisible();

  await here.getByRole('link', { name: 'Konto' }).click();
  await expect(here.getByRole('heading', { level: 1 })).toHaveText('Konto');
  await here.getByRole('button', { name: 'Alle anderen beenden' }).click();
  await expect(here.getByRole('status', { name: 'Meldungen' })).toHaveText('Die Sitzungen sind beendet.');
  await there.goto('/portal');
  await expect(there.getByRole('button', { name: 'Anmelden', exact: true })).toBeVisible();
  await here.reload();
  await expect(here.getByText('diese Sitzung')).toBeVisible();
});

test('a link is void after the user was deactivated', async ({ page, storedCustomer, otherBrowser, quiet }) => {
  quiet.expectStatus(410, /\/passwort\//);
  const [customer, user] = [await storedCustomer(), newUser()];
  const link = await storeUser(page.request, customer, user);
  await openUsers(page, customer.number);
  await page.getByRole('button', { name: `Deaktivieren: ${user.userName}` }).click();
  await expect(status(page)).toContainText('wurde deaktiviert');
  const theirs = await otherBrowser(null);
  await theirs.goto(link);
  await expect(theirs.getByRole('alert')).toContainText('Dieser Link wurde schon benutzt oder ist abgelaufen.');
});
