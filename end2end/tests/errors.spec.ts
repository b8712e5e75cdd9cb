import { expect, test } from '../support/fixtures';
import { customers } from '../support/list';

const SENTENCE = 'Diese Seite gibt es nicht, oder sie gehört nicht zu deiner Kundennummer.';

const UNKNOWN = [
  '/gibt/es/nicht',
  '/mkm',
  '/mkm/kunden/neu/nicht',
  '/mkm/kunden/01940000-0000-7000-8000-000000000000',
  '/mkm/kunden/01940000-0000-7000-8000-000000000000/domains',
  '/mkm/kunden/01940000-0000-7000-8000-000000000000/loeschen',
  '/mkm/kunden/keine-kennung',
  '/mkm/kunden/keine-kennung/produkte',
  '/k/gibt-es-nicht',
  '/k/%00',
];

for (const path of UNKNOWN) {
  test(`${path} is a page inside the frame that says it does not exist`, async ({ page, open, quiet }) => {
    quiet.expectStatus(404, /./);
    const answer = page.waitForResponse((response) => response.request().isNavigationRequest());
    await open(path);
    expect((await answer).status()).toBe(404);
    await expect(page.getByRole('banner')).toContainText('Kundennummer 100001');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nicht gefunden');
    await expect(page.getByText(SENTENCE)).toBeVisible();
    await expect(page).toHaveTitle('Nicht gefunden · MKM');
    await page.getByRole('link', { name: 'Zur Kundenliste' }).click();
    await expect(customers(page)).toBeVisible();
  });
}

test('another reseller\'s customer looks exactly like one that does not exist', async ({ page, otherBrowser, quiet, baseURL }) => {
  quiet.expectStatus(404, /\/mkm\/kunden\//);
  const theirs = await otherBrowser('demo2');
  await theirs.goto('/k/20001');
  await expect(theirs.getByText('#20001', { exact: true })).toBeVisible();
  const path = new URL(theirs.url()).pathname;
  const seen = async (address: string) => {
    const answer = await page.goto(address);
    return { status: answer?.status(), main: await page.getByRole('main').innerText() };
  };
  for (const tab of ['', '/domains', '/produkte', '/benutzer', '/loeschen']) {
    const foreign = await seen(path + tab);
    const missing = await seen(`/mkm/kunden/01940000-0000-7000-8000-000000000000${tab}`);
    expect(foreign, tab).toEqual(missing);
    expect(foreign.status, tab).toBe(404);
  }
  // Nor do the functions behind the pages tell.
  const id = path.split('/').at(-1);
  for (const endpoint of ['detail', 'loeschen']) {
    const ask = (asked: string | undefined) =>
      page.request.post(`/api/kunden/${endpoint}`, { headers: { origin: baseURL ?? '' }, data: { id: asked } });
    const [answer, missing] = [await ask(id), await ask('01940000-0000-7000-8000-000000000000')];
    expect(answer.status(), endpoint).toBe(404);
    expect(await answer.body(), endpoint).toEqual(await missing.body());
  }
});

test('the numbers of two resellers do not meet', async ({ page, open, otherBrowser }) => {
  await open('/k/20001');
  const mine = new URL(page.url()).pathname;
  const theirs = await otherBrowser('demo2');
  await theirs.goto('/k/20001');
  expect(new URL(theirs.url()).pathname).not.toBe(mine);
  await expect(theirs.getByRole('banner')).toContainText('Kundennummer 100002');
});

test('the customer of another reseller cannot be reached by its number', async ({ otherBrowser, quiet }) => {
  quiet.expectStatus(404, /\/k\/123456$/);
  const theirs = await otherBrowser('demo2');
  await theirs.goto('/k/123456');
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Nicht gefunden');
});

test('a request from another site is refused', async ({ page }) => {
  for (const headers of [{ origin: 'https://example.com' }, { 'sec-fetch-site': 'cross-site' }]) {
    const answer = await page.request.post('/api/kunden/naechste-nummer', { headers, data: {} });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
  }
});

test('a file that does not exist is not a page', async ({ page }) => {
  const answer = await page.request.get('/pkg/gibt-es-nicht.js');
  expect(answer.status()).toBe(404);
});

test('pages are not kept by the browser or by anything between, built files are', async ({ page }) => {
  const kept: Record<string, string> = {};
  page.on('response', async (response) => {
    kept[new URL(response.url()).pathname] = (await response.headerValue('cache-control')) ?? '';
  });
  await page.goto('/mkm/kunden', { waitUntil: 'networkidle' });
  expect(kept['/mkm/kunden']).toBe('no-store');
  const built = Object.entries(kept).filter(([path]) => path.startsWith('/pkg/'));
  expect(built.map(([path]) => path.split('.').at(-1)).toSorted()).toEqual(['css', 'js', 'js', 'wasm']);
  for (const [path, policy] of built) expect(policy, path).toContain('immutable');
});

test('what a page loads is small', async ({ page }) => {
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const addresses = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, response }) => addresses.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (addresses.get(requestId)?.includes('/pkg/')) bytes += encodedDataLength;
  });
  await page.goto('/mkm/kunden', { waitUntil: 'networkidle' });
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(250_000);
});
