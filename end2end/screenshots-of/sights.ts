import { join, resolve } from 'node:path';
import { test } from '../support/fixtures';
import { SIGHTS } from '../support/sights';
import { settled } from '../support/started';

const FOLDER = resolve(process.env['MKM_SCREENSHOTS'] ?? join(__dirname, '..', 'screenshots'));

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    for (const sight of SIGHTS) {
      test.describe(sight.name, () => {
        if (sight.account !== undefined) test.use({ account: sight.account });
        if (sight.fresh) test.use({ fresh: true });

        test(`${sight.name}, ${colorScheme}`, async ({ page, quiet }, { project }) => {
          await sight.show(page, quiet);
          await settled(page);
          // A dialog stands on the screen, a page may be longer.
          const fullPage = (await page.getByRole('dialog').or(page.getByRole('alertdialog')).count()) === 0;
          await page.screenshot({ path: join(FOLDER, `${sight.name}-${project.name}-${colorScheme}.png`), fullPage });
        });
      });
    }
  });
}
