import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { tabs } from './detail';
import { programUrl } from './global-setup';
import { started } from './started';
import { unique } from './unique';

/** A name that nobody else has. */
export function newProductName(): string {
  return `Webhosting ${unique()}`;
}

/** Stores a product of the reseller's own without a page; for the customer with this number, or for nobody. */
export async function storeProduct(request: APIRequestContext, name: string = newProductName(), customer = ''): Promise<string> {
  const answer = await request.post('/produkte/neu', {
    headers: { origin: programUrl() },
    form: { id: randomUUID(), name, contract: 'RV-1', since: '2024-01-31', customer },
    maxRedirects: 0,
  });
  expect(answer.status(), await answer.text()).toBe(303);
  return name;
}

/** The tab "Produkte" of the customer with this number, once the page reacts by itself. */
export async function openProducts(page: Page, number: string, { scripts = true } = {}): Promise<void> {
  await page.goto(`/k/${number}`);
  if (scripts) await started(page);
  await tabs(page).getByRole('link', { name: 'Produkte' }).click();
  await expect(page.getByRole('link', { name: 'Neues Reseller-Produkt' })).toBeVisible();
}

/** The row of a product in the tab. */
export function productRow(page: Page, name: string): Locator {
  return page.getByRole('table', { name: 'Produkte', exact: true }).getByRole('row').filter({ hasText: name });
}
