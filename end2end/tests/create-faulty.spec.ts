import { field, fieldsRefused, fillIn, sendCustomer } from '../support/customer';
import { openCreateDialog, status } from '../support/dialog';
import { expect, newCustomer, test } from '../support/fixtures';
import { openList, rowOf, shownRows } from '../support/list';
import { settled } from '../support/started';

const REQUIRED = 'Bitte fülle dieses Feld aus.';
const INVISIBLE = 'Der Text enthält ein unsichtbares Zeichen oder Steuerzeichen, das hier nicht erlaubt ist.';

test('a field is checked when it is left', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  const email = field(dialog, 'email');
  await email.fill('keine adresse');
  await expect(email).not.toHaveAttribute('aria-invalid', 'true');
  await field(dialog, 'website').focus();
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveAccessibleDescription('Das ist keine gültige E-Mail-Adresse, z. B. name@beispiel.de.');
  await email.fill('doch@example.de');
  await field(dialog, 'website').focus();
  await expect(email).not.toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveAccessibleDescription('');
});

test('an empty form shows every missing field, and the first one takes the focus', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(field(dialog, 'number')).toBeFocused();
  for (const name of ['number', 'lastName', 'firstName', 'street', 'postalCode', 'city', 'phone', 'mobile', 'email'] as const) {
    await expect(field(dialog, name), name).toHaveAccessibleDescription(REQUIRED);
  }
  for (const name of ['company', 'website'] as const) {
    await expect(field(dialog, name), name).toHaveAccessibleDescription('');
  }
  await expect(dialog).toBeVisible();
});

test('the first faulty field takes the focus, not the first field', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  await fillIn(dialog, newCustomer({ city: '', phone: 'ruf mich an' }));
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(field(dialog, 'city')).toBeFocused();
  await expect(field(dialog, 'phone')).toHaveAccessibleDescription(/^Das ist keine gültige Telefonnummer/);
});

for (const change of [(number: string) => number, (number: string) => number.toUpperCase(), (number: string) => ` ${number.toLowerCase()} `]) {
  test(`a number that is taken says so at the field: ${JSON.stringify(change('E-Abc'))}`, async ({ page, storedCustomer, quiet }) => {
    const stored = await storedCustomer();
    quiet.expectStatus(422, /\/api\/kunden\/anlegen$/);
    const dialog = await openCreateDialog(page);
    const customer = newCustomer({ number: change(stored.number) });
    await fillIn(dialog, customer);
    await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
    await expect(field(dialog, 'number')).toHaveAccessibleDescription('Diese Kundennummer ist schon vergeben.');
    await expect(field(dialog, 'number')).toBeFocused();
    await expect(field(dialog, 'lastName')).toHaveValue(customer.lastName);
    // And on.
    const other = newCustomer();
    await fillIn(dialog, { number: other.number });
    await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
    await expect(status(page)).toHaveText(`Kunde ${other.number} wurde angelegt.`);
  });
}

test('10,000 characters are refused where they were typed', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  await fillIn(dialog, newCustomer({ company: 'x'.repeat(10_000), number: '9'.repeat(10_000) }));
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(field(dialog, 'number')).toHaveAccessibleDescription('Höchstens 32 Zeichen.');
  await expect(field(dialog, 'number')).toBeFocused();
  await expect(field(dialog, 'company')).toHaveAccessibleDescription('Höchstens 100 Zeichen.');
});

test('a form of 10,000 characters a field is refused by the server too', async ({ page }) => {
  const customer = newCustomer({ company: 'x'.repeat(10_000), email: 'x'.repeat(10_000) });
  expect((await sendCustomer(page.request, customer)).status()).toBe(422);
  expect(await fieldsRefused(page.request, customer)).toEqual(['company', 'email']);
});

test('emoji are welcome', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  const customer = newCustomer({ company: 'Blumen 🌷 & 👩‍🌾 Söhne' });
  await fillIn(dialog, customer);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(rowOf(page, customer.number).getByRole('cell').nth(3)).toHaveText(customer.company);
});

