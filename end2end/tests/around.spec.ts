import { startEditing } from '../support/detail';
import { status } from '../support/dialog';
import { expect, test } from '../support/fixtures';
import { fillIn } from '../support/customer';
import { openList } from '../support/list';
import { started } from '../support/started';
import type { Locator, Page } from '@playwright/test';

function box(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Schnellsuche' });
}

test.describe('the jump box', () => {
  for (const keys of ['Control+k', '/']) {
    test(`${keys} leads into it, and Enter to the exact number`, async ({ page, open }) => {
      await open('/kontakt');
      await page.keyboard.press(keys);
      await expect(box(page)).toBeFocused();
      await page.keyboard.type('123456');
      await expect(page.getByRole('option').first()).toContainText('123456');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/mkm\/kunden\/[0-9a-f-]{36}$/);
      await expect(page.getByText('#123456')).toBeVisible();
      await expect(box(page)).toHaveValue('');
    });
  }

  test('"/" is a letter while somebody types, and does nothing behind a dialog', async ({ page, open }) => {
    await open('/mkm/kunden');
    const filter = page.getByRole('searchbox', { name: 'Kunden filtern' });
    await filter.focus();
    await page.keyboard.type('a/b');
    await expect(filter).toHaveValue('a/b');
    await expect(filter).toBeFocused();
    await open('/mkm/kunden/neu');
    await page.getByRole('dialog').getByRole('button', { name: 'Hinzufügen' }).focus();
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Hinzufügen' })).toBeFocused();
  });

  test('the arrows choose, Escape closes, and the last option leads to the list', async ({ page, open }) => {
    await open('/kontakt');
    await box(page).fill('huber');
    const options = page.getByRole('option');
    await expect(options.first()).toContainText('Huber');
    const count = await options.count();
    await page.keyboard.press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    const id = await options.first().getAttribute('id');
    await expect(box(page)).toHaveAttribute('aria-activedescendant', id ?? '');
    await page.keyboard.press('Escape');
    await expect(options).toHaveCount(0);
    await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
    await box(page).pressSequentially(' ');
    await expect(options).toHaveCount(count);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/mkm\/kunden\?q=huber$/);
  });

  test('a click chooses too', async ({ page, open }) => {
    await open('/kontakt');
    await box(page).fill('1234578');
    await page.getByRole('option', { name: /1234578/ }).first().click();
    await expect(page.getByText('#1234578')).toBeVisible();
  });

  test('the answer to the newest question wins', async ({ page, open }) => {
    await open('/kontakt');
    let first = true;
    await page.route('**/api/suche', async (route) => {
      const slow = first;
      first = false;
      if (slow) await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue().catch(() => undefined);
    });
    const slow = page.waitForRequest('**/api/suche');
    await box(page).fill('huber');
    await slow;
    await box(page).fill('123456');
    await expect(page.getByRole('option').first()).toContainText('123456');
    await page.waitForTimeout(1_800);
    await expect(page.getByRole('option').first()).toContainText('123456');
  });

  test('what begins with nothing is said, and Enter leads to the page', async ({ page, open }) => {
    await open('/kontakt');
    await box(page).fill('gibtesnicht');
    await expect(page.getByText('Nichts beginnt mit „gibtesnicht“.')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/suche\?q=gibtesnicht$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Suche');
  });
});

test('the start page leads to the customers', async ({ page, open }) => {
  await open('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Startseite');
  await page.getByRole('main').getByRole('link', { name: /^\d+ Kunden$/ }).click();
  await expect(page).toHaveURL(/\/mkm\/kunden$/);
});

test('a customer that cannot be deleted leads to the support, with number and reasons', async ({ page, open }) => {
  await open('/k/123456');
  await page.getByRole('link', { name: 'Support fragen' }).click();
  await expect(page).toHaveURL(/\/kontakt\?kunde=123456$/);
  const message = page.getByRole('textbox', { name: 'Nachricht' });
  await expect(message).toHaveValue(/Kunde: 123456 Testkunde 1/);
  await expect(message).toHaveValue(/FISINGER\.de-Produkt/);
});

