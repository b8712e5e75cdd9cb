import { signIn } from '../support/accounts';
import { expect } from '../support/fixtures';
import { test } from '../support/own-program';

test.use({ account: null, purpose: 'throttling' });
test.describe.configure({ mode: 'serial' });

const WRONG = 'Benutzername oder Passwort ist falsch.';

test('an unknown name is answered like a wrong password @desktop', async ({ page, quiet }) => {
  quiet.expectStatus(401, /\/anmelden$/);
  const seen: string[] = [];
  for (const name of ['demo', 'gibtesnicht']) {
    await page.goto('/anmelden');
    await signIn(page, name, 'falsch und trotzdem lang');
    await expect(page.getByRole('alert')).toHaveText(WRONG);
    seen.push((await page.getByRole('main').innerText()).replaceAll(name, ''));
  }
  expect(seen[0]).toBe(seen[1]);
});

test('after a wrong password the account has to wait, and then the right one works @desktop', async ({ page, quiet }) => {
  quiet.expectStatus(401, /\/anmelden$/);
  quiet.expectStatus(429, /\/anmelden$/);
  await page.goto('/anmelden');
  for (const wait of [1_000, 3_000]) {
    await page.waitForTimeout(wait);
    await signIn(page, 'demo', 'falsch und trotzdem lang');
    await expect(page.getByRole('alert')).toHaveText(WRONG);
  }
  await signIn(page, 'demo');
  await expect(page.getByRole('alert')).toHaveText(
    /^Zu viele Fehlversuche\. Bitte versuche es in \d+ Sekunden noch einmal\.$/,
  );
  await page.waitForTimeout(10_500);
  await signIn(page, 'demo');
  await expect(page).toHaveURL(/:\d+\/$/);
});

test('whoever tries many passwords is made to wait, whichever name is given @desktop', async ({ page, quiet }) => {
  quiet.expectStatus(401, /\/anmelden$/);
  quiet.expectStatus(429, /\/anmelden$/);
  await page.goto('/anmelden');
  const throttled = page.getByRole('alert').getByText(/^Zu viele Fehlversuche/);
  for (let attempt = 0; attempt < 14 && !(await throttled.isVisible()); attempt += 1) {
    await signIn(page, `name${attempt}`, 'falsch und trotzdem lang');
    await expect(page.getByRole('alert')).toBeVisible();
  }
  await expect(throttled).toBeVisible();
  await signIn(page, 'demo2');
  await expect(throttled).toBeVisible();
});
