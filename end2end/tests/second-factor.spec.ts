import type { Page } from '@playwright/test';
import { signIn } from '../support/accounts';
import { status } from '../support/dialog';
import { expect, test } from '../support/fixtures';
import { enterAsNewUser, setUp } from '../support/second-factor';
import { GOOD_PASSWORD } from '../support/user';

/** Ends the session and gives the password again. */
async function signInAgain(page: Page, user: string): Promise<void> {
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await expect(page).toHaveURL(/\/anmelden/);
  await signIn(page, user, GOOD_PASSWORD);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a second factor is set up, asked for, and removed again', async ({ page, otherBrowser, quiet }) => {
      quiet.expectStatus(401, /\/anmelden\/code$/);
      const theirs = await otherBrowser(null, { javaScriptEnabled });
      const user = await enterAsNewUser(page.request, theirs);
      await theirs.getByRole('link', { name: 'Konto', exact: true }).click();
      await theirs.getByRole('link', { name: 'Einrichten' }).click();
      const { app, codes } = await setUp(theirs);
      expect(codes).toHaveLength(10);
      await theirs.getByRole('link', { name: 'Ich habe die Codes aufbewahrt' }).click();
      await expect(theirs.getByText('10 Wiederherstellungscodes sind noch unbenutzt.')).toBeVisible();

      await signInAgain(theirs, user);
      const code = theirs.getByRole('textbox', { name: 'Code aus der App' });
      await code.fill('000000');
      await theirs.getByRole('button', { name: 'Anmelden', exact: true }).click();
      await expect(theirs.getByRole('alert')).toHaveText('Dieser Code ist falsch oder nicht mehr gültig.');
      // The next attempt has to wait for a second.
      await theirs.waitForTimeout(1_100);
      await code.fill(app.code(1));
      await theirs.getByRole('button', { name: 'Anmelden', exact: true }).click();
      await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(theirs).toHaveURL(/\/portal\//);

      await signInAgain(theirs, user);
      await theirs.getByRole('link', { name: 'Wiederherstellungscode verwenden' }).click();
      await theirs.getByRole('textbox', { name: 'Wiederherstellungscode' }).fill(codes[0] ?? '');
      await theirs.getByRole('button', { name: 'Anmelden', exact: true }).click();
      await expect(theirs).toHaveURL(/\/portal\//);

      await theirs.goto('/konto/zwei-faktor');
      await expect(theirs.getByText('9 Wiederherstellungscodes sind noch unbenutzt.')).toBeVisible();
      await theirs.getByLabel('Aktuelles Passwort').fill(GOOD_PASSWORD);
      await theirs.getByRole('button', { name: 'Entfernen' }).click();
      await expect(status(theirs)).toHaveText('Die Zwei-Faktor-Anmeldung ist entfernt.');
      await signInAgain(theirs, user);
      await expect(theirs).toHaveURL(/\/portal\//);
    });
  });
}

test('the reseller requires it from its staff', async ({ page, open }) => {
  await open('/stammdaten');
  const choice = page.getByRole('combobox', { name: 'Zwei-Faktor-Anmeldung der Mitarbeiter' });
  await expect(choice).toHaveValue('optional');
  await expect(page.getByText('richten Mitarbeiter sie bei der nächsten Anmeldung ein')).toBeVisible();
});
