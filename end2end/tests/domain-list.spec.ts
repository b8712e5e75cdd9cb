import { status } from '../support/dialog';
import { newName, storeDomain } from '../support/domain';
import { expect, test } from '../support/fixtures';
import { testList } from '../support/list-of-records';
import { allEntries, assignTo, DOMAINS, entryOf, openListing, rangeOf, select, shown, tableOf } from '../support/listing';

testList(DOMAINS);

test('a domain is added by hand, shown, edited and removed, and the list stays as it was', async ({ page }) => {
  await openListing(page, DOMAINS, '?sort=vertrag&zeilen=25');
  await page.getByRole('link', { name: 'Neue Domain' }).click();
  const name = newName();
  const dialog = page.getByRole('dialog', { name: 'Neue Domain' });
  await dialog.getByRole('textbox', { name: 'Domain' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Vertrag' }).fill('M-1');
  await dialog.getByRole('textbox', { name: 'Registrar' }).fill('INWX');
  await dialog.getByRole('combobox', { name: 'Zone' }).selectOption('fehlt');
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Domain ${name} wurde angelegt.`);
  const row = entryOf(page, DOMAINS, name);
  await expect(row).toBeInViewport();
  await expect(row).toHaveClass(/new/);
  await expect(row).toContainText('nicht zugeordnet');
  await expect(row).toContainText('Zone fehlt');
  await expect(page).toHaveURL(/sort=vertrag/);

  await openListing(page, DOMAINS, `?q=${encodeURIComponent(name)}&sort=registrar`);
  await row.getByRole('link', { name: `Bearbeiten: ${name}` }).click();
  const edit = page.getByRole('dialog', { name: 'Domain bearbeiten' });
  await edit.getByRole('combobox', { name: 'Zone' }).selectOption('ok');
  await edit.getByRole('button', { name: 'Speichern' }).click();
  await expect(status(page)).toHaveText(`Domain ${name} wurde gespeichert.`);
  await expect(row).toContainText('teils unbekannt');
  await expect(page).toHaveURL(new RegExp(`/domains\\?q=${encodeURIComponent(name)}&sort=registrar$`));
  await expect(rangeOf(page, DOMAINS)).toHaveText(/^1–1 von 1 Domain /);

  await row.getByRole('link', { name: `Bearbeiten: ${name}` }).click();
  await edit.getByRole('link', { name: 'Entfernen' }).click();
  const question = page.getByRole('alertdialog', { name: 'Domain entfernen' });
  await question.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(question).toBeHidden();
  await expect(page).toHaveURL(/sort=registrar$/);
  await row.getByRole('link', { name: `Bearbeiten: ${name}` }).click();
  await edit.getByRole('link', { name: 'Entfernen' }).click();
  await question.getByRole('button', { name: 'Entfernen' }).click();
  await expect(status(page)).toHaveText(`Domain ${name} wurde entfernt.`);
  await expect(page.getByText('Keine Domains gefunden.')).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Domains filtern' })).toHaveValue(name);
});

test('a state that stayed the same is confirmed by a day', async ({ page }) => {
  const name = await storeDomain(page.request);
  await openListing(page, DOMAINS, `?q=${encodeURIComponent(name)}`);
  const dialog = page.getByRole('dialog', { name: 'Domain bearbeiten' });
  const edit = async (asOf: string, zone?: string) => {
    await entryOf(page, DOMAINS, name).getByRole('link', { name: `Bearbeiten: ${name}` }).click();
    if (zone !== undefined) await dialog.getByRole('combobox', { name: 'Zone' }).selectOption(zone);
    await dialog.getByLabel('Stand', { exact: true }).fill(asOf);
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await expect(dialog).toBeHidden();
    await entryOf(page, DOMAINS, name).getByRole('link', { name: `Bearbeiten: ${name}` }).click();
    const flags = dialog.getByRole('listitem').filter({ hasText: 'Zone' });
    const text = await flags.textContent();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    return text;
  };
  expect(await edit('2024-05-01', 'ok')).toBe('Zone: ok Stand 01.05.2024');
  expect(await edit('2024-06-02')).toBe('Zone: ok Stand 02.06.2024');
});

test('the same name twice is refused, whatever is hidden by a filter', async ({ page, quiet }) => {
  quiet.expectStatus(422, /\/api\/domains\/anlegen$/);
  const name = await storeDomain(page.request);
  await openListing(page, DOMAINS, '?f_status=inaktiv');
  await page.getByRole('link', { name: 'Neue Domain' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neue Domain' });
  await dialog.getByRole('textbox', { name: 'Domain' }).fill(name.toUpperCase());
  await dialog.getByRole('textbox', { name: 'Vertrag' }).fill('M-1');
  await dialog.getByRole('textbox', { name: 'Registrar' }).fill('INWX');
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(dialog).toContainText('Diese Domain gibt es in deinem Bestand schon.');
  const other = newName();
  await dialog.getByRole('textbox', { name: 'Domain' }).fill(other);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  // The filter would hide it.
  await expect(entryOf(page, DOMAINS, other)).toBeInViewport();
  await expect(page.getByRole('combobox', { name: 'Zuordnung' })).toHaveValue('');
});

test('several domains are assigned at once, and a move says so before', async ({ page, storedCustomer }) => {
  const [one, other] = [await storedCustomer(), await storedCustomer()];
  const names = [newName(), newName(), newName()];
  for (const name of names) await storeDomain(page.request, name);
  const [first = '', second = '', third = ''] = names;
  await openListing(page, DOMAINS, `?q=${encodeURIComponent(first)}`);
  await select(page, DOMAINS, first);
  const alone = await assignTo(page, one.number);
  await expect(alone).toContainText(`1 Eintrag wird ${one.number} ${one.lastName} zugeordnet.`);
  await expect(alone).not.toContainText('Das wechselt den Kunden');
  await alone.getByRole('button', { name: 'Zuordnen' }).click();
  await expect(status(page)).toHaveText(`1 Eintrag wurde Kunde ${one.number} zugeordnet.`);
  await expect(entryOf(page, DOMAINS, first)).toContainText(`${one.number} ${one.lastName}, ${one.firstName}`);

  // The choice goes through filters.
  const search = page.getByRole('searchbox', { name: 'Domains filtern' });
  for (const name of names) {
    await search.fill(name);
    await select(page, DOMAINS, name);
  }
  await expect(page.getByRole('region', { name: 'Auswahl' }).getByRole('status')).toHaveText('3 ausgewählt');
  const dialog = await assignTo(page, other.number);
  await expect(dialog).toContainText(`3 Einträge werden ${other.number} ${other.lastName} zugeordnet.`);
  await expect(dialog).toContainText('Das wechselt den Kunden:');
  await expect(dialog.locator('.warning').getByRole('listitem')).toHaveText([`${first} gehört bisher ${one.number} ${one.lastName}`]);
  await dialog.getByRole('button', { name: 'Zuordnen' }).click();
  await expect(status(page)).toHaveText(`3 Einträge wurden Kunde ${other.number} zugeordnet.`);
  await expect(page.getByRole('region', { name: 'Auswahl' })).toBeHidden();
  await search.fill(other.number);
  await expect.poll(async () => (await shown(page, DOMAINS)).map(({ cells }) => cells[1])).toEqual([...names].sort());

  await page.getByRole('checkbox', { name: 'Alle auf dieser Seite auswählen' }).check();
  await page.getByRole('button', { name: 'Zuordnung lösen' }).click();
  const question = page.getByRole('alertdialog', { name: 'Zuordnung lösen' });
  await expect(question).toContainText('3 Einträge gehören dann keinem Kunden mehr.');
  await question.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(page.getByRole('region', { name: 'Auswahl' }).getByRole('status')).toHaveText('3 ausgewählt');
  await page.getByRole('button', { name: 'Zuordnung lösen' }).click();
  await question.getByRole('button', { name: 'Lösen' }).click();
  await expect(status(page)).toHaveText('3 Einträge sind wieder frei.');
  await search.fill(third);
  await expect(entryOf(page, DOMAINS, third)).toContainText('nicht zugeordnet');
  await search.fill(second);
  await expect(entryOf(page, DOMAINS, second)).toContainText('nicht zugeordnet');
});

test('what moved while this window showed it is not moved again unseen', async ({ page, storedCustomer, quiet }) => {
  quiet.expectStatus(409, /\/api\/domains\/zuordnen$/);
  const [one, other] = [await storedCustomer(), await storedCustomer()];
  const name = await storeDomain(page.request);
  await openListing(page, DOMAINS, `?q=${encodeURIComponent(name)}`);
  await select(page, DOMAINS, name);
  const mine = await assignTo(page, one.number);
  await expect(mine).toContainText(`1 Eintrag wird ${one.number}`);

  const second = await page.context().newPage();
  await openListing(second, DOMAINS, `?q=${encodeURIComponent(name)}`);
  await select(second, DOMAINS, name);
  const theirs = await assignTo(second, other.number);
  await theirs.getByRole('button', { name: 'Zuordnen' }).click();
  await expect(status(second)).toContainText(other.number);
  await second.close();

  await mine.getByRole('button', { name: 'Zuordnen' }).click();
  await expect(mine.getByRole('alert')).toContainText('inzwischen geändert');
  await expect(mine).toContainText(`${name} gehört bisher ${other.number} ${other.lastName}`);
  await mine.getByRole('button', { name: 'Zuordnen' }).click();
  await expect(status(page)).toHaveText(`1 Eintrag wurde Kunde ${one.number} zugeordnet.`);
  await expect(entryOf(page, DOMAINS, name)).toContainText(one.number);
});

test('the customer of a row is a link to its page', async ({ page, storedCustomer }) => {
  const customer = await storedCustomer();
  const name = await storeDomain(page.request);
  await openListing(page, DOMAINS, `?q=${encodeURIComponent(name)}`);
  await select(page, DOMAINS, name);
  await (await assignTo(page, customer.number)).getByRole('button', { name: 'Zuordnen' }).click();
  await entryOf(page, DOMAINS, name).getByRole('link', { name: customer.number }).click();
  await expect(page.getByText(`#${customer.number}`, { exact: true })).toBeVisible();
  await page.goBack();
  await expect(entryOf(page, DOMAINS, name)).toBeVisible();
});

test('the whole page is chosen by its header, and only that page', async ({ page }) => {
  await allEntries(page, DOMAINS);
  await openListing(page, DOMAINS, '?zeilen=25');
  const all = page.getByRole('checkbox', { name: 'Alle auf dieser Seite auswählen' });
  await all.check();
  const count = page.getByRole('region', { name: 'Auswahl' }).getByRole('status');
  await expect(count).toHaveText('25 ausgewählt');
  await page.getByRole('link', { name: 'Nächste Seite' }).click();
  await expect(rangeOf(page, DOMAINS)).toHaveText(/^26–50 /);
  await expect(all).not.toBeChecked();
  await tableOf(page, DOMAINS).locator('tbody').getByRole('checkbox').first().check();
  await expect(count).toHaveText('26 ausgewählt');
  await page.getByRole('button', { name: 'Auswahl aufheben' }).click();
  await expect(count).toBeHidden();
});
