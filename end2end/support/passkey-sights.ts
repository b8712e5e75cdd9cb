import { expect } from '@playwright/test';
import { signIn } from './accounts';
import { addFirstPasskey, giveAuthenticator, openConfirmation } from './passkeys';
import { enterAsNewUser } from './second-factor';
import type { Sight } from './sight';
import { GOOD_PASSWORD } from './user';

/** Passkeys: each with an end customer of its own, because they change how that one signs in. */
export const PASSKEY_SIGHTS: readonly Sight[] = [
  {
    name: 'passkeys',
    show: async (page) => {
      await enterAsNewUser(page.request, page);
      await giveAuthenticator(page);
      await addFirstPasskey(page, 'Telefon');
      await page.goto('/konto/zwei-faktor');
      await page.getByText('Entfernen', { exact: true }).click();
      await expect(page.getByRole('button', { name: 'Passkey entfernen' })).toBeVisible();
    },
  },
  {
    name: 'passkey-proof',
    show: async (page, quiet) => {
      quiet.expectStatus(422, /\/konto\/bestaetigen$/);
      await enterAsNewUser(page.request, page);
      await giveAuthenticator(page);
      await addFirstPasskey(page, 'Telefon');
      await openConfirmation(page);
    },
  },
  {
    name: 'sign-in-passkey',
    show: async (page) => {
      const user = await enterAsNewUser(page.request, page);
      await giveAuthenticator(page);
      await addFirstPasskey(page, 'Telefon');
      await page.context().clearCookies();
      await page.goto('/anmelden');
      await signIn(page, user, GOOD_PASSWORD);
      await expect(page.getByRole('button', { name: 'Mit Passkey anmelden' })).toBeVisible();
    },
  },
];
