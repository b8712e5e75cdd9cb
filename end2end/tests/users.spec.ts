import { PASSWORD, signIn } from '../support/accounts';
import { status } from '../support/dialog';
import { expect, test } from '../support/fixtures';
import { settled } from '../support/started';
import { choosePassword, fillInUser, GOOD_PASSWORD, newUser, openNewUser, openUsers, storeUser, userRow } from '../support/user';

test('a user is created, and the link for its password is shown once', async ({ page, storedCustomer, otherBrowser, quiet }) => {
  quiet.expectStatus(410, /\/passwort\//);
  const [customer, user] = [await storedCustomer(), newUser()];
  await openUsers(page, customer.number);
  const dialog = await openNewUser(page);
  await fillInUser(dialog, user);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  const passOn = page.getByRole('dialog', { name: 'Link für den Benutzer' });
  await expect(passOn).toContainText(`Gib diesen Link an ${user.userName} weiter`);
  const link = new URL(await passOn.getByRole('textbox', { name: 'Link' }).inputValue()).pathname;
  await passOn.getByRole('link', { name: 'Schließen' }).click();
  await expect(userRow(page, user)).toContainText('Link erstellt');
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveCount(0);

  const theirs = await otherBrowser(null);
  await choosePassword(theirs, link);
  await signIn(theirs, user.userName, GOOD_PASSWORD);
  await expect(theirs.getByText(`Kundennummer ${customer.number}`)).toBeVisible();
  await page.reload();
  await expect(userRow(page, user)).toContainText('angenommen');
  // Once.
  const again = await otherBrowser(null);
  await again.goto(link);
  await expect(again.getByRole('alert')).toContainText('Dieser Link wurde schon benutzt oder ist abgelaufen.');
});

test('a user is edited, and a faulty field is said before anything is sent', async ({ page, storedCustomer }) => {
  const [customer, user] = [await storedCustomer(), newUser()];
  await storeUser(page.request, customer, user);
  await openUsers(page, customer.number);
  await page.getByRole('link', { name: `Bearbeiten: ${user.userName}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Benutzer bearbeiten' });
  const email = dialog.getByRole('textbox', { name: 'E-Mail' });
  await email.fill('ohne-at');
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await expect(email).toBeFocused();
  await expect(dialog).toContainText('keine gültige E-Mail-Adresse');
  await fillInUser(dialog, { lastName: 'Ölmann', email: `neu.${user.email}` });
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await expect(status(page)).toHaveText(`Benutzer ${user.userName} wurde gespeichert.`);
  await expect(userRow(page, user)).toContainText('Ölmann');
});

test('Escape loses nothing that was typed, "Abbrechen" throws it away', async ({ page, storedCustomer }) => {
  const [customer, user] = [await storedCustomer(), newUser()];
  await storeUser(page.request, customer, user);
  await openUsers(page, customer.number);
  const typed = newUser();
  await fillInUser(await openNewUser(page), typed);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  // Another form of the same page begins as it should.
  await page.getByRole('link', { name: `Bearbeiten: ${user.userName}` }).click();
  const edit = page.getByRole('dialog', { name: 'Benutzer bearbeiten' });
  await expect(edit.getByRole('textbox', { name: 'Benutzername' })).toHaveValue(user.userName);
  await page.keyboard.press('Escape');

  const again = await openNewUser(page);
  await expect(again.getByRole('textbox', { name: 'Benutzername' })).toHaveValue(typed.userName);
  await expect(again.getByRole('textbox', { name: 'E-Mail' })).toHaveValue(typed.email);
  await again.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect((await openNewUser(page)).getByRole('textbox', { name: 'Benutzername' })).toHaveValue('');
});

test('deactivating ends an open portal window at its next action, and activating lets in again', async ({
  page,
  storedCustomer,
  otherBrowser,
  quiet,
}) => {
  quiet.expectStatus(401, /\/api\//);
  const [customer, user] = [await storedCustomer(), newUser()];
  const link = await storeUser(page.request, customer, user);
  const theirs = await otherBrowser(null);
  await choosePassword(theirs, link);
  await signIn(theirs, user.userName, GOOD_PASSWORD);
  await expect(theirs.getByText(`Kundennummer ${customer.number}`)).toBeVisible();

  await openUsers(page, customer.number);
  await page.getByRole('button', { name: `Deaktivieren: ${user.userName}` }).click();
  await expect(status(page)).toContainText(`Benutzer ${user.userName} wurde deaktiviert.`);
  await expect(userRow(page, user)).toContainText('deaktiviert');
  await theirs.getByRole('link', { name: 'Korrektur vorschlagen' }).click();
  await expect(theirs.getByText('Ihre Sitzung ist abgelaufen.').or(theirs.getByRole('button', { name: 'Anmelden', exact: true }))).toBeVisible();

  await page.getByRole('button', { name: `Aktivieren: ${user.userName}` }).click();
  await expect(status(page)).toHaveText(`Benutzer ${user.userName} wurde aktiviert.`);
  await theirs.goto('/portal');
  await signIn(theirs, user.userName, GOOD_PASSWORD);
  await expect(theirs.getByText(`Kundennummer ${customer.number}`)).toBeVisible();
});

test('a new invitation ends the older link', async ({ page, storedCustomer, otherBrowser, quiet }) => {
  quiet.expectStatus(410, /\/passwort\//);
  const [customer, user] = [await storedCustomer(), newUser()];
  const old = await storeUser(page.request, customer, user);
  await openUsers(page, customer.number);
  await page.getByRole('link', { name: `Einladung erneut senden: ${user.userName}` }).click();
  const passOn = page.getByRole('dialog', { name: 'Neuen Link erstellen' });
  await passOn.getByRole('button', { name: 'Neuen Link erstellen' }).click();
  const link = new URL(await passOn.getByRole('textbox', { name: 'Link' }).inputValue()).pathname;
  expect(link).not.toBe(old);
  const theirs = await otherBrowser(null);
  await theirs.goto(old);
  await expect(theirs.getByRole('alert')).toContainText('Dieser Link wurde schon benutzt oder ist abgelaufen.');
  await choosePassword(theirs, link);
});

test('a user is deleted, and signs in no more', async ({ page, storedCustomer, otherBrowser, quiet }) => {
  quiet.expectStatus(401, /\/anmelden$/);
  const [customer, user] = [await storedCustomer(), newUser()];
  await choosePassword(await otherBrowser(null), await storeUser(page.request, customer, user));
  await openUsers(page, customer.number);
  await page.getByRole('link', { name: `Löschen: ${user.userName}` }).click();
  const question = page.getByRole('alertdialog', { name: 'Benutzer löschen' });
  await expect(question).toContainText('Das Konto wird gelöscht');
  await question.getByRole('button', { name: 'Löschen' }).click();
  await expect(status(page)).toHaveText(`Benutzer ${user.userName} wurde gelöscht.`);
  await expect(userRow(page, user)).toHaveCount(0);
  const theirs = await otherBrowser(null);
  await theirs.goto('/anmelden');
  await signIn(theirs, user.userName, GOOD_PASSWORD);
  await expect(theirs.getByRole('alert')).toHaveText('Benutzername oder Passwort ist falsch.');
});

test('the start page counts who has not come yet, and leads to the list of them', async ({ page, open, storedCustomer }) => {
  const [customer, user] = [await storedCustomer(), newUser()];
  await storeUser(page.request, customer, user);
  await open('/');
  await page.getByRole('link', { name: /Einladungen, die noch niemand angenommen hat$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Offene Einladungen');
  const row = page.getByRole('table', { name: 'Offene Einladungen' }).getByRole('row').filter({ hasText: user.userName });
  await expect(row).toContainText('Link erstellt');
  await row.getByRole('link', { name: customer.number }).click();
  await expect(userRow(page, user)).toBeVisible();
});

test('own data offers the own password and sessions, and a wrong old password is said there', async ({ open, page, quiet }) => {
  quiet.expectStatus(422, /\/konto\/passwort$/);
  await open('/stammdaten');
  await expect(page.getByText('diese Sitzung')).toBeVisible();
  await page.getByLabel('Bisheriges Passwort').fill(PASSWORD);
  await page.getByLabel('Neues Passwort').fill(GOOD_PASSWORD);
  await page.getByLabel('Passwort wiederholen').fill('etwas anderes');
  await page.getByRole('button', { name: 'Passwort ändern' }).click();
  await settled(page);
  await expect(page.getByText('nicht gleich')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stammdaten');
  await expect(page).toHaveURL(/\/stammdaten$/);
});
