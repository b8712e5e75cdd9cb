import { PASSWORD, signIn } from '../support/accounts';
import { status } from '../support/dialog';
import { expect } from '../support/fixtures';
import { linkIn } from '../support/mail-sink';
import { choosePassword, fillInUser, GOOD_PASSWORD, newUser, openNewUser, openUsers, userRow } from '../support/user';
import { test } from '../support/with-mails';

/** The demo's customer without anything. */
const CUSTOMER = '1234578';

test.use({ purpose: 'mails' });
test.describe.configure({ mode: 'serial' });

test('an invitation arrives, its link sets the password, and the portal opens', async ({ page, otherBrowser, sink }) => {
  const user = newUser();
  await openUsers(page, CUSTOMER);
  const dialog = await openNewUser(page);
  await fillInUser(dialog, user);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Benutzer ${user.userName} wurde angelegt.`);

  const mail = await sink.theMailTo(user.email);
  expect(mail.subject).toMatch(/^Ihr Zugang zum Kundenportal von Muster Hosting GmbH/);
  expect(mail.from?.value[0]).toEqual({ address: 'portal@example.org', name: 'Muster Hosting GmbH' });
  expect(mail.text).toContain(`Ihr Benutzername: ${user.userName}`);
  await expect(async () => {
    await page.reload();
    await expect(userRow(page, user)).toContainText('gesendet', { timeout: 500 });
    await expect(userRow(page, user)).not.toContainText('noch nicht', { timeout: 500 });
  }).toPass({ timeout: 10_000 });

  const theirs = await otherBrowser(null);
  await choosePassword(theirs, linkIn(mail));
  await signIn(theirs, user.userName, GOOD_PASSWORD);
  await expect(theirs.getByText(`Kundennummer ${CUSTOMER}`)).toBeVisible();
  expect(sink.mailsTo(user.email)).toHaveLength(1);
});

test('a forgotten password: the same answer for everybody, a mail for whoever is known', async ({ otherBrowser, sink }) => {
  const answers: string[] = [];
  for (const name of ['demo2', 'gibtesnicht']) {
    const page = await otherBrowser(null);
    await page.goto('/anmelden');
    await page.getByRole('link', { name: 'Passwort vergessen?' }).click();
    await page.getByRole('textbox', { name: 'Benutzername oder E-Mail' }).fill(name);
    await page.getByRole('button', { name: 'Link anfordern' }).click();
    await expect(page.getByRole('status')).toContainText('Wenn es dazu ein Konto gibt, ist eine E-Mail unterwegs.');
    answers.push(await page.getByRole('main').innerText());
  }
  expect(answers[0]).toBe(answers[1]);
  await expect.poll(() => sink.subjects().filter((subject) => subject.startsWith('Neues Passwort')).length, { timeout: 20_000 }).toBe(1);
});

for (const [account, path] of [
  ['demo', '/konto'],
  ['kunde', '/portal/konto'],
] as const) {
  test.describe(account, () => {
    test.use({ account });

    test('a new address counts when its link is used, and the old one is told', async ({ page, open, otherBrowser, sink, quiet }) => {
      quiet.expectStatus(422, /\/konto\/email$/);
      quiet.expectStatus(410, /\/email\//);
      const address = newUser().email;
      await open(path);
      const main = page.getByRole('main');
      const old = await main.locator('dd').last().innerText();
      await page.getByRole('textbox', { name: 'Neue E-Mail-Adresse' }).fill('ohne-at');
      await page.getByLabel('Aktuelles Passwort').fill(PASSWORD);
      await page.getByRole('button', { name: 'Link anfordern' }).click();
      await expect(page.getByText('keine gültige E-Mail-Adresse')).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Neue E-Mail-Adresse' })).toHaveValue('ohne-at');

      await page.getByRole('textbox', { name: 'Neue E-Mail-Adresse' }).fill(address);
      await page.getByLabel('Aktuelles Passwort').fill(PASSWORD);
      await page.getByRole('button', { name: 'Link anfordern' }).click();
      await expect(status(page)).toContainText('Ein Link ist an die neue Adresse unterwegs.');
      await expect(main).toContainText(`${address} ist noch nicht bestätigt.`);
      await expect(main.locator('dd').last()).toHaveText(old);

      const mail = await sink.theMailTo(address);
      const elsewhere = await otherBrowser(null);
      await elsewhere.goto(linkIn(mail));
      await expect(elsewhere.getByRole('main')).toContainText(`Soll ${address} die E-Mail-Adresse von ${account} werden?`);
      await elsewhere.getByRole('button', { name: 'Bestätigen' }).click();
      await expect(elsewhere.getByRole('status')).toHaveText('Die E-Mail-Adresse ist geändert.');
      await page.goto(path);
      await expect(main.locator('dd').last()).toHaveText(address);
      await expect(main).not.toContainText('noch nicht bestätigt');

      const told = await sink.theMailTo(old);
      expect(told.subject).toMatch(/E-Mail-Adresse wurde geändert$/);
      await elsewhere.goto(linkIn(mail));
      await expect(elsewhere.getByRole('alert')).toContainText('schon benutzt oder ist abgelaufen');
    });
  });
}
