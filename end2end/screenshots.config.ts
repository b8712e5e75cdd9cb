import { defineConfig } from '@playwright/test';
import config from './playwright.config';

/** `npm run screenshots`: pictures of every page, for people to look at; no test. */
export default defineConfig({ ...config, testDir: 'screenshots-of', testMatch: '*.ts', outputDir: 'test-results/screenshots', fullyParallel: true });
