import { expectFilledIn, field, fillIn, sendCustomer } from '../support/customer';
import { createDialog, openCreateDialog, status } from '../support/dialog';
import { expect, newCustomer, test } from '../support/fixtures';
import { openList, range, rowOf, shownRows } from '../support/list';

test('the form has both groups with every field of the handbook', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  const general = dialog.getByRole('group', { name: 'Allgemein' });
  const contact = dialog.getByRole('group', { name: 'Kontakt' });
  for (const name of ['number', 'company', 'lastName', 'firstName', 'street', 'postalCode', 'city', 'country'] as const) {
    await expect(field(general, name)).toBeVisible();
  }
  for (const name of ['phone', 'mobile', 'email', 'website'] as const) await expect(field(contact, name)).toBeVisible();
  await expect(dialog.getByText('* Pflichtfelder')).toBeVisible();
  await expect(field(dialog, 'country').locator('option:checked')).toHaveText('Deutschland');
  for (const name of ['number', 'lastName', 'firstName', 'street', 'postalCode', 'city', 'phone', 'mobile', 'email'] as const) {
    await expect(field(dialog, name), name).toHaveAttribute('aria-required', 'true');
  }
  for (const name of ['company', 'website'] as const) {
    await expect(field(dialog, name), name).not.toHaveAttribute('aria-required', 'true');
  }
  await expect(dialog.getByRole('button', { name: 'Hinzufügen' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Abbrechen' })).toBeVisible();
});

test('a new customer stands in the list, highlighted, without a reload', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  const pages: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) pages.push(request.url());
  });
  const customer = newCustomer();
  await fillIn(dialog, customer);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`);
  await expect(dialog).toBeHidden();
  const row = rowOf(page, customer.number);
  await expect(row).toBeInViewport();
  await expect(row).toHaveClass(/\bnew\b/);
  const colour = (at: typeof row) => at.locator('td').first().evaluate((cell) => getComputedStyle(cell).backgroundColor);
  const other = page.locator('table.customers tbody tr:not(.new)').first();
  await expect.poll(() => colour(row)).not.toBe(await colour(other));
  expect(pages).toEqual([]);
  // It is really there.
  await openList(page, `?f_nummer=${customer.number}`);
  expect(await shownRows(page)).toEqual([
    {
      number: customer.number,
      lastName: customer.lastName,
      firstName: customer.firstName,
      company: customer.company,
      products: 0,
      deletable: true,
    },
  ]);
});

test('a new customer is shown even where the filter would hide it', async ({ page }) => {
  await openList(page, '?q=huber&sort=firma');
  await page.getByRole('link', { name: 'Neuen Kunden anlegen' }).click();
  const dialog = await createDialog(page);
  const customer = newCustomer();
  await fillIn(dialog, customer);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(rowOf(page, customer.number)).toBeVisible();
  await expect(page).toHaveURL(/sort=firma/);
});

test('a double click creates one customer', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  const customer = newCustomer();
  await fillIn(dialog, customer);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/kunden/anlegen')) sent.push(request.postData() ?? '');
  });
  await dialog.getByRole('button', { name: 'Hinzufügen' }).dblclick();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`);
  expect(sent).toHaveLength(1);
  await openList(page, `?f_nummer=${customer.number}`);
  await expect(range(page)).toHaveText(/^1–1 von 1 Kunde \(/);
});

test('the same request sent twice creates one customer and is answered alike', async ({ page }) => {
  const customer = newCustomer();
  const id = '01940000-0000-7000-8000-'.concat(Math.floor(Math.random() * 0xffffffffffff).toString(16).padStart(12, '0'));
  const answers = await Promise.all([1, 2, 3].map(() => sendCustomer(page.request, customer, id)));
  expect(answers.map((answer) => answer.status())).toEqual([200, 200, 200]);
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(bodies).size).toBe(1);
  await openList(page, `?f_nummer=${customer.number}`);
  await expect(range(page)).toHaveText(/^1–1 von 1 Kunde \(/);
});

test('the next free number is offered, and is free', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  await dialog.getByRole('button', { name: 'Nächste freie Nummer' }).click();
  await expect(field(dialog, 'number')).toHaveValue(/^\d+$/);
  const number = await field(dialog, 'number').inputValue();
  await fillIn(dialog, { ...newCustomer(), number });
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${number} wurde angelegt.`);
  await page.getByRole('link', { name: 'Neuen Kunden anlegen' }).click();
  const next = await createDialog(page);
  await next.getByRole('button', { name: 'Nächste freie Nummer' }).click();
  await expect(field(next, 'number')).toHaveValue(/^\d+$/);
  expect(BigInt(await field(next, 'number').inputValue())).toBeGreaterThan(BigInt(number));
});

test('Escape closes the dialog and keeps what was typed; Abbrechen discards it', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  const customer = newCustomer();
  await fillIn(dialog, { number: customer.number, lastName: customer.lastName, city: customer.city });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/mkm\/kunden$/);

  await page.getByRole('link', { name: 'Neuen Kunden anlegen' }).click();
  const again = await createDialog(page);
  await expectFilledIn(again, { number: customer.number, lastName: customer.lastName, city: customer.city });
  await expect(again.getByText('Deine Eingaben von vorhin sind noch da.')).toBeVisible();
  await again.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(again).toBeHidden();

  await page.getByRole('link', { name: 'Neuen Kunden anlegen' }).click();
  await expectFilledIn(await createDialog(page), { number: '', lastName: '', city: '' });
});

test('the back button closes the dialog and keeps what was typed', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  await fillIn(dialog, { lastName: 'Fast vergessen' });
  await page.goBack();
  await expect(dialog).toBeHidden();
  await page.goForward();
  await expectFilledIn(await createDialog(page), { lastName: 'Fast vergessen' });
});

test('the browser asks before it throws away what was typed', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  await fillIn(dialog, { lastName: 'Fast vergessen' });
  const asked = page.waitForEvent('dialog');
  const reload = page.reload().catch(() => undefined);
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await reload;
  await expectFilledIn(dialog, { lastName: 'Fast vergessen' });
});

test('a likely double is a warning that does not hinder', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  const customer = newCustomer({ email: 'Max.Mueller@example.de' });
  await fillIn(dialog, customer);
  await field(dialog, 'website').focus();
  const warning = dialog.getByRole('status');
  await expect(warning).toContainText('Diesen Kunden gibt es vielleicht schon:');
  await expect(warning.getByRole('link', { name: '123456', exact: true })).toHaveAttribute('href', '/k/123456');
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`);
});

test('the same name in the same place is a likely double as well', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  await fillIn(dialog, { lastName: 'Mueller', firstName: 'Max', postalCode: '10115' });
  await field(dialog, 'city').focus();
  const warning = dialog.getByRole('status');
  // Folded as the list sorts: "Müller" is "Muller", and "Mueller" another name.
  await expect(warning.getByRole('link', { name: '123456', exact: true })).toHaveCount(0);
  await fillIn(dialog, { lastName: 'MÜLLER' });
  await field(dialog, 'city').focus();
  await expect(warning.getByRole('link', { name: '123456', exact: true })).toBeVisible();
});
