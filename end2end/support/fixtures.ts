import { test as base, expect, type BrowserContextOptions, type Page } from '@playwright/test';
import { sessionOf, type Account, type StorageState } from './accounts';
import { ownAddress } from './address';
import { newCustomer, storeCustomer, type Customer } from './customer';
import { programUrl } from './global-setup';
import { Quiet } from './quiet';
import { started } from './started';

interface WorkerFixtures {
  /** Signs in once per worker and account. */
  sessions: (account: Account) => Promise<StorageState>;
}

interface TestFixtures {
  /** Who is signed in; `null` for nobody. `demo2`'s customers are never changed. */
  account: Account | null;
  /** The session is this test's own and has just begun: for what asks for the password when the sign-in is some minutes old. */
  fresh: boolean;
  /** Knows what this test expects to go wrong. */
  quiet: Quiet;
  /** Opens a page and waits until it reacts by itself. */
  open: (path: string) => Promise<void>;
  /** Another browser of the same kind, with its own cookies. */
  otherBrowser: (account: Account | null, options?: BrowserContextOptions) => Promise<Page>;
  /** Makes a customer that is stored already. */
  storedCustomer: (different?: Partial<Customer>) => Promise<Customer>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  sessions: [
    async ({}, use) => {
      const known = new Map<Account, Promise<StorageState>>();
      await use((account) => {
        const session = known.get(account) ?? sessionOf(programUrl(), account);
        known.set(account, session);
        return session;
      });
    },
    { scope: 'worker' },
  ],
  account: ['demo', { option: true }],
  fresh: [false, { option: true }],
  baseURL: async ({}, use) => use(programUrl()),
  extraHTTPHeaders: async ({}, use) => use(ownAddress()),
  storageState: async ({ account, baseURL, fresh, sessions }, use) => {
    if (account === null) await use({ cookies: [], origins: [] });
    else await use(fresh ? await sessionOf(baseURL ?? '', account) : await sessions(account));
  },
  quiet: async ({ baseURL }, use) => {
    const quiet = new Quiet(baseURL ?? '');
    await use(quiet);
    expect(quiet.complaints(), 'the browser is quiet').toEqual([]);
  },
  context: async ({ context, quiet, javaScriptEnabled }, use) => {
    await quiet.watch(context, javaScriptEnabled);
    await use(context);
  },
  open: async ({ page, javaScriptEnabled }, use) => {
    await use(async (path) => {
      await page.goto(path);
      if (javaScriptEnabled !== false) await started(page);
    });
  },
  otherBrowser: async ({ browser, contextOptions, sessions, quiet }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (account, options = {}) => {
      const storageState = account === null ? { cookies: [], origins: [] } : await sessions(account);
      const context = await browser.newContext({ ...contextOptions, storageState, ...options });
      opened.push(context);
      await quiet.watch(context, options.javaScriptEnabled);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
  storedCustomer: async ({ context }, use) => {
    await use(async (different = {}) => {
      const customer = newCustomer(different);
      await storeCustomer(context.request, customer);
      return customer;
    });
  },
});

export { expect };
export { newCustomer };
