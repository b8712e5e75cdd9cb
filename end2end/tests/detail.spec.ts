import { addressOf, described, tabs } from '../support/detail';
import { expect, test } from '../support/fixtures';
import { requestsOf } from '../support/requests';
import { settled } from '../support/started';

test('the short address leads to the customer, whose page says who it is', async ({ page, open }) => {
  await open('/k/123456');
  await expect(page).toHaveURL(/\/mkm\/kunden\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kundeninformationen');
  await expect(page.getByText('#123456', { exact: true })).toBeVisible();
  await expect(page.getByText('Testkunde 1 - Max, Müller', { exact: true })).toBeVisible();
});

test('the short address takes the number in any case', async ({ page, storedCustomer, open }) => {
  const customer = await storedCustomer();
  await open(`/k/${customer.number.toUpperCase()}`);
  await expect(page.getByText(`#${customer.number}`, { exact: true })).toBeVisible();
});

test('the four tabs are links with their counts, and the open one is marked', async ({ page, open }) => {
  await open('/k/123456');
  const links = tabs(page).getByRole('link');
  await expect(links).toHaveText(['Kunde', 'Domains 2', 'Produkte 3', 'Benutzer 1']);
  for (const [place, path] of ['', '/domains', '/produkte', '/benutzer'].entries()) {
    await links.nth(place).click();
    await expect(page).toHaveURL(new RegExp(`${addressOf(page)}${path}$`));
    await expect(links.nth(place)).toHaveAttribute('aria-current', 'page');
    await expect(tabs(page).locator('[aria-current]')).toHaveCount(1);
  }
});

test('changing the tab asks the server for nothing', async ({ page, open }) => {
  await open('/k/123456');
  const asked = requestsOf(page);
  for (const name of ['Domains', 'Produkte', 'Benutzer', 'Kunde']) {
    await tabs(page).getByRole('link', { name }).click();
    await settled(page);
  }
  expect(asked).toEqual([]);
});

test('the back button goes from tab to tab', async ({ page, open }) => {
  await open('/k/123456');
  await tabs(page).getByRole('link', { name: 'Domains' }).click();
  await tabs(page).getByRole('link', { name: 'Benutzer' }).click();
  await expect(page.getByRole('table', { name: 'Benutzer' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('table', { name: 'Domains' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: 'Kontakt' })).toBeVisible();
});

test('the tab "Kunde" shows the master data in two columns', async ({ page, open }) => {
  await open('/k/123456');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Allgemein', 'Kontakt']);
  await expect(page.getByRole('term')).toHaveText([
    'Firma',
    'Name, Vorname',
    'Straße, Nr.',
    'PLZ, Ort',
    'Telefon',
    'Mobiltelefon',
    'E-Mail',
    'Webseite',
  ]);
  await expect(described(page, 'Firma')).toHaveText('Testkunde 1');
  await expect(described(page, 'Name, Vorname')).toHaveText('Müller, Max');
  await expect(described(page, 'Straße, Nr.')).toHaveText('Hauptstraße 1');
  await expect(described(page, 'PLZ, Ort')).toHaveText('10115 Berlin');
});

test('telephone, e-mail and website are links', async ({ page, open }) => {
  await open('/k/123456');
  const phone = described(page, 'Telefon').getByRole('link');
  await expect(phone).toHaveAttribute('href', 'tel:+493023125001');
  await expect(phone).toHaveText(/^\+49 30 [\d ]+$/);
  await expect(described(page, 'Mobiltelefon').getByRole('link')).toHaveAttribute('href', 'tel:+491713920001');
  const email = described(page, 'E-Mail').getByRole('link');
  await expect(email).toHaveText('max.mueller@example.de');
  await expect(email).toHaveAttribute('href', 'mailto:max.mueller@example.de');
  const website = described(page, 'Webseite').getByRole('link');
  await expect(website).toHaveText('https://www.example.de');
  await expect(website).toHaveAttribute('href', 'https://www.example.de');
  await expect(website).toHaveAttribute('rel', /noopener/);
});

test('the tab "Domains" shows contract, name, state, status and registrar', async ({ page, open }) => {
  await open('/k/123456');
  await tabs(page).getByRole('link', { name: 'Domains' }).click();
  const table = page.getByRole('table', { name: 'Domains', exact: true });
  const heads = table.locator('thead th');
  await expect(heads).toHaveText(['Vertrag', 'Domain', 'Domainzustand', 'Status', 'Registrar', 'Aktionen']);
  const rows = table.locator('tbody tr');
  await expect(rows).toHaveCount(2);
  for (const row of await rows.all()) {
    const cells = row.locator('td');
    await expect(cells.nth(0)).toHaveText(/^D-\d{7}$/);
    await expect(cells.nth(1)).toHaveText(/^m(ü|ue)ller-123456-\d\.example$/);
    await expect(cells.nth(2).getByRole('listitem')).toHaveText([/^Verifizierung: /, /^Zone: /, /^Transfer-Lock: /, /^Renewal-Mode: /]);
    await expect(cells.nth(3)).toHaveText(/^(aktiv|inaktiv)$/);
    await expect(cells.nth(4)).toHaveText('INWX');
  }
});

test('the tab "Produkte" shows both kinds of products', async ({ page, open }) => {
  await open('/k/123456');
  await tabs(page).getByRole('link', { name: 'Produkte' }).click();
  const table = page.getByRole('table', { name: 'Produkte', exact: true });
  await expect(table.locator('thead th')).toHaveText([
    'Typ',
    'Bezeichnung',
    'Artikel / Vertrag',
    'Status',
    'seit',
    'Aktionen',
  ]);
  const kinds = await table.locator('tbody tr td:first-child').allTextContents();
  expect(kinds.toSorted()).toEqual(['FISINGER.de Produkt', 'FISINGER.de Produkt', 'Reseller Produkt']);
  for (const row of await table.locator('tbody tr').all()) {
    await expect(row.locator('td').nth(2)).toHaveText(/^(\d{5} .+|RV-\d{6})$/);
    await expect(row.locator('td').nth(3)).toHaveText(/^(aktiv|inaktiv)$/);
    await expect(row.locator('td').nth(4)).toHaveText(/^\d{2}\.\d{2}\.20\d{2}$/);
  }
});

test('the tab "Benutzer" shows who may sign in', async ({ page, open }) => {
  await open('/k/123456');
  await tabs(page).getByRole('link', { name: 'Benutzer' }).click();
  const table = page.getByRole('table', { name: 'Benutzer', exact: true });
  await expect(table.locator('thead th')).toHaveText([
    'Benutzername',
    'Vorname',
    'Nachname',
    'Status',
    'Einladung',
    'Aktionen',
  ]);
  const cells = await table.locator('tbody tr td').allTextContents();
  expect(cells.slice(0, 3)).toEqual(['max.mueller.123456', 'Max', 'Müller']);
  expect(cells[3]).toMatch(/^(aktiv|deaktiviert)$/);
});

test('a customer without anything says so on each tab', async ({ page, open, storedCustomer }) => {
  const customer = await storedCustomer({ website: '', company: '' });
  await open(`/k/${customer.number}`);
  await expect(tabs(page).getByRole('link')).toHaveText(['Kunde', 'Domains 0', 'Produkte 0', 'Benutzer 0']);
  await expect(page.getByText(`${customer.firstName}, ${customer.lastName}`, { exact: true })).toBeVisible();
  await expect(described(page, 'Firma')).toHaveText('–');
  await expect(described(page, 'Webseite')).toHaveText('–');
  const sentences: Record<string, string> = {
    Domains: 'Diesem Kunden sind keine Domains zugeordnet.',
    Produkte: 'Diesem Kunden sind keine Produkte zugeordnet.',
    Benutzer: 'Für diesen Kunden gibt es keine Benutzer.',
  };
  for (const [name, sentence] of Object.entries(sentences)) {
    await tabs(page).getByRole('link', { name }).click();
    await expect(page.getByText(sentence)).toBeVisible();
  }
});

test('the reasons against deletion lead to their tabs', async ({ page, open }) => {
  await open('/k/123456');
  const reasons = page.getByText('Löschen ist nicht möglich:');
  await expect(reasons).toHaveText(
    'Löschen ist nicht möglich: 2 FISINGER.de-Produkte, 1 Reseller-Produkt, 1 Benutzer. Support fragen',
  );
  await expect(page.getByText('Kunde löschen')).toHaveCount(0);
  await reasons.getByRole('link', { name: '1 Reseller-Produkt' }).click();
  await expect(page.getByRole('table', { name: 'Produkte' })).toBeVisible();
  await page.goBack();
  await reasons.getByRole('link', { name: '1 Benutzer' }).click();
  await expect(page.getByRole('table', { name: 'Benutzer' })).toBeVisible();
});
