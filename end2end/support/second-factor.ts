import { createHmac } from 'node:crypto';
import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { signIn } from './accounts';
import { newCustomer, storeCustomer } from './customer';
import { choosePassword, GOOD_PASSWORD, newUser, storeUser } from './user';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP = 30_000;

/** An authenticator app that knows one secret (RFC 6238). */
export class App {
  readonly #secret: Buffer;

  /** `key`: as the page shows it to somebody without a camera. */
  constructor(key: string) {
    const bits = [...key.replaceAll(' ', '')].map((char) => ALPHABET.indexOf(char).toString(2).padStart(5, '0')).join('');
    this.#secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  }

  /** What it shows now; `later`: so many time steps later. A code works once, and one step early. */
  code(later = 0): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP) + later));
    const digest = createHmac('sha1', this.#secret).update(counter).digest();
    const offset = (digest.at(-1) ?? 0) & 15;
    const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
    return number.toString().padStart(6, '0');
  }
}

/** Signs a new end customer in, on a page where nobody is signed in. Returns its user name. */
export async function enterAsNewUser(reseller: APIRequestContext, theirs: Page): Promise<string> {
  const [customer, user] = [newCustomer(), newUser()];
  await storeCustomer(reseller, customer);
  const link = await storeUser(reseller, customer, user);
  await theirs.context().clearCookies();
  await choosePassword(theirs, link);
  await signIn(theirs, user.userName, GOOD_PASSWORD);
  await expect(theirs.getByText(`Kundennummer ${customer.number}`)).toBeVisible();
  return user.userName;
}

/** Opens the page about the second factor and begins to set one up. */
export async function beginSetUp(page: Page): Promise<App> {
  await page.goto('/konto/zwei-faktor');
  await page.getByRole('button', { name: 'Einrichten' }).click();
  await expect(page.getByRole('img', { name: 'QR-Code für die Authenticator-App' })).toBeVisible();
  return new App(await page.locator('dd code').innerText());
}

/** Sets a second factor up. Returns the app and the recovery codes. */
export async function setUp(page: Page): Promise<{ app: App; codes: string[] }> {
  const app = await beginSetUp(page);
  await page.getByRole('textbox', { name: 'Code aus der App' }).fill(app.code());
  await page.getByRole('button', { name: 'Einrichtung abschließen' }).click();
  await expect(page.getByRole('heading', { name: 'Wiederherstellungscodes' })).toBeVisible();
  return { app, codes: await page.getByRole('main').getByRole('listitem').allInnerTexts() };
}
