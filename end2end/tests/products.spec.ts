import { tabs } from '../support/detail';
import { deleteQuestion, status } from '../support/dialog';
import { expect, test } from '../support/fixtures';
import { testList } from '../support/list-of-records';
import { assignTo, DOMAINS, entryOf, openListing, PRODUCTS, rangeOf, select } from '../support/listing';
import { openList, rowOf } from '../support/list';
import { newProductName, openProducts, productRow, storeProduct } from '../support/product';

testList(PRODUCTS);

test('a reseller product is created, edited, ended, taken up again and deleted', async ({ page, storedCustomer }) => {
  const customer = await storedCustomer();
  const name = newProductName();
  await openListing(page, PRODUCTS, '?sort=seit');
  await page.getByRole('link', { name: 'Neues Produkt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neues Reseller-Produkt' });
  // The portal's day, in the form that dates have in Sweden and in forms.
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });
  await expect(dialog.getByLabel('seit')).toHaveValue(today);
  await dialog.getByRole('textbox', { name: 'Bezeichnung' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Vertrag' }).fill('RV-77');
  await dialog.getByRole('textbox', { name: 'Kundennummer' }).fill(customer.number);
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(status(page)).toHaveText(`Produkt ${name} wurde angelegt.`);
  const row = entryOf(page, PRODUCTS, name);
  await expect(row).toBeInViewport();
  for (const cell of ['Reseller Produkt', 'RV-77', customer.number, 'aktiv']) await expect(row).toContainText(cell);

  const query = `?q=${encodeURIComponent(name)}&f_typ=reseller`;
  await openListing(page, PRODUCTS, query);
  const edit = page.getByRole('dialog', { name: 'Produkt bearbeiten' });
  await row.getByRole('link', { name: `Bearbeiten: ${name}` }).click();
  await edit.getByRole('textbox', { name: 'Vertrag' }).fill('RV-78');
  await edit.getByRole('button', { name: 'Speichern' }).click();
  await expect(row).toContainText('RV-78');
  await expect(page).toHaveURL(new RegExp('f_typ=reseller$'));

  for (const [button, title, badge] of [
    ['Beenden', 'Produkt beenden', 'inaktiv'],
    ['Wieder aufnehmen', 'Produkt beenden', 'aktiv'],
  ] as const) {
    await row.getByRole('link', { name: `Bearbeiten: ${name}` }).click();
    await edit.getByRole('link', { name: button }).click();
    await page.getByRole('alertdialog', { name: title }).getByRole('button', { name: button }).click();
    await expect(row.getByText(badge, { exact: true })).toBeVisible();
    await expect(page).toHaveURL(new RegExp('f_typ=reseller$'));
  }
  await row.getByRole('link', { name: `Bearbeiten: ${name}` }).click();
  await edit.getByRole('link', { name: 'Löschen' }).click();
  const question = page.getByRole('alertdialog', { name: 'Produkt löschen' });
  await expect(question).toContainText(`${name} wird gelöscht.`);
  await question.getByRole('button', { name: 'Löschen' }).click();
  await expect(status(page)).toHaveText(`Produkt ${name} wurde gelöscht.`);
  await expect(page.getByText('Keine Produkte gefunden.')).toBeVisible();
});

test('what was typed into one list is not in the next one @desktop', async ({ page }) => {
  await openListing(page, PRODUCTS);
  await page.getByRole('searchbox', { name: 'Produkte filtern' }).fill('gibtesnicht');
  await page.getByRole('searchbox', { name: 'Kunde filtern' }).fill('niemand');
  await expect(page.getByText('Keine Produkte gefunden.')).toBeVisible();
  await page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Domains' }).click();
  await expect(page.getByRole('searchbox', { name: 'Domains filtern' })).toHaveValue('');
  await expect(page.getByRole('searchbox', { name: 'Kunde filtern' })).toHaveValue('');
  await expect(rangeOf(page, DOMAINS)).toHaveText(/^1–50 von \d+ Domains$/);
});

test('what was bought in the shop is read and assigned, not edited', async ({ page }) => {
  await openListing(page, PRODUCTS, '?f_typ=anbieter&f_zuordnung=ohne');
  const row = entryOf(page, PRODUCTS, 'FISINGER.de Produkt').first();
  await row.getByRole('link', { name: /^Bearbeiten: / }).click();
  const dialog = page.getByRole('dialog', { name: 'Produkt bearbeiten' });
  await expect(dialog).toContainText('Dieses Produkt wurde im Shop von FISINGER.de bestellt.');
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Schließen' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/f_typ=anbieter&f_zuordnung=ohne$/);
});

