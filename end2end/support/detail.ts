import { expect, type Locator, type Page } from '@playwright/test';

/** The tabs of a customer. */
export function tabs(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Kundendetails' });
}

/** What a description list says under a term. */
export function described(page: Page, term: string): Locator {
  return page.locator('dl > div').filter({ has: page.getByRole('term').getByText(term, { exact: true }) }).getByRole('definition');
}

/** Opens the fields of the master data; returns their form. */
export async function startEditing(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  await expect(page.getByRole('button', { name: 'Speichern' })).toBeVisible();
  return page.getByRole('main');
}

/** The address of the open customer's page, without tab and query. */
export function addressOf(page: Page): string {
  return new URL(page.url()).pathname.split('/').slice(0, 4).join('/');
}
