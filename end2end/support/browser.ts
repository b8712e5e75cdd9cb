import { existsSync } from 'node:fs';
import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from '@playwright/test';

/** The system's Chromium where there is one, if possible the one without windows; otherwise the browser that Playwright brings, which has none either. */
function installedChromium(): { executablePath?: string } {
  const candidates = [process.env['MKM_CHROMIUM'], process.env['CHROMIUM_PATH'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
  const found = candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
  return found === undefined ? {} : { executablePath: found };
}

export const chromium: Partial<PlaywrightWorkerOptions> = {
  browserName: 'chromium',
  launchOptions: {
    ...installedChromium(),
    // Chromium's sandbox refuses to work for root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      '--no-first-run',
    ],
  },
};

export const desktop: Partial<PlaywrightTestOptions> = {
  viewport: { width: 1280, height: 800 },
};

export const phone: Partial<PlaywrightTestOptions> = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};
