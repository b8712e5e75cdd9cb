import { expectFilledIn, field, fillIn } from '../support/customer';
import { described, startEditing, tabs } from '../support/detail';
import { status } from '../support/dialog';
import { expect, newCustomer, test } from '../support/fixtures';
import { openList, rowOf, shownRows } from '../support/list';
import { started } from '../support/started';

test('the form shows what is stored, and telephone numbers as people read them', async ({ page, open, storedCustomer }) => {
  const customer = await storedCustomer();
  await open(`/k/${customer.number}`);
  const form = await startEditing(page);
  await expectFilledIn(form, { ...customer, phone: '+49 30 23125012', mobile: '+49 171 3920012', website: 'https://www.example.de' });
  await expect(field(form, 'country').locator('option:checked')).toHaveText('Deutschland');
});

test('what is saved stands on the page and in the list, without a reload', async ({ page, storedCustomer }) => {
  const customer = await storedCustomer();
  await openList(page, `?q=${customer.number}`);
  const pages: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) pages.push(request.url());
  });
  await page.getByRole('link', { name: `Details: ${customer.number}`, exact: true }).click();
  const form = await startEditing(page);
  const changed = newCustomer({ number: `${customer.number}-neu` });
  await fillIn(form, changed);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(status(page)).toHaveText(`Kunde ${changed.number} wurde gespeichert.`);
  await expect(described(page, 'Firma')).toHaveText(changed.company);
  await expect(described(page, 'Name, Vorname')).toHaveText(`${changed.lastName}, ${changed.firstName}`);
  await expect(page.getByText(`#${changed.number}`, { exact: true })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await page.getByRole('searchbox', { name: 'Kunden filtern' }).fill(changed.number);
  await expect(rowOf(page, changed.number).getByRole('cell').nth(1)).toHaveText(changed.lastName);
  await expect(rowOf(page, customer.number)).toHaveCount(0);
  expect(pages).toEqual([]);
  // It is really stored.
  await openList(page, `?f_nummer=${changed.number}`);
  expect(await shownRows(page)).toHaveLength(1);
});

test('faulty fields are shown where they are, and nothing is saved', async ({ page, open, storedCustomer }) => {
  const customer = await storedCustomer();
  await open(`/k/${customer.number}`);
  const form = await startEditing(page);
  await fillIn(form, { lastName: '', email: 'keine' });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(field(form, 'lastName')).toBeFocused();
  await expect(field(form, 'lastName')).toHaveAccessibleDescription('Bitte fülle dieses Feld aus.');
  await expect(field(form, 'email')).toHaveAccessibleDescription(/^Das ist keine gültige E-Mail-Adresse/);
  await page.reload();
  await started(page);
  await open(`/k/${customer.number}`);
  await expect(described(page, 'Name, Vorname')).toHaveText(`${customer.lastName}, ${customer.firstName}`);
});

