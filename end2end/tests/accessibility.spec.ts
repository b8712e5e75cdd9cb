import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { openList } from '../support/list';
import { SIGHTS } from '../support/sights';
import { settled } from '../support/started';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    for (const sight of SIGHTS) {
      test.describe(sight.name, () => {
        if (sight.account !== undefined) test.use({ account: sight.account });
        if (sight.fresh) test.use({ fresh: true });

        test(`axe finds nothing on ${sight.name}, ${colorScheme}`, async ({ page, quiet }) => {
          await sight.show(page, quiet);
          await settled(page);
          await unscroll(page);
          const found = await new AxeBuilder({ page })
            // The one rule of WCAG 2.2 AA that axe leaves out unless it is asked.
            .options({ rules: { 'target-size': { enabled: true } } })
            .analyze();
          expect(found.violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html.slice(0, 200)) }))).toEqual([]);
        });
      });
    }
  });
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
