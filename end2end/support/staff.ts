import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { programUrl } from './global-setup';
import { started } from './started';
import { unique } from './unique';

const PAGE = '/verwaltung/mitarbeiter';

/** Somebody who works for the reseller. */
export interface Staff {
  userName: string;
  right: 'view' | 'edit' | 'manage';
}

/** An account that nobody else has. */
export function newStaff(right: Staff['right'] = 'view'): Staff {
  return { userName: `anna-${unique()}`, right };
}

/** The page "Mitarbeiter", once it reacts by itself. */
export async function openStaff(page: Page): Promise<void> {
  await page.goto(PAGE);
  await started(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mitarbeiter');
}

/** The dialog for a new account, opened from the page. */
export async function openNewStaff(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Neuen Mitarbeiter anlegen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neuen Mitarbeiter anlegen' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Types an account into the form. */
export async function fillInStaff(form: Locator, { userName, right }: Staff): Promise<void> {
  await form.getByRole('textbox', { name: 'Benutzername' }).fill(userName);
  await form.getByRole('textbox', { name: 'Vorname' }).fill('Anna');
  await form.getByRole('textbox', { name: 'Nachname' }).fill('Amt');
  await form.getByRole('textbox', { name: 'E-Mail' }).fill(`${userName}@example.de`);
  await form.getByRole('combobox', { name: 'Recht' }).selectOption(right);
}

/** The row of an account. */
export function staffRow(page: Page, { userName }: Staff): Locator {
  return page.getByRole('table', { name: 'Mitarbeiter' }).getByRole('row').filter({ hasText: userName });
}

/** Stores an account without a page; returns the path of its link. */
export async function storeStaff(request: APIRequestContext, { userName, right }: Staff): Promise<string> {
  const answer = await request.post(`${PAGE}/neu`, {
    headers: { origin: programUrl() },
    form: {
      id: randomUUID(),
      user_name: userName,
      first_name: 'Anna',
      last_name: 'Amt',
      email: `${userName}@example.de`,
      right,
    },
  });
  const link = /\/passwort\/[\w-]{22}/.exec(await answer.text());
  if (link === null) throw new Error(`No link for ${userName}: ${answer.status()}`);
  return link[0];
}
