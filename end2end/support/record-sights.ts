import { expect, type Page } from '@playwright/test';
import { newCustomer, storeCustomer } from './customer';
import { newName, storeDomain } from './domain';
import { assignTo, DOMAINS, entryOf, openListing, PRODUCTS, select, tableOf, type Listing } from './listing';
import { newProductName, openProducts, productRow, storeProduct } from './product';
import type { Sight } from './sight';

/** The dialog about a row of a list. */
async function openRow(page: Page, listing: Listing, name: string): Promise<void> {
  await openListing(page, listing, `?q=${encodeURIComponent(name)}`);
  await entryOf(page, listing, name).getByRole('link', { name: /^Bearbeiten: / }).click();
}

/** Several rows are chosen, and a customer to whom they are to belong; one of them has another one. */
async function assigning(page: Page, listing: Listing, store: (name: string, customer: string) => Promise<void>): Promise<void> {
  const [customer, before] = [newCustomer(), newCustomer()];
  for (const one of [customer, before]) await storeCustomer(page.request, one);
  const mark = listing === DOMAINS ? newName() : newProductName();
  const names = [mark, listing === DOMAINS ? `a.${mark}` : `${mark} A`];
  for (const name of names) await store(name, before.number);
  await openListing(page, listing, `?q=${encodeURIComponent(mark)}`);
  for (const name of names) await select(page, listing, name);
  await expect(await assignTo(page, customer.number)).toContainText('2 Einträge werden');
}

/** A product of a customer that has only this one. */
async function ownProduct(page: Page): Promise<string> {
  const customer = newCustomer();
  await storeCustomer(page.request, customer);
  const name = await storeProduct(page.request, newProductName(), customer.number);
  await openProducts(page, customer.number);
  return name;
}

function listSights(name: string, listing: Listing): Sight[] {
  return [
    { name, show: (page) => openListing(page, listing) },
    { name: `${name}-filtered`, show: (page) => openListing(page, listing, '?f_zuordnung=ohne&sort=status&richtung=ab&zeilen=25') },
    {
      name: `${name}-nothing-found`,
      show: async (page) => {
        await openListing(page, listing, '?q=gibtesnicht');
        await expect(page.getByText(`Keine ${listing.table} gefunden.`)).toBeVisible();
      },
    },
    {
      name: `${name}-selected`,
      show: async (page) => {
        await openListing(page, listing, '?zeilen=25');
        for (const place of [0, 1, 2]) await tableOf(page, listing).locator('tbody').getByRole('checkbox').nth(place).check();
        await expect(page.getByText('3 ausgewählt')).toBeVisible();
      },
    },
    {
      name: `${name}-release`,
      show: async (page) => {
        await openListing(page, listing, '?zeilen=25&f_zuordnung=mit');
        await page.getByRole('checkbox', { name: 'Alle auf dieser Seite auswählen' }).check();
        await page.getByRole('button', { name: 'Zuordnung lösen' }).click();
        await expect(page.getByRole('alertdialog', { name: 'Zuordnung lösen' })).toContainText('25 Einträge gehören dann');
      },
    },
  ];
}

/** The lists of domains and products, and the dialogs over them. */
export const RECORD_SIGHTS: readonly Sight[] = [
  ...listSights('domains', DOMAINS),
  {
    name: 'domains-new',
    show: async (page) => {
      await openListing(page, DOMAINS);
      await page.getByRole('link', { name: 'Neue Domain' }).click();
      await expect(page.getByRole('dialog', { name: 'Neue Domain' })).toBeVisible();
    },
  },
  {
    name: 'domains-edit',
    show: async (page) => {
      await openRow(page, DOMAINS, await storeDomain(page.request));
      await expect(page.getByRole('dialog', { name: 'Domain bearbeiten' })).toContainText('Keinem Kunden zugeordnet.');
    },
  },
  {
    name: 'domains-remove',
    show: async (page) => {
      await openRow(page, DOMAINS, await storeDomain(page.request));
      await page.getByRole('link', { name: 'Entfernen' }).click();
      await expect(page.getByRole('alertdialog', { name: 'Domain entfernen' })).toContainText('wird aus MKM entfernt');
    },
  },
  {
    name: 'domains-assign',
    show: (page) => assigning(page, DOMAINS, async (name) => void (await storeDomain(page.request, name))),
  },
  ...listSights('products', PRODUCTS),
  {
    name: 'products-new',
    show: async (page) => {
      await openListing(page, PRODUCTS);
      await page.getByRole('link', { name: 'Neues Produkt' }).click();
      const dialog = page.getByRole('dialog', { name: 'Neues Reseller-Produkt' });
      await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
      await expect(dialog.getByText('Bitte fülle dieses Feld aus.')).toBeVisible();
    },
  },
  {
    name: 'products-edit',
    show: async (page) => {
      const customer = newCustomer();
      await storeCustomer(page.request, customer);
      await openRow(page, PRODUCTS, await storeProduct(page.request, newProductName(), customer.number));
      const dialog = page.getByRole('dialog', { name: 'Produkt bearbeiten' });
      await expect(dialog).toContainText(`Zugeordnet: ${customer.number} ${customer.lastName}`);
    },
  },
  {
    name: 'products-bought',
    show: async (page) => {
      await openListing(page, PRODUCTS, '?f_typ=anbieter&f_zuordnung=ohne');
      await page.getByRole('link', { name: /^Bearbeiten: / }).first().click();
      await expect(page.getByRole('dialog', { name: 'Produkt bearbeiten' })).toContainText('im Shop von FISINGER.de bestellt');
    },
  },
  {
    name: 'products-assign',
    show: (page) => assigning(page, PRODUCTS, async (name, customer) => void (await storeProduct(page.request, name, customer))),
  },
  {
    name: 'product-new',
    show: async (page) => {
      await openProducts(page, '123456');
      await page.getByRole('link', { name: 'Neues Reseller-Produkt' }).click();
      await expect(page.getByRole('dialog', { name: 'Neues Reseller-Produkt' })).toContainText('wird 123456 Müller zugeordnet');
    },
  },
  {
    name: 'product-assign',
    show: async (page) => {
      await openProducts(page, '1234578');
      await page.getByRole('link', { name: 'Produkt zuordnen' }).click();
      await expect(page.getByRole('dialog', { name: 'Produkt zuordnen' }).getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    name: 'product-end',
    show: async (page) => {
      const name = await ownProduct(page);
      await productRow(page, name).getByRole('link', { name: /^Beenden/ }).click();
      await expect(page.getByRole('alertdialog', { name: 'Produkt beenden' })).toContainText('mit dem heutigen Tag beendet');
    },
  },
  {
    name: 'product-delete',
    show: async (page) => {
      const name = await ownProduct(page);
      await productRow(page, name).getByRole('link', { name: /^Löschen/ }).click();
      await expect(page.getByRole('alertdialog', { name: 'Produkt löschen' })).toContainText('wird gelöscht');
    },
  },
  {
    name: 'product-release',
    show: async (page) => {
      const name = await ownProduct(page);
      await productRow(page, name).getByRole('link', { name: /^Zuordnung lösen/ }).click();
      await expect(page.getByRole('alertdialog', { name: 'Zuordnung lösen' })).toContainText('gehört dann nicht mehr');
    },
  },
];
