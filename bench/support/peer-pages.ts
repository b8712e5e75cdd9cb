import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { bundle } from './chromium';
import { onExit } from './cleanup';
import { BENCH } from './paths';

/** A library that shows tables in the browser, and where its page has what is clicked. */
export interface Library {
  readonly id: string;
  readonly name: string;
  readonly styles: readonly string[];
  header(field: string): string;
}

export const LIBRARIES: readonly Library[] = [
  { id: 'ag-grid', name: 'AG Grid', styles: [], header: (field) => `.ag-header-cell[col-id=${field}]` },
  { id: 'tabulator', name: 'Tabulator', styles: ['node_modules/tabulator-tables/dist/css/tabulator.min.css'], header: (field) => `.tabulator-col[tabulator-field=${field}]` },
  { id: 'tanstack', name: 'TanStack Table', styles: [], header: (field) => `[data-column=${field}]` },
];

/** Pages of the libraries, all with the same rows. */
export interface PeerPages {
  readonly url: string;
  /** Script and styles of a library's page, compressed as MKM's are, in bytes. */
  codeOf(library: Library): number;
  close(): Promise<void>;
}

/** Serves them on this machine. `rows` is JSON. */
export async function servePeers(rows: string): Promise<PeerPages> {
  const files = new Map<string, [type: string, content: string]>([['/rows.json', ['application/json', rows]]]);
  const sizes = new Map<string, number>();
  for (const library of LIBRARIES) {
    const script = await bundle(join(BENCH, 'peers', `${library.id}.ts`), 'esm');
    const style = (await Promise.all(['peers/page.css', ...library.styles].map((file) => readFile(join(BENCH, file), 'utf8')))).join('\n');
    files.set(`/${library.id}`, ['text/html', page(library)]);
    files.set(`/${library.id}.js`, ['text/javascript', script]);
    files.set(`/${library.id}.css`, ['text/css', style]);
    sizes.set(library.id, compressed(script) + compressed(style));
  }
  const server = createServer((request, response) => answer(files.get(request.url ?? ''), response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onExit(() => close(server));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    codeOf: (library) => sizes.get(library.id) ?? NaN,
    close: () => close(server),
  };
}

function answer(file: [string, string] | undefined, response: ServerResponse): void {
  if (file === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': `${file[0]}; charset=utf-8` }).end(file[1]);
}

function page({ id, name }: Library): string {
  return `<!doctype html><html lang="de"><title>${name}</title><link rel="stylesheet" href="/${id}.css"><link rel="icon" href="data:,">
    <input id="filter" type="search"><div id="grid" class="${id === 'tanstack' ? 'own' : ''}"></div><script type="module" src="/${id}.js"></script></html>`;
}

function compressed(text: string): number {
  return brotliCompressSync(text).length;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
