import { expect, request, type Page } from '@playwright/test';
import { unique } from './unique';

export const PASSWORD = 'demo-kundenverwaltung';

/** The demo's accounts (two resellers; of the first one somebody who edits, somebody who only looks, and an end customer), and a reseller that has nothing. */
export const PASSWORD_OF = { demo: PASSWORD, demo2: PASSWORD, mitarbeiter: PASSWORD, azubi: PASSWORD, kunde: PASSWORD, leer: 'sieben Zwerge graben Erz' } as const;

export type Account = keyof typeof PASSWORD_OF;

/** What a browser holds after somebody signed in. */
export type StorageState = Awaited<ReturnType<import('@playwright/test').BrowserContext['storageState']>>;

/** Signs in without a page, for tests that are about something else. */
export async function sessionOf(url: string, account: Account): Promise<StorageState> {
  const browserless = await request.newContext({
    baseURL: url,
    extraHTTPHeaders: { origin: url },
    // Not the test's own session: signing in would end it.
    storageState: { cookies: [], origins: [] },
  });
  const answer = await browserless.post('/anmelden', {
    form: { benutzername: account, passwort: PASSWORD_OF[account], zurueck: '' },
    maxRedirects: 0,
  });
  expect(answer.status(), 'signing in leads on').toBe(303);
  const state = await browserless.storageState();
  await browserless.dispose();
  return state;
}

/** A name that nobody has. Each time another one: a name that failed has to wait. */
export function nobody(): string {
  return `niemand-${unique()}`;
}

/** Signs in on the sign-in page that is open. */
export async function signIn(page: Page, account: string, password = PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: 'Benutzername' }).fill(account);
  await page.getByLabel('Passwort').fill(password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
}