test.describe('own data', () => {
  test.describe.configure({ mode: 'serial' });
  test.use({ account: 'demo2' });

  test('it is saved, and the next number follows its scheme', async ({ page, open }, { project }) => {
    const prefix = `${project.name.slice(0, 1).toUpperCase()}-`;
    await open('/stammdaten');
    await page.getByRole('textbox', { name: 'Präfix' }).fill(prefix);
    await page.getByRole('textbox', { name: 'Ziffern' }).fill('5');
    await page.getByRole('textbox', { name: 'Nächste Nummer' }).fill('42');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect(status(page)).toHaveText('Die Stammdaten wurden gespeichert.');
    await expect(page.getByText(`Der nächste neue Kunde bekommt die Nummer ${prefix}00042.`)).toBeVisible();
  });

  test('who saves later sees what the other one saved, and loses nothing typed', async ({ page, open, quiet, otherBrowser }) => {
    quiet.expectStatus(409, /\/api\/stammdaten\/speichern$/);
    const other = await otherBrowser('demo2');
    await open('/stammdaten');
    await other.goto('/stammdaten');
    await started(other);
    const mark = String(Date.now());
    await other.getByRole('textbox', { name: 'Ort', exact: true }).fill(`Bonn ${mark}`);
    await other.getByRole('button', { name: 'Speichern' }).click();
    await expect(status(other)).toHaveText('Die Stammdaten wurden gespeichert.');
    const city = page.getByRole('textbox', { name: 'Ort', exact: true });
    await city.fill('Köln');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect(page.getByText('Jemand anders hat die Stammdaten inzwischen geändert.')).toBeVisible();
    await expect(page.getByText(`Jetzt gespeichert: Bonn ${mark}`)).toBeVisible();
    await expect(city).toHaveValue('Köln');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect(status(page)).toHaveText('Die Stammdaten wurden gespeichert.');
  });
});

test('the log tells of an edit, also on the customer’s own page', async ({ page, open, storedCustomer }) => {
  const customer = await storedCustomer();
  await open(`/k/${customer.number}`);
  await fillIn(await startEditing(page), { city: 'Leipzig' });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(status(page)).toContainText('wurde gespeichert');
  await page.locator('summary').filter({ hasText: 'Verlauf' }).click();
  const history = page.getByRole('table', { name: 'Verlauf' });
  await expect(history.getByText('Berlin → Leipzig')).toBeVisible();
  await page.getByRole('link', { name: 'Alles im Protokoll zeigen' }).click();
  const log = page.getByRole('table', { name: 'Protokoll' });
  await expect(log.getByText('Kunde geändert')).toBeVisible();
  await page.getByRole('combobox', { name: 'Art' }).selectOption({ label: 'Kunde angelegt' });
  await page.getByRole('button', { name: 'Filtern' }).click();
  await expect(page).toHaveURL(/art=customer\.created/);
  await expect(log.getByText('Kunde geändert')).toHaveCount(0);
  await expect(log.getByText('Kunde angelegt')).toBeVisible();
});

test('the log turns its pages and comes back @desktop', async ({ page, open }) => {
  await open('/verwaltung/protokoll');
  const first = await page.getByRole('table', { name: 'Protokoll' }).locator('tbody tr').first().textContent();
  await page.getByRole('link', { name: 'Ältere' }).click();
  await expect(page).toHaveURL(/aelter=/);
  await page.getByRole('link', { name: 'Neuere' }).click();
  await expect(page.getByRole('table', { name: 'Protokoll' }).locator('tbody tr').first()).toHaveText(first ?? '');
});

test('the menu leads everywhere', async ({ page, isMobile }) => {
  await openList(page);
  for (const [entry, heading] of [
    ['Startseite', 'Startseite'],
    ['Kontakt', 'Kontakt'],
    ['Stammdaten', 'Stammdaten'],
    ['Protokoll', 'Protokoll'],
  ] as const) {
    if (isMobile) await page.getByRole('button', { name: 'Menü' }).click();
    const link = page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: entry, exact: true });
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    // The drawer has closed when it has led somewhere.
    if (!isMobile) await expect(link).toHaveAttribute('aria-current', 'page');
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the top bar searches, and the log is filtered', async ({ page }) => {
    await page.goto('/kontakt');
    await box(page).fill('123456');
    await page.getByRole('button', { name: 'Suchen' }).click();
    await page.getByRole('main').getByRole('link', { name: '123456', exact: true }).click();
    await expect(page.getByText('#123456')).toBeVisible();
    await page.goto('/verwaltung/protokoll');
    await page.getByRole('textbox', { name: 'Kunde' }).fill('1234578');
    await page.getByRole('button', { name: 'Filtern' }).click();
    await expect(page.getByRole('table', { name: 'Protokoll' })).toContainText('1234578');
  });
});
