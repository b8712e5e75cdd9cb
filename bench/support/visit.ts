import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Noted } from '../in-browser/watch';
import { newVisitor, PHONE } from './chromium';

/** What somebody saw who opened a page for the first time; times in milliseconds, sizes in bytes. */
export interface Visit extends Noted {
  /** Scripts, WebAssembly and styles on the wire. */
  readonly code: number;
  /** The same as the browser unpacks it. */
  readonly unpackedCode: number;
  readonly html: number;
  readonly list: { readonly bytes: number; readonly lastByte: number } | undefined;
}

/** How a page is opened. */
export interface VisitOptions {
  /** On a slow phone. */
  readonly phone?: boolean;
  /** Waits until the whole list is there, too. */
  readonly wholeList?: boolean;
  /** False where no script is loaded. */
  readonly scripts?: boolean;
}

/** Opens a page in a browser that nobody used before, and waits until nothing happens any more. */
export async function visit(browser: Browser, url: string, cookie: string, options: VisitOptions = {}): Promise<Visit> {
  const context = await newVisitor(browser, cookie);
  try {
    const page = await context.newPage();
    if (options.phone === true) await slowDown(context, page);
    if (options.scripts === false) await blockScripts(context, page);
    await page.goto(url, { waitUntil: 'load' });
    if (options.wholeList === true) await page.waitForFunction(() => window.bench.noted.listReady !== undefined);
    await page.waitForLoadState('networkidle');
    return { ...(await page.evaluate(() => window.bench.noted)), ...(await transferred(page)) };
  } finally {
    await context.close();
  }
}

/** Not by a route of Playwright: every request would take its way. */
async function blockScripts(context: BrowserContext, page: Page): Promise<void> {
  const protocol = await context.newCDPSession(page);
  await protocol.send('Network.enable');
  await protocol.send('Network.setBlockedURLs', { urls: ['*.js', '*.wasm'] });
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const protocol = await context.newCDPSession(page);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: PHONE.cpu });
  await protocol.send('Network.enable');
  const { latency, bytesPerSecond } = PHONE;
  await protocol.send('Network.emulateNetworkConditions', {
    offline: false, latency, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond,
  });
}

async function transferred(page: Page): Promise<Pick<Visit, 'code' | 'unpackedCode' | 'html' | 'list'>> {
  const entries = await page.evaluate(() =>
    performance.getEntries().filter((entry) => entry instanceof PerformanceResourceTiming).map((entry) => ({
      path: new URL(entry.name).pathname, type: entry.entryType, sent: entry.encodedBodySize, unpacked: entry.decodedBodySize, end: entry.responseEnd,
    })),
  );
  const code = entries.filter(({ path }) => /\.(js|css|wasm)$/.test(path));
  const list = entries.find(({ path }) => path.endsWith('/liste'));
  return {
    code: sum(code.map(({ sent }) => sent)),
    unpackedCode: sum(code.map(({ unpacked }) => unpacked)),
    html: entries.find(({ type }) => type === 'navigation')?.sent ?? 0,
    list: list === undefined ? undefined : { bytes: list.sent, lastByte: list.end },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
