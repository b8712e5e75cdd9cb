import { expect } from '@playwright/test';
import { signIn } from './accounts';
import { beginSetUp, enterAsNewUser, setUp } from './second-factor';
import type { Sight } from './sight';
import { GOOD_PASSWORD } from './user';

/** The second factor: each with an end customer of its own, because it changes how that one signs in. */
export const FACTOR_SIGHTS: readonly Sight[] = [
  {
    name: 'factor-off',
    show: async (page) => {
      await page.goto('/konto/zwei-faktor');
      await expect(page.getByRole('button', { name: 'Einrichten' })).toBeVisible();
    },
  },
  {
    name: 'factor-set-up',
    show: async (page, quiet) => {
      quiet.expectStatus(422, /\/konto\/zwei-faktor\/bestaetigen$/);
      await enterAsNewUser(page.request, page);
      await beginSetUp(page);
      await page.getByRole('textbox', { name: 'Code aus der App' }).fill('12345');
      await page.getByRole('button', { name: 'Einrichtung abschließen' }).click();
      await expect(page.getByText('Dieser Code ist falsch')).toBeVisible();
    },
  },
  {
    name: 'factor-codes',
    show: async (page) => {
      await enterAsNewUser(page.request, page);
      await setUp(page);
    },
  },
  {
    name: 'factor-on',
    show: async (page) => {
      await enterAsNewUser(page.request, page);
      await setUp(page);
      await page.goto('/konto/zwei-faktor');
      await expect(page.getByRole('button', { name: 'Entfernen' })).toBeVisible();
    },
  },
  {
    name: 'sign-in-code',
    show: async (page) => {
      const user = await enterAsNewUser(page.request, page);
      await setUp(page);
      await page.context().clearCookies();
      await page.goto('/anmelden');
      await signIn(page, user, GOOD_PASSWORD);
      await expect(page.getByRole('textbox', { name: 'Code aus der App' })).toBeVisible();
    },
  },
  {
    name: 'sign-in-recovery',
    show: async (page, quiet) => {
      quiet.expectStatus(401, /\/anmelden\/code$/);
      const user = await enterAsNewUser(page.request, page);
      await setUp(page);
      await page.context().clearCookies();
      await page.goto('/anmelden');
      await signIn(page, user, GOOD_PASSWORD);
      await page.getByRole('link', { name: 'Wiederherstellungscode verwenden' }).click();
      await page.getByRole('textbox', { name: 'Wiederherstellungscode' }).fill('abcd-efgh');
      await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
      await expect(page.getByRole('alert')).toContainText('falsch oder schon benutzt');
    },
  },
];