test('several products are assigned at once, and a move says so before', async ({ page, storedCustomer }) => {
  const [one, other] = [await storedCustomer(), await storedCustomer()];
  const mark = newProductName();
  const names = [await storeProduct(page.request, `${mark} A`, one.number), await storeProduct(page.request, `${mark} B`)];
  await openListing(page, PRODUCTS, `?q=${encodeURIComponent(mark)}`);
  for (const name of names) await select(page, PRODUCTS, name);
  const dialog = await assignTo(page, other.number);
  await expect(dialog.locator('.warning').getByRole('listitem')).toHaveText([`${mark} A gehört bisher ${one.number} ${one.lastName}`]);
  await dialog.getByRole('button', { name: 'Zuordnen' }).click();
  await expect(status(page)).toHaveText(`2 Einträge wurden Kunde ${other.number} zugeordnet.`);
  for (const name of names) await expect(entryOf(page, PRODUCTS, name)).toContainText(other.number);
  await expect(rangeOf(page, PRODUCTS)).toHaveText(/^1–2 von 2 Produkten /);
});

test('a customer gets both kinds, and loses them again', async ({ page, storedCustomer }) => {
  const customer = await storedCustomer();
  await openProducts(page, customer.number);
  await page.getByRole('link', { name: 'Neues Reseller-Produkt' }).click();
  const create = page.getByRole('dialog', { name: 'Neues Reseller-Produkt' });
  await expect(create).toContainText(`Das Produkt wird ${customer.number} ${customer.lastName} zugeordnet.`);
  const name = newProductName();
  await create.getByRole('textbox', { name: 'Bezeichnung' }).fill(name);
  await create.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(productRow(page, name)).toContainText('Reseller Produkt');
  await expect(tabs(page).getByRole('link', { name: 'Produkte' })).toHaveText('Produkte 1');

  await page.getByRole('link', { name: 'Produkt zuordnen' }).click();
  const assign = page.getByRole('dialog', { name: 'Produkt zuordnen' });
  await assign.getByRole('button', { name: 'Zuordnen' }).click();
  await expect(assign).toContainText('Bitte wähle mindestens ein Produkt aus.');
  await assign.getByRole('checkbox', { name: /FISINGER\.de Produkt.*frei/ }).first().check();
  await assign.getByRole('button', { name: 'Zuordnen' }).click();
  await expect(status(page)).toContainText('Zugeordnet: ');
  await expect(tabs(page).getByRole('link', { name: 'Produkte' })).toHaveText('Produkte 2');
  const bought = productRow(page, 'FISINGER.de Produkt');
  await expect(bought.getByRole('link', { name: /^Bearbeiten/ })).toHaveCount(0);

  await bought.getByRole('link', { name: /^Zuordnung lösen: / }).click();
  await page.getByRole('alertdialog', { name: 'Zuordnung lösen' }).getByRole('button', { name: 'Lösen' }).click();
  await expect(status(page)).toContainText('ist wieder frei.');
  await productRow(page, name).getByRole('link', { name: `Bearbeiten: ${name}` }).click();
  const edit = page.getByRole('dialog', { name: 'Produkt bearbeiten' });
  await edit.getByRole('textbox', { name: 'Bezeichnung' }).fill(`${name} neu`);
  await edit.getByRole('button', { name: 'Speichern' }).click();
  await productRow(page, `${name} neu`).getByRole('link', { name: `Beenden: ${name} neu` }).click();
  const end = page.getByRole('alertdialog', { name: 'Produkt beenden' });
  await end.getByRole('button', { name: 'Beenden' }).click();
  await expect(productRow(page, name)).toContainText('inaktiv');
  await productRow(page, name).getByRole('link', { name: `Löschen: ${name} neu` }).click();
  await page.getByRole('alertdialog', { name: 'Produkt löschen' }).getByRole('button', { name: 'Löschen' }).click();
  await expect(tabs(page).getByRole('link', { name: 'Produkte' })).toHaveText('Produkte 0');
});