test('the number of another customer is refused, its own in another case is not', async ({ page, open, storedCustomer, quiet }) => {
  const [customer, other] = [await storedCustomer(), await storedCustomer()];
  quiet.expectStatus(422, /\/api\/kunden\/speichern$/);
  await open(`/k/${customer.number}`);
  const form = await startEditing(page);
  await fillIn(form, { number: other.number.toUpperCase() });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(field(form, 'number')).toHaveAccessibleDescription('Diese Kundennummer ist schon vergeben.');
  await fillIn(form, { number: customer.number.toUpperCase() });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number.toUpperCase()} wurde gespeichert.`);
});

test('Abbrechen forgets the changes', async ({ page, open, storedCustomer }) => {
  const customer = await storedCustomer();
  await open(`/k/${customer.number}`);
  await fillIn(await startEditing(page), { city: 'Woanders' });
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(described(page, 'PLZ, Ort')).toHaveText(`${customer.postalCode} ${customer.city}`);
  await expectFilledIn(await startEditing(page), { city: customer.city });
});

test('changing the tab while editing keeps what was typed', async ({ page, open, storedCustomer }) => {
  const customer = await storedCustomer();
  await open(`/k/${customer.number}`);
  await fillIn(await startEditing(page), { city: 'Halb geschrieben' });
  await tabs(page).getByRole('link', { name: 'Domains' }).click();
  await expect(page.getByText('Diesem Kunden sind keine Domains zugeordnet.')).toBeVisible();
  await tabs(page).getByRole('link', { name: 'Kunde', exact: true }).click();
  const form = await startEditing(page);
  await expectFilledIn(form, { city: 'Halb geschrieben', lastName: customer.lastName });
  await expect(page.getByText('Deine Eingaben von vorhin sind noch da.')).toBeVisible();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(described(page, 'PLZ, Ort')).toHaveText(`${customer.postalCode} Halb geschrieben`);
});

test('two people who edit one customer learn of each other, and nobody loses what they typed', async ({ page, context, open, storedCustomer, quiet }) => {
  quiet.expectStatus(409, /\/api\/kunden\/speichern$/);
  const customer = await storedCustomer();
  await open(`/k/${customer.number}`);
  const mine = await startEditing(page);
  const other = await context.newPage();
  await other.goto(`/k/${customer.number}`);
  await started(other);
  const theirs = await startEditing(other);
  await fillIn(theirs, { city: 'Potsdam', company: '' });
  await other.getByRole('button', { name: 'Speichern' }).click();
  await expect(status(other)).toHaveText(`Kunde ${customer.number} wurde gespeichert.`);

  await page.bringToFront();
  await fillIn(mine, { city: 'Leipzig', street: 'Meine Straße 1' });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('alert')).toContainText('Jemand anders hat diesen Kunden inzwischen geändert.');
  // Both versions: what I typed, and what is stored.
  await expectFilledIn(mine, { city: 'Leipzig', street: 'Meine Straße 1', company: customer.company });
  await expect(page.getByText('Jetzt gespeichert: Potsdam')).toBeVisible();
  await expect(page.getByText('Jetzt gespeichert: (leer)')).toBeVisible();
  // Saying it again overwrites.
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde gespeichert.`);
  await expect(described(page, 'PLZ, Ort')).toHaveText(`${customer.postalCode} Leipzig`);
  await other.reload();
  await expect(described(other, 'PLZ, Ort')).toHaveText(`${customer.postalCode} Leipzig`);
});

test('a server that is not reached while saving is said, and nothing typed is lost', async ({ page, context, open, storedCustomer, quiet }) => {
  quiet.expectUnanswered(/\/api\/kunden\/speichern$/);
  const customer = await storedCustomer();
  await open(`/k/${customer.number}`);
  const form = await startEditing(page);
  await fillIn(form, { city: 'Unterwegs' });
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('alert')).toContainText('Der Server ist nicht zu erreichen.');
  await expectFilledIn(form, { city: 'Unterwegs' });
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(described(page, 'PLZ, Ort')).toHaveText(`${customer.postalCode} Unterwegs`);
});

test('a customer that was deleted meanwhile cannot be saved', async ({ page, context, open, storedCustomer, quiet }) => {
  quiet.expectStatus(404, /\/api\/kunden\/speichern$/);
  const customer = await storedCustomer();
  await open(`/k/${customer.number}`);
  const form = await startEditing(page);
  await fillIn(form, { city: 'Zu spät' });
  const other = await context.newPage();
  await other.goto(`/k/${customer.number}`);
  await started(other);
  await other.getByRole('button', { name: 'Kunde löschen' }).click();
  await other.getByRole('alertdialog').getByRole('button', { name: 'Löschen' }).click();
  await expect(status(other)).toContainText('wurde gelöscht.');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('alert')).toContainText('Diese Seite gibt es nicht');
  await expectFilledIn(form, { city: 'Zu spät' });
});

test('a country that is not Germany stands among the master data', async ({ page, open, storedCustomer }) => {
  const customer = await storedCustomer({ country: 'Österreich', postalCode: '1010', city: 'Wien', phone: '+43 1 58058', mobile: '+43 664 1234567' });
  await open(`/k/${customer.number}`);
  await expect(described(page, 'Land')).toHaveText('Österreich');
  const form = await startEditing(page);
  await expect(field(form, 'country').locator('option:checked')).toHaveText('Österreich');
});
