import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { programUrl } from './global-setup';
import { tabs } from './detail';
import { started } from './started';
import { unique } from './unique';

/** A name that nobody else has. */
export function newName(): string {
  return `bücher-${unique()}.example`.toLowerCase();
}

/** Stores a domain without a page, for nobody yet. */
export async function storeDomain(request: APIRequestContext, name: string = newName()): Promise<string> {
  const answer = await request.post('/domains/neu', {
    headers: { origin: programUrl() },
    form: { id: randomUUID(), domain: name, contract: 'D-0000001', registrar: 'INWX' },
    maxRedirects: 0,
  });
  expect(answer.status(), await answer.text()).toBe(303);
  return name;
}

/** The tab "Domains" of the customer with this number, once the page reacts by itself. */
export async function openDomains(page: Page, number: string, { scripts = true } = {}): Promise<void> {
  await page.goto(`/k/${number}`);
  if (scripts) await started(page);
  await tabs(page).getByRole('link', { name: 'Domains' }).click();
  await expect(page.getByRole('link', { name: 'Neue Domain' })).toBeVisible();
}

/** The row of a domain in the tab. */
export function domainRow(page: Page, name: string): Locator {
  return page.getByRole('table', { name: 'Domains', exact: true }).getByRole('row').filter({ hasText: name });
}

/** Assigns a stored domain by the dialog. */
export async function assign(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Domain zuordnen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Domain zuordnen' });
  await dialog.getByRole('searchbox', { name: 'Domains suchen' }).fill(name);
  await expect(dialog.getByRole('checkbox')).toHaveCount(1);
  await dialog.getByRole('checkbox', { name }).check();
  await dialog.getByRole('button', { name: 'Zuordnen' }).click();
}
