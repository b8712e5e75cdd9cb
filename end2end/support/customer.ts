import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext, type Locator } from '@playwright/test';
import { programUrl } from './global-setup';
import { unique } from './unique';

/** What the form for a customer asks for. */
export interface Customer {
  number: string;
  company: string;
  lastName: string;
  firstName: string;
  street: string;
  postalCode: string;
  city: string;
  /** The country's German name. */
  country: string;
  phone: string;
  mobile: string;
  email: string;
  website: string;
}

/** The fields' labels, in the order of the form. */
export const LABELS: Record<keyof Customer, string> = {
  number: 'Kundennummer',
  company: 'Firma',
  lastName: 'Nachname',
  firstName: 'Vorname',
  street: 'Adresse',
  postalCode: 'PLZ',
  city: 'Ort',
  country: 'Land',
  phone: 'Telefon',
  mobile: 'Mobil',
  email: 'E-Mail',
  website: 'Webseite',
};

/** A customer that nobody else has. */
export function newCustomer(different: Partial<Customer> = {}): Customer {
  const mark = unique();
  return {
    number: `E-${mark}`,
    company: `Probe ${mark} GmbH`,
    lastName: `Probst ${mark}`,
    firstName: 'Paula',
    street: 'Prüfgasse 7',
    postalCode: '10115',
    city: 'Berlin',
    country: 'Deutschland',
    phone: '030 23125 012',
    mobile: '0171 3920012',
    email: `paula.${mark}@example.de`,
    website: 'www.example.de',
    ...different,
  };
}

export function field(form: Locator, name: keyof Customer): Locator {
  const role = name === 'country' ? 'combobox' : 'textbox';
  return form.getByRole(role, { name: LABELS[name], exact: true });
}

/** Types a customer into the form. */
export async function fillIn(form: Locator, customer: Partial<Customer>): Promise<void> {
  for (const name of Object.keys(LABELS) as (keyof Customer)[]) {
    const value = customer[name];
    if (value === undefined) continue;
    if (name === 'country') await field(form, name).selectOption({ label: value });
    else await field(form, name).fill(value);
  }
}

/** Checks that the form holds this. */
export async function expectFilledIn(form: Locator, customer: Partial<Customer>): Promise<void> {
  for (const name of Object.keys(LABELS) as (keyof Customer)[]) {
    const value = customer[name];
    if (value !== undefined && name !== 'country') await expect(field(form, name)).toHaveValue(value);
  }
}

/** The customer as the browser sends it. */
export function asForm(customer: Customer): Record<string, string> {
  const codes: Record<string, string> = { Deutschland: 'DE', Österreich: 'AT' };
  return {
    number: customer.number,
    company: customer.company,
    last_name: customer.lastName,
    first_name: customer.firstName,
    street: customer.street,
    postal_code: customer.postalCode,
    city: customer.city,
    country: codes[customer.country] ?? customer.country,
    phone: customer.phone,
    mobile: customer.mobile,
    email: customer.email,
    website: customer.website,
  };
}

/** Sends a new customer as the page does, and returns the answer. */
export function sendCustomer(request: APIRequestContext, customer: Customer, id: string = randomUUID()) {
  return request.post('/api/kunden/anlegen', {
    headers: { origin: programUrl() },
    data: { id, form: asForm(customer) },
  });
}

/** Stores a customer without a page. */
export async function storeCustomer(request: APIRequestContext, customer: Customer): Promise<void> {
  const answer = await sendCustomer(request, customer);
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Sends the form as a browser without scripts does; returns the names of the fields that come back as faulty. */
export async function fieldsRefused(request: APIRequestContext, customer: Customer): Promise<string[]> {
  const answer = await request.post('/mkm/kunden/neu', {
    headers: { origin: programUrl() },
    form: { id: randomUUID(), ...asForm(customer) },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(422);
  const inputs = (await answer.text()).match(/<(input|select)[^>]*aria-invalid="true"[^>]*>/g) ?? [];
  return inputs.map((input) => / name="([^"]*)"/.exec(input)?.[1] ?? '');
}
