import type { Page } from '@playwright/test';

/** Waits until the page reacts by itself, without the server: WebAssembly has taken it over, and has noted it. */
export async function started(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('hydrated').length > 0);
  // Effects and resources of the first page follow in the same breath.
  await settled(page);
}

/** Waits until the page has drawn what it was just told. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestIdleCallback(() => requestAnimationFrame(() => resolve()), { timeout: 500 }));
      }),
  );
}
