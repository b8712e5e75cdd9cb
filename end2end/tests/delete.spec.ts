import type { TestInfo } from '@playwright/test';
import { deleteQuestion, status } from '../support/dialog';
import { tabs } from '../support/detail';
import { expect, test } from '../support/fixtures';
import { openList, range, rowOf } from '../support/list';

/** A customer of the demo that has nothing but domains; each run of a test takes another one. */
function withDomainsOnly(info: TestInfo): string {
  const project = info.project.name === 'phone' ? 1 : 0;
  return String(20_005 + 10 * (project + 2 * info.repeatEachIndex));
}

test('the question names the customer and says that it has no domains', async ({ page, storedCustomer }) => {
  const customer = await storedCustomer();
  await openList(page, `?q=${customer.number}`);
  await page.getByRole('button', { name: `Löschen: ${customer.number}`, exact: true }).click();
  const question = deleteQuestion(page);
  await expect(question).toContainText(`Kunde ${customer.number} (${customer.company}, ${customer.firstName} ${customer.lastName}) wird gelöscht.`);
  await expect(question).toContainText('Ihm sind keine Domains zugeordnet. Das lässt sich nicht rückgängig machen.');
});

for (const way of ['Abbrechen', 'Escape']) {
  test(`${way} deletes nothing`, async ({ page, storedCustomer }) => {
    const customer = await storedCustomer();
    await openList(page, `?q=${customer.number}`);
    await page.getByRole('button', { name: `Löschen: ${customer.number}`, exact: true }).click();
    const question = deleteQuestion(page);
    await expect(question).toContainText(customer.number);
    if (way === 'Escape') await page.keyboard.press('Escape');
    else await question.getByRole('button', { name: 'Abbrechen' }).click();
    await expect(question).toBeHidden();
    await expect(rowOf(page, customer.number)).toBeVisible();
    await openList(page, `?q=${customer.number}`);
    await expect(rowOf(page, customer.number)).toBeVisible();
  });
}

test('a deleted customer is gone from the list without a reload', async ({ page, storedCustomer, open, quiet }) => {
  const customer = await storedCustomer();
  await openList(page, `?q=${customer.number}`);
  const pages: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) pages.push(request.url());
  });
  await page.getByRole('button', { name: `Löschen: ${customer.number}`, exact: true }).click();
  await deleteQuestion(page).getByRole('button', { name: 'Löschen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde gelöscht.`);
  await expect(deleteQuestion(page)).toBeHidden();
  await expect(page.getByText('Keine Kunden gefunden.')).toBeVisible();
  expect(pages).toEqual([]);
  // It is really gone.
  quiet.expectStatus(404, /\/k\//);
  await open(`/k/${customer.number}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nicht gefunden');
});

test('domains become free, and the question says so before', async ({ page, open }, info) => {
  const number = withDomainsOnly(info);
  await open(`/k/${number}`);
  const count = Number((await tabs(page).getByRole('link', { name: 'Domains' }).textContent())?.split(' ')[1]);
  expect(count).toBeGreaterThan(0);
  await openList(page, `?f_nummer=${number}`);
  await page.getByRole('button', { name: `Löschen: ${number}`, exact: true }).click();
  const question = deleteQuestion(page);
  await expect(question).toContainText(count === 1 ? '1 Domain wird wieder frei.' : `${count} Domains werden wieder frei.`);
  await question.getByRole('button', { name: 'Löschen' }).click();
  const freed = count === 1 ? '1 Domain ist wieder frei.' : `${count} Domains sind wieder frei.`;
  await expect(status(page)).toHaveText(`Kunde ${number} wurde gelöscht. ${freed}`);
});

test('deleting from the page of the customer leads back to the list', async ({ page, storedCustomer, open }) => {
  const customer = await storedCustomer();
  await open(`/k/${customer.number}`);
  await page.getByRole('button', { name: 'Kunde löschen' }).click();
  const question = deleteQuestion(page);
  await expect(question).toContainText(customer.number);
  await question.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(question).toBeHidden();
  await page.getByRole('button', { name: 'Kunde löschen' }).click();
  await question.getByRole('button', { name: 'Löschen' }).click();
  await expect(page).toHaveURL(/\/mkm\/kunden$/);
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde gelöscht.`);
  await page.getByRole('searchbox', { name: 'Kunden filtern' }).fill(customer.number);
  await expect(page.getByText('Keine Kunden gefunden.')).toBeVisible();
});

test('somebody else deleted the customer meanwhile: it is said, and the list goes on', async ({ page, context, storedCustomer, quiet }) => {
  quiet.expectStatus(404, /\/api\/kunden\/(loeschen|detail-nach-nummer)$/);
  const customer = await storedCustomer();
  await openList(page, `?q=${customer.number}`);
  const other = await context.newPage();
  await openList(other, `?q=${customer.number}`);
  for (const one of [page, other]) {
    await one.getByRole('button', { name: `Löschen: ${customer.number}`, exact: true }).click();
    await expect(deleteQuestion(one)).toContainText(customer.number);
  }
  await deleteQuestion(other).getByRole('button', { name: 'Löschen' }).click();
  await expect(status(other)).toHaveText(`Kunde ${customer.number} wurde gelöscht.`);
  await deleteQuestion(page).getByRole('button', { name: 'Löschen' }).click();
  await expect(deleteQuestion(page).getByRole('alert')).toContainText('Diese Seite gibt es nicht');
  await deleteQuestion(page).getByRole('button', { name: 'Abbrechen' }).click();
  await page.getByRole('searchbox', { name: 'Kunden filtern' }).fill('');
  await expect(range(page)).toBeVisible();
});

test('asking for the deletion of a customer that must stay gives the reasons', async ({ page, open }) => {
  await open('/k/123456');
  await open(`${new URL(page.url()).pathname}/loeschen`);
  const question = deleteQuestion(page);
  await expect(question.getByRole('alert')).toHaveText(
    'Löschen ist nicht möglich: 2 FISINGER.de-Produkte, 1 Reseller-Produkt, 1 Benutzer.',
  );
  await expect(question.getByRole('button', { name: 'Löschen' })).toHaveCount(0);
  await expect(question).not.toContainText('wird gelöscht');
});

test('the server refuses to delete what must stay, whatever the page says', async ({ page, open, baseURL }) => {
  await open('/k/123456');
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const answer = await page.request.post('/api/kunden/loeschen', { headers: { origin: baseURL ?? '' }, data: { id } });
  expect(answer.status()).toBe(409);
  await page.reload();
  await expect(page.getByText('#123456')).toBeVisible();
});

test('the server not reached while deleting is said, and can be asked again', async ({ page, context, storedCustomer, quiet }) => {
  quiet.expectUnanswered(/\/api\/kunden\/loeschen$/);
  const customer = await storedCustomer();
  await openList(page, `?q=${customer.number}`);
  await page.getByRole('button', { name: `Löschen: ${customer.number}`, exact: true }).click();
  const question = deleteQuestion(page);
  await expect(question).toContainText(customer.number);
  await context.setOffline(true);
  await question.getByRole('button', { name: 'Löschen' }).click();
  await expect(question.getByRole('alert')).toContainText('Der Server ist nicht zu erreichen.');
  await context.setOffline(false);
  await question.getByRole('button', { name: 'Löschen' }).click();
  await expect(status(page)).toHaveText(`Kunde ${customer.number} wurde gelöscht.`);
});
