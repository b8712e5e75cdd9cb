import { expect, type Locator, type Page } from '@playwright/test';
import { openList } from './list';

/** The dialog for a new customer, opened from the list. */
export async function openCreateDialog(page: Page): Promise<Locator> {
  await openList(page);
  await page.getByRole('link', { name: 'Neuen Kunden anlegen' }).click();
  return createDialog(page);
}

export async function createDialog(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: 'Neuen Kunden anlegen' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** The question before deletion. */
export function deleteQuestion(page: Page): Locator {
  return page.getByRole('alertdialog', { name: 'Kunden löschen' });
}

/** The one place that says what came of an action. */
export function status(page: Page): Locator {
  return page.getByRole('status', { name: 'Meldungen' });
}
