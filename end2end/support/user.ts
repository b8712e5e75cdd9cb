import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import type { Customer } from './customer';
import { tabs } from './detail';
import { programUrl } from './global-setup';
import { started } from './started';
import { unique } from './unique';

/** A password that the program takes. */
export const GOOD_PASSWORD = 'drei blaue Elefanten tanzen';

/** A portal user. */
export interface User {
  userName: string;
  firstName: string;
  lastName: string;
  email: string;
}

/** A user that nobody else has. */
export function newUser(): User {
  const userName = `eva-${unique()}`;
  return { userName, firstName: 'Eva', lastName: 'Öl', email: `${userName}@example.de` };
}

/** The tab "Benutzer" of the customer with this number, once the page reacts by itself. */
export async function openUsers(page: Page, number: string): Promise<void> {
  await page.goto(`/k/${number}`);
  await started(page);
  await tabs(page).getByRole('link', { name: 'Benutzer' }).click();
  await expect(page.getByRole('link', { name: 'Neuen Benutzer anlegen' })).toBeVisible();
}

/** The dialog for a new user, opened from the tab. */
export async function openNewUser(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Neuen Benutzer anlegen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neuen Benutzer anlegen' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Types a user into the form. */
export async function fillInUser(form: Locator, user: Partial<User>): Promise<void> {
  const labels = { userName: 'Benutzername', firstName: 'Vorname', lastName: 'Nachname', email: 'E-Mail' } as const;
  for (const name of Object.keys(labels) as (keyof User)[]) {
    const value = user[name];
    if (value !== undefined) await form.getByRole('textbox', { name: labels[name] }).fill(value);
  }
}

/** The row of a user in the tab. */
export function userRow(page: Page, user: User): Locator {
  return page.getByRole('table', { name: 'Benutzer', exact: true }).getByRole('row').filter({ hasText: user.userName });
}

/** The path of the customer's page. */
export async function pathOf(request: APIRequestContext, customer: Customer): Promise<string> {
  const answer = await request.get(`/k/${customer.number}`, { maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  return answer.headers()['location'] ?? '';
}

/** Stores a user without a page, by a program without a mail server; returns the path of its link. */
export async function storeUser(request: APIRequestContext, customer: Customer, user: User): Promise<string> {
  const { userName, firstName, lastName, email } = user;
  const answer = await request.post(`${await pathOf(request, customer)}/benutzer/neu`, {
    headers: { origin: programUrl() },
    form: { id: randomUUID(), user_name: userName, first_name: firstName, last_name: lastName, email },
  });
  const link = /\/passwort\/[\w-]{22}/.exec(await answer.text());
  if (link === null) throw new Error(`No link for ${userName}: ${answer.status()}`);
  return link[0];
}

/** Sets the password by a link, on the page that the link opens. */
export async function choosePassword(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Neues Passwort').fill(GOOD_PASSWORD);
  await page.getByLabel('Passwort wiederholen').fill(GOOD_PASSWORD);
  await page.getByRole('button', { name: 'Passwort speichern' }).click();
  await expect(page.getByRole('status')).toContainText('Passwort');
}
