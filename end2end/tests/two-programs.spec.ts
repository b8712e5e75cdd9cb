import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { PROGRAM } from '../support/behind-proxy';
import { asForm, fillIn, type Customer } from '../support/customer';
import { deleteQuestion, openCreateDialog, status } from '../support/dialog';
import { expect, newCustomer } from '../support/fixtures';
import { openList, shownNumbers } from '../support/list';
import { test } from '../support/two-programs';
import { newUser } from '../support/user';

/** The demo's customer without anything. */
const CUSTOMER = '1234578';

test.use({ purpose: 'two programs' });
test.describe.configure({ mode: 'serial' });

async function create(page: Page, customer: Customer): Promise<void> {
  const dialog = await openCreateDialog(page);
  await fillIn(dialog, customer);
  // Whoever is told that it may not have worked presses again.
  await expect(async () => {
    await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
    await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde angelegt.`, { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
}

async function storedOnce(page: Page, customer: Customer): Promise<void> {
  await openList(page, `?q=${encodeURIComponent(customer.company)}`);
  expect(await shownNumbers(page)).toEqual([customer.number]);
}

test('one session works at both, from request to request @desktop', async ({ page }) => {
  const programs = new Set<string>();
  for (let request = 0; request < 8; request += 1) {
    const answer = await page.request.get('/mkm/kunden', { maxRedirects: 0 });
    expect(answer.status(), 'signed in').toBe(200);
    programs.add(answer.headers()[PROGRAM] ?? '');
  }
  expect([...programs].sort()).toEqual(['mkm0', 'mkm1']);
});

test('what one program stored, the other shows at once @desktop', async ({ page }) => {
  const customer = newCustomer();
  await create(page, customer);
  for (let request = 0; request < 6; request += 1) await storedOnce(page, customer);
  await page.getByRole('button', { name: `Löschen: ${customer.number}`, exact: true }).click();
  await deleteQuestion(page).getByRole('button', { name: 'Löschen' }).click();
  await expect(status(page)).toContainText(`Kunde ${customer.number} wurde gelöscht`);
  for (let request = 0; request < 6; request += 1) {
    await openList(page, `?q=${encodeURIComponent(customer.company)}`);
    expect(await shownNumbers(page)).toEqual([]);
  }
});

test('while one is killed in the middle of its work, the other goes on, and nothing is lost or made twice @desktop', async ({ page, program, quiet }) => {
  test.setTimeout(180_000);
  quiet.expectStatus(502, /./);
  quiet.expectStatus(503, /./);
  const stored: Customer[] = [];
  for (let which = 0; which < program.count; which += 1) {
    const before = newCustomer();
    await create(page, before);
    const [during, after] = [newCustomer(), newCustomer()];
    await Promise.all([create(page, during), program.kill(which)]);
    await create(page, after);
    await program.revive(which);
    stored.push(before, during, after);
  }
  for (const customer of stored) await storedOnce(page, customer);
});

test('both send mails, and each mail goes out once @desktop', async ({ page, program, sink }) => {
  const answer = await page.request.get(`/k/${CUSTOMER}`, { maxRedirects: 0 });
  const tab = `${answer.headers()['location']}/benutzer/neu`;
  const users = Array.from({ length: 30 }, newUser);
  const sent = users.map(({ userName, firstName, lastName, email }) =>
    page.request.post(tab, {
      headers: { origin: program.url },
      form: { id: randomUUID(), user_name: userName, first_name: firstName, last_name: lastName, email },
      maxRedirects: 0,
    }),
  );
  for (const outcome of await Promise.all(sent)) expect(outcome.status()).toBe(303);
  for (const user of users) await sink.theMailTo(user.email);
  // Sent twice it would come within the time in which a sender looks again.
  await page.waitForTimeout(5_000);
  for (const user of users) expect(sink.mailsTo(user.email), user.email).toHaveLength(1);
});

test('the form that a browser sends itself is answered by either @desktop', async ({ page, program }) => {
  const customer = newCustomer();
  const id = randomUUID();
  for (let time = 0; time < 2; time += 1) {
    const answer = await page.request.post('/mkm/kunden/neu', {
      headers: { origin: program.url },
      form: { id, ...asForm(customer) },
      maxRedirects: 0,
    });
    expect(answer.status(), 'sent twice, to another program the second time').toBe(303);
  }
  await storedOnce(page, customer);
});
