import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';
import { expect, test } from '../support/fixtures';
import { openList } from '../support/list';
import { SIGHTS } from '../support/sights';
import { settled } from '../support/started';

/** The one rule of WCAG 2.2 AA that axe leaves out unless it is asked. */
const BEYOND_THE_DEFAULT: RunOptions['rules'] = { 'target-size': { enabled: true } };

/** A colour scheme changes colours and which button switches it: the other rules would look at the same page twice. */
const ABOUT_THE_SCHEME: RunOptions['runOnly'] = { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'button-name'] };

test.describe('axe finds nothing', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const sight of SIGHTS) {
    test.describe(sight.name, () => {
      if (sight.account !== undefined) test.use({ account: sight.account });
      if (sight.fresh) test.use({ fresh: true });

      test(`on ${sight.name}, light and dark`, async ({ page, quiet }) => {
        await sight.show(page, quiet);
        await settled(page);
        await unscroll(page);
        expect(await violations(page, { rules: BEYOND_THE_DEFAULT }), 'light').toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        await settled(page);
        expect(await violations(page, { runOnly: ABOUT_THE_SCHEME }), 'dark').toEqual([]);
      });
    });
  }
});

async function violations(page: Page, options: RunOptions): Promise<{ id: string; help: string; at: string[] }[]> {
  // Legacy: without a second page that puts the results of frames together. There are no frames.
  const found = await new AxeBuilder({ page }).setLegacyMode().options(options).analyze();
  return found.violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html.slice(0, 200)) }));
}

/** Where a page has scrolled by itself, the bar on top covers half a row by chance: axe takes that for a small button. */
async function unscroll(page: Page): Promise<void> {
  const [scrolled, height] = await page.evaluate(() => [window.scrollY, document.documentElement.scrollHeight] as const);
  const { width } = page.viewportSize() ?? { width: 0 };
  if (scrolled > 0) await page.setViewportSize({ width, height });
}

test('axe finds nothing in the drawer', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the menu stands beside the page');
  await openList(page);
  await page.getByRole('button', { name: 'Menü' }).click();
  await expect(page.getByRole('navigation', { name: 'Hauptmenü' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('whoever wants no motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openList(page);
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});
