import type { Locator, Page } from '@playwright/test';
import { field } from '../support/customer';
import { createDialog, deleteQuestion, status } from '../support/dialog';
import { expect, newCustomer, test } from '../support/fixtures';
import { customers, openList, rowOf } from '../support/list';

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

for (const key of ['Enter', 'Space']) {
  test(`${key} sorts @desktop`, async ({ page }) => {
    await openList(page);
    const header = customers(page).getByRole('columnheader', { name: 'Firma', exact: true });
    const button = header.getByRole('button', { name: 'Firma' });
    await tabTo(page, button);
    await page.keyboard.press(key);
    await expect(header).toHaveAttribute('aria-sort', 'ascending');
    await expect(button).toBeFocused();
    await page.keyboard.press(key);
    await expect(header).toHaveAttribute('aria-sort', 'descending');
    await expect(button).toBeFocused();
  });
}

test('a customer is created with the keyboard alone @desktop', async ({ page }) => {
  await openList(page);
  const opener = page.getByRole('link', { name: 'Neuen Kunden anlegen' });
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const dialog = await createDialog(page);
  await expect(field(dialog, 'number')).toBeFocused();
  const customer = newCustomer();
  await page.keyboard.type(customer.number);
  for (const name of ['lastName', 'firstName', 'street', 'postalCode', 'city', 'phone', 'mobile', 'email'] as const) {
    await tabTo(page, field(dialog, name));
    await page.keyboard.type(customer[name]);
  }
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`);
});

test('the dialog holds the focus, and gives it back when it closes @desktop', async ({ page }) => {
  await openList(page);
  const opener = page.getByRole('link', { name: 'Neuen Kunden anlegen' });
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const dialog = await createDialog(page);
  for (let pressed = 0; pressed < 25; pressed += 1) {
    await page.keyboard.press('Tab');
    const outside = await dialog.evaluate((element) => {
      const focused = document.activeElement;
      return focused !== document.body && !element.contains(focused);
    });
    expect(outside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('the question before deletion begins at Abbrechen, and Escape gives the focus back @desktop', async ({ page, storedCustomer }) => {
  const customer = await storedCustomer();
  await openList(page, `?q=${customer.number}`);
  const button = page.getByRole('button', { name: `Löschen: ${customer.number}`, exact: true });
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  const question = deleteQuestion(page);
  await expect(question).toContainText(customer.number);
  await expect(question.getByRole('button', { name: 'Abbrechen' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, question.getByRole('button', { name: 'Löschen' }));
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde gelöscht.`);
  await expect(rowOf(page, customer.number)).toHaveCount(0);
});

test('from the filter to a customer and through its tabs with the keyboard alone @desktop', async ({ page }) => {
  await openList(page);
  await tabTo(page, page.getByRole('searchbox', { name: 'Kunden filtern' }));
  await page.keyboard.type('123456');
  const details = page.getByRole('link', { name: 'Details: 123456', exact: true });
  await expect(details).toBeVisible();
  await tabTo(page, details);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kundeninformationen');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: 'Domains 2' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Domains' })).toBeVisible();
});

test('what has the focus can be seen @desktop', async ({ page }) => {
  await openList(page);
  for (let pressed = 0; pressed < 20; pressed += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return 'nothing focused';
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? '' : focused.outerHTML.slice(0, 120);
    });
    expect(seen).toBe('');
  }
});
