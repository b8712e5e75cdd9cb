import { signIn } from '../support/accounts';
import { status } from '../support/dialog';
import { expect, test } from '../support/fixtures';
import { openList } from '../support/list';
import { started } from '../support/started';
import { fillInStaff, newStaff, openNewStaff, openStaff, staffRow, storeStaff } from '../support/staff';
import { choosePassword, GOOD_PASSWORD } from '../support/user';

// Who gives a right proves anew who that is.
test.use({ fresh: true });

test('somebody is invited with a right, signs in, and finds what the right allows', async ({ page, otherBrowser }) => {
  const anna = newStaff('view');
  await openStaff(page);
  const dialog = await openNewStaff(page);
  await fillInStaff(dialog, anna);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  const passOn = page.getByRole('dialog', { name: 'Link für den Mitarbeiter' });
  const link = new URL(await passOn.getByRole('textbox', { name: 'Link' }).inputValue()).pathname;
  await passOn.getByRole('link', { name: 'Schließen' }).click();
  await expect(staffRow(page, anna)).toContainText('Ansehen');
  await expect(staffRow(page, anna)).toContainText('noch nie');

  const theirs = await otherBrowser(null);
  await choosePassword(theirs, link);
  await signIn(theirs, anna.userName, GOOD_PASSWORD);
  await expect(theirs.getByRole('navigation', { name: 'Hauptmenü', includeHidden: true })).toBeAttached();
  await openList(theirs);
  await expect(theirs.getByRole('link', { name: 'Neuen Kunden anlegen' })).toHaveCount(0);
  await expect(theirs.getByRole('link', { name: 'Mitarbeiter', includeHidden: true })).toHaveCount(0);

  // A new right counts at once.
  await page.getByRole('link', { name: `Bearbeiten: ${anna.userName}` }).click();
  const edit = page.getByRole('dialog', { name: 'Mitarbeiter bearbeiten' });
  await edit.getByRole('combobox', { name: 'Recht' }).selectOption('edit');
  await edit.getByRole('button', { name: 'Speichern' }).click();
  await expect(status(page)).toHaveText(`Mitarbeiter ${anna.userName} wurde gespeichert.`);
  await expect(staffRow(page, anna)).not.toContainText('noch nie');
  await openList(theirs);
  await expect(theirs.getByRole('link', { name: 'Neuen Kunden anlegen' })).toBeVisible();
});

test('a faulty field is said before anything is sent', async ({ page }) => {
  await openStaff(page);
  const dialog = await openNewStaff(page);
  await fillInStaff(dialog, newStaff());
  await dialog.getByRole('textbox', { name: 'E-Mail' }).fill('ohne-at');
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(dialog.getByRole('textbox', { name: 'E-Mail' })).toBeFocused();
  await expect(dialog).toContainText('keine gültige E-Mail-Adresse');
});

test('ending all sessions, deactivating and deleting send somebody to the sign-in', async ({ page, otherBrowser }) => {
  const anna = newStaff('edit');
  const link = await storeStaff(page.request, anna);
  const theirs = await otherBrowser(null);
  await choosePassword(theirs, link);
  await signIn(theirs, anna.userName, GOOD_PASSWORD);
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Startseite');

  await openStaff(page);
  await page.getByRole('link', { name: `Sitzungen: ${anna.userName}` }).click();
  const sessions = page.getByRole('dialog', { name: 'Sitzungen' });
  await expect(sessions).toContainText(`${anna.userName} ist in einem Browser angemeldet:`);
  await expect(sessions.getByRole('listitem')).toContainText('zuletzt benutzt');
  await sessions.getByRole('button', { name: 'Alle Sitzungen beenden' }).click();
  await expect(status(page)).toHaveText(`Alle Sitzungen von ${anna.userName} sind beendet.`);
  await theirs.goto('/mkm/kunden');
  await expect(theirs).toHaveURL(/\/anmelden/);

  await page.getByRole('button', { name: `Deaktivieren: ${anna.userName}` }).click();
  await expect(status(page)).toContainText(`Mitarbeiter ${anna.userName} wurde deaktiviert.`);
  await expect(staffRow(page, anna)).toContainText('deaktiviert');
  await started(page);
  await page.getByRole('link', { name: `Löschen: ${anna.userName}` }).click();
  const question = page.getByRole('alertdialog', { name: 'Mitarbeiter löschen' });
  await expect(question).toContainText('Das Protokoll behält den Namen.');
  await question.getByRole('button', { name: 'Löschen' }).click();
  await expect(status(page)).toHaveText(`Mitarbeiter ${anna.userName} wurde gelöscht.`);
  await expect(staffRow(page, anna)).toHaveCount(0);
});

test('nobody takes the own right or access away', async ({ page, otherBrowser }) => {
  const anna = newStaff('manage');
  const link = await storeStaff(page.request, anna);
  const theirs = await otherBrowser(null);
  await choosePassword(theirs, link);
  await signIn(theirs, anna.userName, GOOD_PASSWORD);
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Startseite');
  await openStaff(theirs);
  const own = staffRow(theirs, anna);
  await expect(own).toContainText('(du)');
  await expect(own.getByRole('button')).toHaveCount(0);
  await own.getByRole('link', { name: `Bearbeiten: ${anna.userName}` }).click();
  const edit = theirs.getByRole('dialog', { name: 'Mitarbeiter bearbeiten' });
  await expect(edit).toContainText('Das eigene Recht ändert jemand anders');
  await expect(edit.getByRole('combobox')).toHaveCount(0);
});

test.describe('who only looks', () => {
  test.use({ account: 'azubi' });

  test('is offered nothing that changes anything, and is told so at an address of that kind', async ({ page, open, quiet }) => {
    quiet.expectStatus(403, /\/mkm\/kunden\/neu$/);
    await open('/k/123456');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kundeninformationen');
    for (const name of ['Bearbeiten', 'Kunde löschen']) {
      await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
    }
    await open('/domains');
    await expect(page.getByRole('table', { name: 'Domains' })).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await expect(page.getByRole('columnheader', { name: 'Aktionen' })).toHaveCount(0);
    await open('/mkm/kunden/neu');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kein Zugriff');
    await expect(page.getByRole('main')).toContainText('Dafür fehlt deinem Konto das Recht.');
    // From there a link of the menu leads on without loading the page anew.
    await page.evaluate(() => {
      Object.assign(window, { stays: true });
      document.querySelector<HTMLElement>('nav a[href="/mkm/kunden"]')?.click();
    });
    await expect(page.getByRole('table', { name: 'Kunden' })).toBeVisible();
    expect(await page.evaluate(() => 'stays' in window)).toBe(true);
  });
});
