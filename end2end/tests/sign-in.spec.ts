import { nobody, signIn } from '../support/accounts';
import { expect, test } from '../support/fixtures';

const SESSION = '__Host-mkm';

test.use({ account: null });

test('a wrong password is answered with a sentence that does not say what was wrong', async ({ page, open, quiet }) => {
  quiet.expectStatus(401, /\/anmelden$/);
  const name = nobody();
  await open('/anmelden');
  await signIn(page, name, 'falsch und trotzdem lang');
  await expect(page.getByRole('alert')).toHaveText('Benutzername oder Passwort ist falsch.');
  await expect(page.getByRole('textbox', { name: 'Benutzername' })).toHaveValue(name);
  await expect(page.getByLabel('Passwort')).toHaveValue('');
});

test('the right password leads back to the page that was asked for', async ({ page, open }) => {
  await open('/mkm/kunden?q=mueller&sort=firma&richtung=ab');
  await expect(page).toHaveURL(/\/anmelden\?/);
  await signIn(page, 'demo');
  await expect(page).toHaveURL(/\/mkm\/kunden\?q=mueller&sort=firma&richtung=ab$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('MKM – Kundenverwaltung');
});

test('signing in without a page in mind leads to the start page', async ({ page, open }) => {
  await open('/');
  await signIn(page, 'demo');
  await expect(page).toHaveURL(/:\d+\/$/);
});

test('a wrong password does not forget the page that was asked for', async ({ page, open, quiet }) => {
  quiet.expectStatus(401, /\/anmelden$/);
  await open('/mkm/kunden?sort=vorname');
  await signIn(page, nobody(), 'falsch und trotzdem lang');
  await expect(page.getByRole('alert')).toBeVisible();
  await signIn(page, 'demo');
  await expect(page).toHaveURL(/\/mkm\/kunden\?sort=vorname$/);
});

for (const elsewhere of ['https://example.com/', '//example.com/', '/\\example.com/']) {
  test(`signing in never leads to another site: ${elsewhere}`, async ({ page, open }) => {
    await open(`/anmelden?zurueck=${encodeURIComponent(elsewhere)}`);
    await signIn(page, 'demo');
    await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/$/);
  });
}

for (const path of ['/', '/mkm/kunden', '/mkm/kunden/neu', '/k/123456', '/stammdaten', '/kontakt', '/suche', '/verwaltung/protokoll', '/gibt/es/nicht']) {
  test(`without a session ${path} shows the sign-in page and nothing else`, async ({ page, open }) => {
    await open(path);
    await expect(page).toHaveURL(/\/anmelden(\?|$)/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmelden');
    await expect(page.getByRole('navigation', { name: 'Hauptmenü' })).toHaveCount(0);
  });
}

test('the session cookie is out of reach for scripts, other sites and plain connections', async ({ page, open, context }) => {
  await open('/anmelden');
  expect((await context.cookies()).map((cookie) => cookie.name)).not.toContain(SESSION);
  await signIn(page, 'demo');
  await expect(page).toHaveURL(/:\d+\/$/);
  const session = (await context.cookies()).find((cookie) => cookie.name === SESSION);
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/', domain: 'localhost', expires: -1 });
  // 128 bit at least.
  expect(session?.value.length).toBeGreaterThanOrEqual(22);
  expect(await page.evaluate(() => document.cookie)).not.toContain(SESSION);
});

test('signing out ends the session for good', async ({ page, open, context }) => {
  await open('/anmelden');
  await signIn(page, 'demo');
  await expect(page).toHaveURL(/:\d+\/$/);
  const before = await context.cookies();
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await expect(page).toHaveURL(/\/anmelden$/);
  expect((await context.cookies()).map((cookie) => cookie.name)).not.toContain(SESSION);
  // Somebody who had copied the cookie has nothing.
  await context.addCookies(before);
  await page.goto('/mkm/kunden');
  await expect(page).toHaveURL(/\/anmelden\?/);
  // Nor does the back button bring the customers back.
  await page.goBack();
  await expect(page.getByRole('table', { name: 'Kunden' })).toHaveCount(0);
});

test('who is signed in does not see the sign-in page', async ({ page, open }) => {
  await open('/anmelden');
  await signIn(page, 'demo');
  await expect(page).toHaveURL(/:\d+\/$/);
  await open('/anmelden');
  await expect(page).toHaveURL(/:\d+\/$/);
});

test('a link for a password that was never given says so', async ({ page, quiet }) => {
  quiet.expectStatus(410, /\/passwort\//);
  await page.goto('/passwort/gibtesnicht');
  await expect(page.getByRole('alert')).toHaveText(
    'Dieser Link wurde schon benutzt oder ist abgelaufen. Bitte lass dir einen neuen geben.',
  );
});
