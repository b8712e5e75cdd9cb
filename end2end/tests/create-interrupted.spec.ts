import { signIn } from '../support/accounts';
import { expectFilledIn, fillIn } from '../support/customer';
import { openCreateDialog, status } from '../support/dialog';
import { expect, newCustomer, test } from '../support/fixtures';

test('a server that is not reached is said, and nothing typed is lost', async ({ page, context, quiet }) => {
  quiet.expectUnanswered(/\/api\/kunden\/(anlegen|doppelte)$/);
  const dialog = await openCreateDialog(page);
  const customer = newCustomer();
  await fillIn(dialog, customer);
  await context.setOffline(true);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(
    'Der Server ist nicht zu erreichen. Bitte prüfe deine Verbindung und versuche es noch einmal: Deine Eingaben bleiben stehen.',
  );
  await expectFilledIn(dialog, customer);
  await context.setOffline(false);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`);
});

test('an answer that got lost does not make a second customer', async ({ page, quiet }) => {
  quiet.expectUnanswered(/\/api\/kunden\/anlegen$/);
  const dialog = await openCreateDialog(page);
  const customer = newCustomer();
  await fillIn(dialog, customer);
  // The server stores it, and the connection breaks before the browser hears of it.
  await page.route('**/api/kunden/anlegen', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  }, { times: 1 });
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Der Server ist nicht zu erreichen.');
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`);
});

test('a session that ended while the form was open loses nothing typed', async ({ page, context, quiet }) => {
  quiet.expectStatus(401, /\/api\/kunden\/(anlegen|doppelte)$/);
  const dialog = await openCreateDialog(page);
  const customer = newCustomer();
  await fillIn(dialog, customer);
  await context.clearCookies();
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText('Deine Sitzung ist abgelaufen.');
  const opened = context.waitForEvent('page');
  await alert.getByRole('link', { name: 'In neuem Fenster anmelden' }).click();
  const window = await opened;
  await signIn(window, 'demo');
  await expect(window).toHaveURL(/:\d+\/$/);
  await window.close();
  await expectFilledIn(dialog, customer);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`);
});
