import type { Page } from '@playwright/test';

/** Notes what the page asks the server for, from now on. */
export function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    // Chromium names the icon at each change of the address, and then takes it from its cache.
    if (!request.url().endsWith('/favicon.png')) asked.push(`${request.method()} ${request.url()}`);
  });
  return asked;
}
