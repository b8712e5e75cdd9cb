import { defineConfig } from '@playwright/test';
import { chromium, desktop, phone } from './support/browser';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  globalSetup: './support/global-setup',
  fullyParallel: true,
  workers: 2,
  // A machine that is busy for a moment is no fault of the program; the report names such a test flaky.
  retries: process.env['CI'] !== undefined ? 1 : 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    ...chromium,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // Recording takes a third of the time of a test that passes. `--trace on` where one fails.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: desktop },
    // What has no meaning on a phone says so in its title.
    { name: 'phone', use: phone, grepInvert: /@desktop/ },
  ],
});
