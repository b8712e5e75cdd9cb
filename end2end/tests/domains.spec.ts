import { tabs } from '../support/detail';
import { status } from '../support/dialog';
import { assign, domainRow, newName, openDomains, storeDomain } from '../support/domain';
import { expect, test } from '../support/fixtures';

test('a domain is created for a customer, with what must be done on top', async ({ page, storedCustomer }) => {
  const customer = await storedCustomer();
  const name = newName();
  await openDomains(page, customer.number);
  await page.getByRole('link', { name: 'Neue Domain' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neue Domain' });
  await expect(dialog).toContainText(`Die Domain wird ${customer.number} ${customer.lastName} zugeordnet.`);
  await dialog.getByRole('textbox', { name: 'Domain' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Vertrag' }).fill('D-1');
  await dialog.getByRole('textbox', { name: 'Registrar' }).fill('INWX');
  await dialog.getByRole('combobox', { name: 'Verifizierung' }).selectOption('ausstehend');
  await dialog.getByLabel('Verifizierung bis').fill('2099-12-31');
  await dialog.getByRole('combobox', { name: 'Zone' }).selectOption('ok');
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(dialog).toBeHidden();
  await expect(status(page)).toHaveText(`Domain ${name} wurde angelegt.`);
  await expect(tabs(page).getByRole('link', { name: 'Domains' })).toHaveText('Domains 1');
  const row = domainRow(page, name);
  await expect(row).toContainText('bis 31.12.2099 bestätigen');
  await expect(row.getByRole('listitem')).toHaveText([
    /^Verifizierung: ausstehend bis 31\.12\.2099 Stand \d\d\.\d\d\.\d{4}$/,
    /^Zone: ok Stand \d\d\.\d\d\.\d{4}$/,
    'Transfer-Lock: unbekannt noch nie abgefragt',
    'Renewal-Mode: unbekannt noch nie abgefragt',
  ]);
});

test('a faulty name is said at the field and nothing typed is lost', async ({ page, storedCustomer, quiet }) => {
  quiet.expectStatus(422, /\/api\/domains\/anlegen$/);
  const customer = await storedCustomer();
  await openDomains(page, customer.number);
  await page.getByRole('link', { name: 'Neue Domain' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neue Domain' });
  const name = dialog.getByRole('textbox', { name: 'Domain' });
  await name.fill('https://mueller.de');
  await dialog.getByRole('textbox', { name: 'Vertrag' }).fill('D-1');
  await dialog.getByRole('textbox', { name: 'Registrar' }).fill('INWX');
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(name).toBeFocused();
  await expect(dialog).toContainText('Das ist kein Domainname');
  // What only the server knows.
  await name.fill('mueller.dee');
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(dialog).toContainText('Diese Endung gibt es nicht.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: 'Neue Domain' }).click();
  await expect(name).toHaveValue('mueller.dee');
});

test('a domain moves to another customer, and the choice says so before', async ({ page, storedCustomer }) => {
  const [one, other] = [await storedCustomer(), await storedCustomer()];
  const name = await storeDomain(page.request);
  await openDomains(page, one.number);
  await assign(page, name);
  await expect(status(page)).toHaveText(`Zugeordnet: ${name}.`);
  await expect(domainRow(page, name)).toBeVisible();

  await openDomains(page, other.number);
  await page.getByRole('link', { name: 'Domain zuordnen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Domain zuordnen' });
  await dialog.getByRole('searchbox', { name: 'Domains suchen' }).fill(name);
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await expect(dialog.getByRole('listitem')).toContainText(
    `gehört jetzt ${one.number} ${one.lastName} und wird dort weggenommen`,
  );
  await dialog.getByRole('button', { name: 'Zuordnen' }).click();
  await expect(dialog).toContainText('Bitte wähle mindestens eine Domain aus.');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Zuordnen' }).click();
  await expect(status(page)).toHaveText(`Zugeordnet: ${name} (bisher ${one.number}).`);
  await expect(domainRow(page, name)).toBeVisible();
});

test('a domain that moved while another window shows it is said there', async ({ page, storedCustomer, quiet }) => {
  quiet.expectStatus(409, /\/api\/domains\/(zuordnen|speichern)$/);
  const [one, other] = [await storedCustomer(), await storedCustomer()];
  const name = await storeDomain(page.request);
  await openDomains(page, one.number);
  await assign(page, name);
  await domainRow(page, name).getByRole('link', { name: 'Zuordnung lösen' }).click();
  const question = page.getByRole('alertdialog', { name: 'Zuordnung lösen' });
  await expect(question).toContainText(`gehört dann nicht mehr ${one.number}`);

  const second = await page.context().newPage();
  await openDomains(second, other.number);
  await assign(second, name);
  await expect(domainRow(second, name)).toBeVisible();
  await second.close();

  await question.getByRole('button', { name: 'Lösen' }).click();
  await expect(question.getByRole('alert')).toContainText('inzwischen geändert');
  await question.getByRole('button', { name: 'Abbrechen' }).click();
  await domainRow(page, name).getByRole('link', { name: 'Bearbeiten' }).click();
  const dialog = page.getByRole('dialog', { name: 'Domain bearbeiten' });
  await expect(dialog).toContainText(`${name} gehört inzwischen ${other.number} ${other.lastName}.`);
});

test('a domain is edited, set free and removed', async ({ page, storedCustomer }) => {
  const customer = await storedCustomer();
  const name = await storeDomain(page.request);
  await openDomains(page, customer.number);
  await assign(page, name);
  await expect(domainRow(page, name)).toContainText('Über den Zustand dieser Domain ist noch nichts bekannt.');

  await domainRow(page, name).getByRole('link', { name: `Bearbeiten: ${name}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Domain bearbeiten' });
  await dialog.getByRole('textbox', { name: 'Vertrag' }).fill('D-77');
  for (const [label, choice] of [
    ['Verifizierung', 'ok'],
    ['Zone', 'ok'],
    ['Transfer-Lock', 'an'],
    ['Renewal-Mode', 'AUTORENEW'],
  ] as const) {
    await dialog.getByRole('combobox', { name: label }).selectOption(choice);
  }
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await expect(status(page)).toHaveText(`Domain ${name} wurde gespeichert.`);
  await expect(domainRow(page, name)).toContainText('D-77');
  await expect(domainRow(page, name)).toContainText('Alles in Ordnung.');

  await domainRow(page, name).getByRole('link', { name: 'Bearbeiten' }).click();
  await dialog.getByRole('link', { name: 'Entfernen' }).click();
  const question = page.getByRole('alertdialog', { name: 'Domain entfernen' });
  await expect(question).toContainText(`${name} wird aus MKM entfernt.`);
  await question.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(question).toBeHidden();

  await domainRow(page, name).getByRole('link', { name: 'Zuordnung lösen' }).click();
  const release = page.getByRole('alertdialog', { name: 'Zuordnung lösen' });
  await release.getByRole('button', { name: 'Lösen' }).click();
  await expect(status(page)).toHaveText(`Domain ${name} ist wieder frei.`);
  await expect(page.getByText('Diesem Kunden sind keine Domains zugeordnet.')).toBeVisible();
});

test('an address of a dialog opens it over its page', async ({ page, storedCustomer, open }) => {
  const customer = await storedCustomer();
  const name = await storeDomain(page.request);
  await openDomains(page, customer.number);
  await assign(page, name);
  await domainRow(page, name).getByRole('link', { name: 'Bearbeiten' }).click();
  const dialog = page.getByRole('dialog', { name: 'Domain bearbeiten' });
  await expect(dialog).toContainText('Zugeordnet');
  const address = new URL(page.url()).pathname;
  for (const path of [address, address.replace(/.*\/domains/, '/domains')]) {
    await open(path);
    await expect(dialog.getByRole('textbox', { name: 'Domain' })).toHaveValue(name);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await open(`${address.replace(/[^/]*$/, '')}zuordnen`);
  await expect(page.getByRole('dialog', { name: 'Domain zuordnen' }).getByRole('checkbox').first()).toBeVisible();
});

test('of two edits at once the second sees both versions', async ({ page, storedCustomer, quiet }) => {
  quiet.expectStatus(409, /\/api\/domains\/speichern$/);
  const customer = await storedCustomer();
  const name = await storeDomain(page.request);
  await openDomains(page, customer.number);
  await assign(page, name);
  const edit = async (window: typeof page, contract: string) => {
    await domainRow(window, name).getByRole('link', { name: 'Bearbeiten' }).click();
    const dialog = window.getByRole('dialog', { name: 'Domain bearbeiten' });
    await dialog.getByRole('textbox', { name: 'Vertrag' }).fill(contract);
    return dialog;
  };
  const mine = await edit(page, 'D-2');
  const second = await page.context().newPage();
  await openDomains(second, customer.number);
  const theirs = await edit(second, 'D-3');
  await theirs.getByRole('button', { name: 'Speichern' }).click();
  await expect(theirs).toBeHidden();
  await second.close();

  await mine.getByRole('button', { name: 'Speichern' }).click();
  await expect(mine).toContainText('Jetzt gespeichert: D-3');
  await expect(mine.getByRole('textbox', { name: 'Vertrag' })).toHaveValue('D-2');
  await mine.getByRole('button', { name: 'Speichern' }).click();
  await expect(mine).toBeHidden();
  await expect(domainRow(page, name)).toContainText('D-2');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('domains are created and set free by forms', async ({ page, storedCustomer, quiet }) => {
    quiet.expectStatus(422, /\/domains\/neu$/);
    const customer = await storedCustomer();
    const name = newName();
    await openDomains(page, customer.number, { scripts: false });
    await page.getByRole('link', { name: 'Neue Domain' }).click();
    await page.getByRole('textbox', { name: 'Domain' }).fill(name);
    await page.getByRole('textbox', { name: 'Registrar' }).fill('INWX');
    await page.getByRole('button', { name: 'Hinzufügen' }).click();
    await expect(page.getByText('Bitte fülle dieses Feld aus.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Domain' })).toHaveValue(name);
    await page.getByRole('textbox', { name: 'Vertrag' }).fill('D-1');
    await page.getByRole('button', { name: 'Hinzufügen' }).click();
    await expect(status(page)).toHaveText(`Domain ${name} wurde angelegt.`);
    await domainRow(page, name).getByRole('link', { name: 'Zuordnung lösen' }).click();
    await page.getByRole('button', { name: 'Lösen' }).click();
    await expect(status(page)).toHaveText(`Domain ${name} ist wieder frei.`);
    await page.getByRole('link', { name: 'Domain zuordnen' }).click();
    await page.getByRole('searchbox', { name: 'Domains suchen' }).fill(name);
    await page.getByRole('main').getByRole('button', { name: 'Suchen', exact: true }).click();
    await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: 'Zuordnen' }).click();
    await expect(status(page)).toHaveText('1 Domain wurde zugeordnet.');
  });
});
