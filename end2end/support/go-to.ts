import type { Page } from '@playwright/test';
import { started } from './started';

/** Opens a page and waits until it reacts by itself. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await started(page);
}