test('HTML is text, in the list and on the page of the customer', async ({ page, open }) => {
  const dialog = await openCreateDialog(page);
  const customer = newCustomer({ company: '<script>alert(1)</script><img src=x onerror=alert(2)>', lastName: '"><b>Fett</b>' });
  page.on('dialog', (opened) => {
    throw new Error(`a script ran: ${opened.message()}`);
  });
  await fillIn(dialog, customer);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(rowOf(page, customer.number).getByRole('cell').nth(3)).toHaveText(customer.company);
  // As the server renders it.
  await openList(page, `?f_nummer=${customer.number}`);
  expect((await shownRows(page))[0]).toMatchObject({ company: customer.company, lastName: customer.lastName });
  await open(`/k/${customer.number}`);
  await expect(page.getByRole('definition').filter({ hasText: customer.company })).toHaveText(customer.company);
  expect(await page.locator('main script, main img, main b').count()).toBe(0);
});

for (const [what, mark] of [['a right-to-left mark', '\u200f'], ['a right-to-left override', '\u202e'], ['a zero-width space', '\u200b']]) {
  test(`${what} is refused in the browser and on the server`, async ({ page }) => {
    const dialog = await openCreateDialog(page);
    const customer = newCustomer({ lastName: `Mül${mark}ler` });
    await fillIn(dialog, customer);
    await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
    await expect(field(dialog, 'lastName')).toHaveAccessibleDescription(INVISIBLE);
    await expect(field(dialog, 'lastName')).toBeFocused();
    expect((await sendCustomer(page.request, customer)).status()).toBe(422);
    expect(await fieldsRefused(page.request, customer)).toEqual(['last_name']);
  });
}

test('NUL, which no browser lets anybody type, is refused by the server', async ({ page }) => {
  for (const different of [{ company: 'Nul\0l' }, { number: '\0' }, { email: 'a\0@example.de' }]) {
    const customer = newCustomer(different);
    expect((await sendCustomer(page.request, customer)).status(), JSON.stringify(different)).toBe(422);
    expect(await fieldsRefused(page.request, customer)).toEqual(Object.keys(different));
  }
});

test('spaces alone are an empty field', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  await fillIn(dialog, newCustomer({ firstName: '   ' }));
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(field(dialog, 'firstName')).toHaveAccessibleDescription(REQUIRED);
});

test('a German PLZ has five digits, an Austrian one four', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  const customer = newCustomer({ postalCode: '1234', city: 'Wien', phone: '+43 1 58058-0', mobile: '+43 664 1234567' });
  await fillIn(dialog, customer);
  await field(dialog, 'city').focus();
  await expect(field(dialog, 'postalCode')).toHaveAccessibleDescription('Eine deutsche PLZ hat 5 Ziffern.');
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(field(dialog, 'postalCode')).toBeFocused();
  await fillIn(dialog, { country: 'Österreich' });
  await field(dialog, 'phone').focus();
  await expect(field(dialog, 'postalCode')).not.toHaveAttribute('aria-invalid', 'true');
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`);
});

test('a telephone number that no country has is refused by the server at its field', async ({ page, quiet }) => {
  quiet.expectStatus(422, /\/api\/kunden\/anlegen$/);
  const dialog = await openCreateDialog(page);
  // Plausible to the browser, which does not know the plans of the world.
  await fillIn(dialog, newCustomer({ mobile: '+999 123456789' }));
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(field(dialog, 'mobile')).toHaveAccessibleDescription(/^Das ist keine gültige Telefonnummer/);
  await expect(field(dialog, 'mobile')).toBeFocused();
});

test('a website without its scheme is taken, one with another scheme is not', async ({ page }) => {
  const dialog = await openCreateDialog(page);
  const website = field(dialog, 'website');
  await website.fill('javascript:alert(1)');
  await field(dialog, 'email').focus();
  await expect(website).toHaveAccessibleDescription('Das ist keine gültige Webadresse, z. B. www.beispiel.de.');
  await website.fill('www.example.de/über-uns');
  await field(dialog, 'email').focus();
  await settled(page);
  await expect(website).toHaveAccessibleDescription('');
});

test('a customer number with signs of an address is found again', async ({ page, open }) => {
  const dialog = await openCreateDialog(page);
  const plain = newCustomer();
  const customer = { ...plain, number: `${plain.number.slice(-12)}/?#%& ü` };
  await fillIn(dialog, customer);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`);
  await page.getByRole('link', { name: `Details: ${customer.number}`, exact: true }).click();
  await expect(page.getByText(`#${customer.number}`, { exact: true })).toBeVisible();
  await open(`/k/${encodeURIComponent(customer.number)}`);
  await expect(page.getByText(`#${customer.number}`, { exact: true })).toBeVisible();
});
