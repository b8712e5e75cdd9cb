import type { Page, Request } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { signedInElsewhere, startOtherSite, type OtherSite } from '../support/other-site';

/** Where somebody else's page is, what the browser says of its requests, and whether our cookie goes with them. */
const PLACES = [
  { name: 'on another port', at: (site: OtherSite) => site.onAnotherPort, said: 'same-site', withCookie: true },
  { name: 'on another host name', at: (site: OtherSite) => site.onAnotherName, said: 'cross-site', withCookie: false },
];

/** The request that follows, and the status of its answer. */
async function sent(page: Page, address: string, act: () => Promise<unknown>): Promise<[Request, number]> {
  const [answer] = await Promise.all([page.waitForResponse((response) => response.url() === address), act()]);
  return [answer.request(), answer.status()];
}

for (const { name, at, said, withCookie } of PLACES) {
  test(`a form of a page ${name} deletes nothing @desktop`, async ({ browser, sessions, storedCustomer, page }) => {
    const customer = await storedCustomer();
    await page.goto(`/k/${customer.number}`);
    const action = `${page.url().split('?')[0]}/loeschen`;
    expect(action).toMatch(/\/mkm\/kunden\/[0-9a-f-]{36}\/loeschen$/);
    const site = await startOtherSite(`<form method="post" action="${action}"><button>Claim your prize</button></form>`);
    const foreign = await signedInElsewhere(browser, await sessions('demo'));
    await foreign.goto(at(site));
    const [request, status] = await sent(foreign, action, () => foreign.getByRole('button').click());
    const headers = await request.allHeaders();
    expect(headers['sec-fetch-site']).toBe(said);
    // On another port the cookie alone would not have kept it away.
    expect((headers['cookie'] ?? '').includes('__Host-mkm=')).toBe(withCookie);
    expect(status).toBe(403);
    await expect(foreign.locator('body')).toHaveText('Cross-site request refused');
    await foreign.context().close();
    await site.stop();
    await page.goto(`/k/${customer.number}`);
    await expect(page.getByRole('main')).toContainText(customer.lastName);
  });

  test(`a script of a page ${name} neither reads nor deletes anything @desktop`, async ({ browser, sessions, baseURL, storedCustomer, page }) => {
    const customer = await storedCustomer();
    await page.goto(`/k/${customer.number}`);
    const action = `${page.url().split('?')[0]}/loeschen`;
    const site = await startOtherSite('<p>Elsewhere</p>');
    const foreign = await signedInElsewhere(browser, await sessions('demo'));
    await foreign.goto(at(site));
    const read = await foreign.evaluate(
      (address) => fetch(address, { credentials: 'include' }).then((answer) => answer.text(), () => 'refused by the browser'),
      `${baseURL}/api/kunden/liste`,
    );
    expect(read).toBe('refused by the browser');
    // A form that a script sends: browsers ask nobody before they do. Its answer stays closed to the script, and to us.
    await Promise.all([
      foreign.waitForRequest(action),
      foreign.evaluate(
        (address) => fetch(address, { method: 'POST', mode: 'no-cors', credentials: 'include', body: new URLSearchParams() }).catch(() => undefined),
        action,
      ),
    ]);
    await foreign.context().close();
    await site.stop();
    await page.goto(`/k/${customer.number}`);
    await expect(page.getByRole('main')).toContainText(customer.lastName);
  });

  test(`a page ${name} cannot show ours in a frame @desktop`, async ({ browser, sessions, baseURL }) => {
    const site = await startOtherSite(`<iframe src="${baseURL}/mkm/kunden" width="900" height="600"></iframe>`);
    const foreign = await signedInElsewhere(browser, await sessions('demo'));
    const complaint = foreign.waitForEvent('console', (message) => /frame/i.test(message.text()));
    await foreign.goto(at(site));
    expect((await complaint).text()).toMatch(/frame-ancestors|X-Frame-Options|refused to connect/i);
    await expect(foreign.frameLocator('iframe').getByRole('table')).toHaveCount(0);
    await foreign.context().close();
    await site.stop();
  });
}

test('under another host name the program knows nobody @desktop', async ({ browser, sessions, baseURL }) => {
  const other = await signedInElsewhere(browser, await sessions('demo'));
  await other.goto(`${baseURL?.replace('localhost', '127.0.0.1')}/mkm/kunden`);
  await expect(other).toHaveURL(/127\.0\.0\.1:\d+\/anmelden\?/);
  await other.context().close();
});
