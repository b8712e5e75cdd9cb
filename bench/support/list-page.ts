import type { Browser, Page } from 'playwright-core';
import { newVisitor } from './chromium';
import { click, type, type Cost } from './reactions';

/** A page with a list that is sorted and filtered in the browser. */
export interface ListPage {
  readonly url: string;
  readonly cookie: string;
  /** Selectors: what is clicked to sort by each column of text, and where one types. */
  readonly headers: readonly string[];
  readonly filter: string;
  /** What holds the rows. */
  readonly root: string;
}

/** MKM's list of customers. */
export function listOfMkm(url: string, cookie: string): ListPage {
  const headers = ['Kundennummer', 'Name', 'Vorname', 'Firma'].map((name) => `table.customers thead th[scope=col] a:text-is("${name}")`);
  return { url, cookie, headers, filter: 'input[aria-label="Kunden filtern"]', root: 'main' };
}

/** Opens it in a browser of its own, waits until all of the list is there, and closes the browser afterwards. */
export async function withPage<T>(chromium: Browser, list: ListPage, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await newVisitor(chromium, list.cookie);
  try {
    const page = await context.newPage();
    await page.goto(list.url);
    await page.waitForFunction(() => window.bench.noted.listReady !== undefined || document.body.dataset['ready'] === 'true');
    await page.waitForTimeout(500);
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Sorts by each column in turn. */
export async function sort(page: Page, list: ListPage, clicks: number): Promise<Cost[]> {
  const seen: Cost[] = [];
  for (let nth = 0; nth < clicks; nth += 1) add(seen, await click(page, header(list, nth), list.root));
  return seen;
}

/** Sorts by a column, and then, measured, within equal values by another one. */
export async function sortByTwo(page: Page, list: ListPage, clicks: number): Promise<Cost[]> {
  const seen: Cost[] = [];
  for (let nth = 0; nth < clicks; nth += 1) {
    await click(page, header(list, nth), list.root);
    add(seen, await click(page, header(list, nth + 1), list.root, true));
  }
  return seen;
}

/** Types these words; each letter counts. */
export async function filter(page: Page, list: ListPage, words: readonly string[]): Promise<Cost[]> {
  const seen: Cost[] = [];
  for (const word of words) seen.push(...(await type(page, list.filter, list.root, word)));
  return seen;
}

function header(list: ListPage, nth: number): string {
  return list.headers[nth % list.headers.length] as string;
}

function add(seen: Cost[], reaction: Cost | undefined): void {
  if (reaction !== undefined) seen.push(reaction);
}
