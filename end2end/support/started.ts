import type { BrowserContext, Page } from '@playwright/test';

declare global {
  interface Window {
    /** The router has begun to listen: WebAssembly has taken the page over. */
    mkmRouterListens?: boolean;
  }
}

/** Lets `started` see in every page of the context when WebAssembly has taken over. */
export async function observeStart(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const listen = window.addEventListener;
    window.addEventListener = function (this: Window, ...given: Parameters<typeof listen>) {
      if (given[0] === 'popstate') window.mkmRouterListens = true;
      return listen.apply(this, given);
    } as typeof listen;
  });
}

/** Waits until the page reacts by itself, without the server. */
export async function started(page: Page): Promise<void> {
  await page.waitForFunction(() => window.mkmRouterListens === true);
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
