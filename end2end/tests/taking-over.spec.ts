import { customers, openList } from '../support/list';
import { expect, test } from '../support/fixtures';
import { started } from '../support/started';
import type { BrowserContext, Locator, Page } from '@playwright/test';

declare global {
  interface Window {
    /** The tasks that are held back, once the router listens. */
    heldTasks?: (() => void)[];
  }
}

/** Holds back whatever is to follow in tasks of its own after the router has begun to listen. */
async function holdTasks(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const [listen, later] = [window.addEventListener.bind(window), window.setTimeout.bind(window)];
    window.addEventListener = (...given: Parameters<typeof listen>) => {
      if (given[0] === 'popstate') window.heldTasks ??= [];
      listen(...given);
    };
    window.setTimeout = ((task: () => void, pause?: number) => {
      if (window.heldTasks === undefined || (pause ?? 0) > 0) return later(task, pause);
      return window.heldTasks.push(task);
    }) as typeof window.setTimeout;
  });
}

/** Makes the router take the page over, which is the first task of them. */
async function letRouterGo(page: Page): Promise<void> {
  await page.waitForFunction(() => window.heldTasks !== undefined && window.heldTasks.length > 0);
  await page.evaluate(() => void window.heldTasks?.shift()?.());
}

async function letTasksGo(page: Page): Promise<void> {
  await page.evaluate(async () => {
    while (window.heldTasks !== undefined && window.heldTasks.length > 0) {
      window.heldTasks.shift()?.();
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

function menuLink(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name, exact: true });
}

test.describe('a page that is not taken over whole', () => {
  test.beforeEach(({ context }) => holdTasks(context));

  test('is left by its links without a reload, and the next one has its own rows @desktop', async ({ page }) => {
    await page.goto('/mkm/kunden');
    await letRouterGo(page);
    await menuLink(page, 'Domains').click();
    await letTasksGo(page);
    await started(page);
    await expect(page).toHaveURL(/\/domains$/);
    expect(await page.evaluate(() => window.heldTasks !== undefined), 'the same document').toBe(true);
    const domains = page.getByRole('table', { name: 'Domains' });
    await expect(domains.getByRole('row').nth(3)).toContainText('.');
    await expect(customers(page)).toHaveCount(0);
  });

  test('is left by its links before the router is there, too @desktop', async ({ page }) => {
    await page.goto('/mkm/kunden');
    await page.waitForFunction(() => window.heldTasks !== undefined && window.heldTasks.length > 0);
    await menuLink(page, 'Domains').click();
    await letRouterGo(page);
    await expect(page).toHaveURL(/\/domains$/);
    await letRouterGo(page);
    await letTasksGo(page);
    await started(page);
    await expect(page.getByRole('table', { name: 'Domains' }).getByRole('row').nth(3)).toContainText('.');
    await expect(customers(page)).toHaveCount(0);
  });

  test('keeps what was typed into the search', async ({ page }) => {
    await page.goto('/mkm/kunden');
    await letRouterGo(page);
    const search = page.getByRole('searchbox', { name: 'Kunden filtern' });
    await search.fill('huber');
    await letTasksGo(page);
    await started(page);
    await expect(search).toHaveValue('huber');
    await search.press('Control+End');
    await search.pressSequentially(' ');
    await expect(page).toHaveURL(/q=huber/);
  });
});

test('the quick search finds what was typed before its code came', async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await openList(page);
  await page.route('**/pkg/split_jump.*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest('**/pkg/split_jump.*.wasm');
  await page.getByRole('combobox', { name: 'Schnellsuche' }).pressSequentially('123456');
  await asked;
  release();
  await expect(page.getByRole('option').first()).toContainText('123456');
});
