import type { Browser, Page } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StorageState } from './accounts';

/** Somebody else's site, as the browser sees it. */
export interface OtherSite {
  /** On the program's host name, on another port: the same site, another origin. */
  readonly onAnotherPort: string;
  /** On another host name: another site. */
  readonly onAnotherName: string;
  stop(): Promise<void>;
}

/** Serves this page at every address. */
export async function startOtherSite(html: string): Promise<OtherSite> {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><html lang="en"><title>Elsewhere</title>${html}</html>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    onAnotherPort: `http://localhost:${port}/`,
    onAnotherName: `http://127.0.0.1:${port}/`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A page in a browser that is signed in, and that is not expected to be quiet. */
export async function signedInElsewhere(browser: Browser, session: StorageState): Promise<Page> {
  const context = await browser.newContext({ storageState: session });
  return context.newPage();
}
