import type { Page } from '@playwright/test';
import { signIn } from '../support/accounts';
import { status } from '../support/dialog';
import { expect, test } from '../support/fixtures';
import { addFirstPasskey, addPasskey, giveAuthenticator, openConfirmation } from '../support/passkeys';
import { enterAsNewUser } from '../support/second-factor';
import { GOOD_PASSWORD } from '../support/user';

const CANCELLED = 'Abgebrochen. Sie können es jederzeit noch einmal versuchen.';

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await expect(page).toHaveURL(/\/anmelden/);
}

test('a passkey is added, signs in as the second step and alone, and is removed', async ({ page, otherBrowser }) => {
  const theirs = await otherBrowser(null);
  const user = await enterAsNewUser(page.request, theirs);
  await giveAuthenticator(theirs);
  expect(await addFirstPasskey(theirs, 'Telefon')).toHaveLength(10);
  await theirs.goto('/konto/zwei-faktor');
  await expect(theirs.getByText(/^Hinzugefügt am .*, noch nie benutzt$/)).toBeVisible();

  await signOut(theirs);
  await signIn(theirs, user, GOOD_PASSWORD);
  await expect(theirs.getByRole('textbox', { name: 'Code aus der App' })).toHaveCount(0);
  await theirs.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await expect(theirs).toHaveURL(/\/portal\//);

  await signOut(theirs);
  await theirs.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await expect(theirs).toHaveURL(/\/portal\//);

  await theirs.goto('/konto/zwei-faktor');
  await expect(theirs.getByText(/zuletzt benutzt am/)).toBeVisible();
  await theirs.getByText('Entfernen', { exact: true }).click();
  await theirs.getByLabel('Aktuelles Passwort').fill(GOOD_PASSWORD);
  await theirs.getByRole('button', { name: 'Passkey entfernen' }).click();
  await expect(status(theirs)).toHaveText('Die Zwei-Faktor-Anmeldung ist entfernt.');
  await signOut(theirs);
  await signIn(theirs, user, GOOD_PASSWORD);
  await expect(theirs).toHaveURL(/\/portal\//);
});

test('a passkey proves who one is', async ({ page, otherBrowser, quiet }) => {
  quiet.expectStatus(422, /\/konto\/bestaetigen$/);
  const theirs = await otherBrowser(null);
  await enterAsNewUser(page.request, theirs);
  await giveAuthenticator(theirs);
  await addFirstPasskey(theirs, 'Telefon');
  await openConfirmation(theirs);
  await theirs.getByRole('button', { name: 'Mit Passkey bestätigen' }).click();
  await expect(theirs).toHaveURL(/\/konto\/zwei-faktor$/);
});

test('whoever cancels is told so, and nothing typed is lost', async ({ page, otherBrowser }) => {
  const theirs = await otherBrowser(null);
  const user = await enterAsNewUser(page.request, theirs);
  const device = await giveAuthenticator(theirs);
  await theirs.goto('/konto/zwei-faktor');
  await device.confirms(false);
  await addPasskey(theirs, 'Mein Telefon');
  const said = theirs.getByRole('main').getByText(CANCELLED);
  await expect(said).toBeVisible();
  await expect(theirs.getByRole('textbox', { name: 'Name des Passkeys' })).toHaveValue('Mein Telefon');
  await device.confirms(true);
  await theirs.getByRole('button', { name: 'Passkey hinzufügen' }).click();
  await expect(theirs.getByRole('heading', { name: 'Wiederherstellungscodes' })).toBeVisible();

  await signOut(theirs);
  await signIn(theirs, user, GOOD_PASSWORD);
  await device.confirms(false);
  const button = theirs.getByRole('button', { name: 'Mit Passkey anmelden' });
  await button.click();
  await expect(theirs.getByText(/^Abgebrochen\./)).toBeVisible();
  await device.confirms(true);
  await button.click();
  await expect(theirs).toHaveURL(/\/portal\//);
});

test('a browser without passkeys says so and offers no button', async ({ page, otherBrowser }) => {
  const theirs = await otherBrowser(null);
  await theirs.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
  await enterAsNewUser(page.request, theirs);
  await theirs.goto('/konto/zwei-faktor');
  await expect(theirs.getByText('Für Passkeys braucht es einen neueren Browser mit JavaScript.')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Passkey hinzufügen' })).toHaveCount(0);
  await signOut(theirs);
  await expect(theirs.getByRole('button', { name: 'Anmelden', exact: true })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Mit Passkey anmelden' })).toHaveCount(0);
});