test('the count and the deletability of the customer follow, also in another window', async ({ page, storedCustomer }) => {
  const customer = await storedCustomer();
  const second = await page.context().newPage();
  await openList(second, `?q=${customer.number}`);
  const deletion = { name: `Löschen: ${customer.number}`, exact: true } as const;
  await expect(rowOf(second, customer.number).getByRole('button', deletion)).toBeVisible();

  await openProducts(page, customer.number);
  await page.getByRole('link', { name: 'Neues Reseller-Produkt' }).click();
  const name = newProductName();
  await page.getByRole('textbox', { name: 'Bezeichnung' }).fill(name);
  await page.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(productRow(page, name)).toBeVisible();
  await tabs(page).getByRole('link', { name: 'Kunde' }).click();
  await expect(page.getByText('Löschen ist nicht möglich: 1 Reseller-Produkt.')).toBeVisible();

  await rowOf(second, customer.number).getByRole('button', deletion).click();
  await expect(deleteQuestion(second).getByRole('alert')).toHaveText('Löschen ist nicht möglich: 1 Reseller-Produkt.');
  await deleteQuestion(second).getByRole('button', { name: 'Abbrechen' }).click();
  await expect(rowOf(second, customer.number).getByRole('button', deletion)).toHaveCount(0);
  await expect(rowOf(second, customer.number).getByRole('cell').nth(4)).toHaveText('1');

  await openListing(page, PRODUCTS, `?q=${encodeURIComponent(name)}`);
  await select(page, PRODUCTS, name);
  await page.getByRole('button', { name: 'Zuordnung lösen' }).click();
  await page.getByRole('alertdialog', { name: 'Zuordnung lösen' }).getByRole('button', { name: 'Lösen' }).click();
  await expect(status(page)).toHaveText('1 Eintrag ist wieder frei.');
  await openList(page, `?q=${customer.number}`);
  await expect(rowOf(page, customer.number).getByRole('button', deletion)).toBeVisible();
});

test('a product added while the customer is being deleted keeps it', async ({ page, storedCustomer, quiet }) => {
  quiet.expectStatus(409, /\/api\/kunden\/loeschen$/);
  const customer = await storedCustomer();
  await openList(page, `?q=${customer.number}`);
  await page.getByRole('button', { name: `Löschen: ${customer.number}`, exact: true }).click();
  const question = deleteQuestion(page);
  await expect(question).toContainText('wird gelöscht');
  const name = await storeProduct(page.request, newProductName(), customer.number);
  await question.getByRole('button', { name: 'Löschen' }).click();
  await expect(question.getByRole('alert')).toHaveText('Löschen ist nicht möglich: 1 Reseller-Produkt.');
  await question.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(page.getByRole('button', { name: `Löschen: ${customer.number}`, exact: true })).toHaveCount(0);
  await openProducts(page, customer.number);
  await expect(productRow(page, name)).toBeVisible();
});

test('a product for a customer that was deleted meanwhile is refused, and nothing typed is lost', async ({ page, storedCustomer, quiet }) => {
  quiet.expectStatus(404, /\/api\/(produkte\/anlegen|kunden\/detail)$/);
  const customer = await storedCustomer();
  await openProducts(page, customer.number);
  await page.getByRole('link', { name: 'Neues Reseller-Produkt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neues Reseller-Produkt' });
  await dialog.getByRole('textbox', { name: 'Bezeichnung' }).fill('Für niemanden');
  const second = await page.context().newPage();
  await openList(second, `?q=${customer.number}`);
  await second.getByRole('button', { name: `Löschen: ${customer.number}`, exact: true }).click();
  await deleteQuestion(second).getByRole('button', { name: 'Löschen' }).click();
  await expect(status(second)).toContainText('wurde gelöscht');
  await second.close();
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Bezeichnung' })).toHaveValue('Für niemanden');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('products are created, ended and deleted by forms', async ({ page, storedCustomer, quiet }) => {
    quiet.expectStatus(422, /\/produkte\/neu$/);
    const customer = await storedCustomer();
    const name = newProductName();
    await openProducts(page, customer.number, { scripts: false });
    await page.getByRole('link', { name: 'Neues Reseller-Produkt' }).click();
    await page.getByRole('textbox', { name: 'Vertrag' }).fill('RV-5');
    await page.getByRole('button', { name: 'Hinzufügen' }).click();
    await expect(page.getByText('Bitte fülle dieses Feld aus.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Vertrag' })).toHaveValue('RV-5');
    await page.getByRole('textbox', { name: 'Bezeichnung' }).fill(name);
    await page.getByRole('button', { name: 'Hinzufügen' }).click();
    await expect(status(page)).toHaveText(`Produkt ${name} wurde angelegt.`);
    await productRow(page, name).getByRole('link', { name: `Beenden: ${name}` }).click();
    await page.getByRole('button', { name: 'Beenden' }).click();
    await expect(status(page)).toHaveText(`Produkt ${name} wurde beendet.`);
    await productRow(page, name).getByRole('link', { name: `Löschen: ${name}` }).click();
    await page.getByRole('button', { name: 'Löschen' }).click();
    await expect(status(page)).toHaveText(`Produkt ${name} wurde gelöscht.`);
  });
});
