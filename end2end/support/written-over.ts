import type { Page } from '@playwright/test';
import { expect } from './fixtures';
import { settled, started } from './started';

/** What the list shows, as the browser has it. An address may spell its dashes in two ways. */
async function written(page: Page): Promise<string[]> {
  await settled(page);
  return page.locator('main').evaluate((main) => [...main.querySelectorAll('tbody, .pager')].map((part) => part.innerHTML.replaceAll('%2D', '-')));
}

/** Expects that what was written over the list is what the server writes for the same address. */
export async function expectAsFromServer(page: Page): Promise<void> {
  const seen = await written(page);
  expect(seen).toHaveLength(2);
  await page.reload();
  await started(page);
  expect(await written(page)).toEqual(seen);
}
