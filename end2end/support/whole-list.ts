import type { Page } from '@playwright/test';
import { settled, started } from './started';

/** Opens a page with a list and waits until the browser holds all of it, which it gets from `list`. */
export async function openWithWholeList(page: Page, path: string, list: string): Promise<void> {
  await page.goto(path, { waitUntil: 'commit' });
  // Not before: the page that was open may ask for its list just then, and that answer never ends.
  const whole = page.waitForResponse(list);
  await page.waitForLoadState();
  await started(page);
  await (await whole).finished();
  await settled(page);
}
