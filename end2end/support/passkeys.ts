import { expect, type Page } from '@playwright/test';

/** An authenticator that the browser takes for a device of its own. */
export interface Authenticator {
  /** Whether its holder confirms what it is asked for. */
  confirms(does: boolean): Promise<void>;
}

/** Gives this page's browser an authenticator that knows its holder. */
export async function giveAuthenticator(page: Page): Promise<Authenticator> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    async confirms(does) {
      await browser.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: does });
    },
  };
}

/** Adds a passkey of this name on the page about the second factor. */
export async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name des Passkeys' }).fill(name);
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click();
}

/** The page that asks for a proof: while the last one is fresh, only what was sent there and declined shows it. */
export async function openConfirmation(page: Page): Promise<void> {
  await page.evaluate(() => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/konto/bestaetigen';
    for (const [name, value] of [['bestaetigung', 'falsch'], ['zurueck', '/konto/zwei-faktor']] as const) {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      form.append(field);
    }
    document.body.append(form);
    form.submit();
  });
  await expect(page.getByRole('button', { name: 'Mit Passkey bestätigen' })).toBeVisible();
}

/** Adds the first one. Returns the recovery codes. */
export async function addFirstPasskey(page: Page, name: string): Promise<string[]> {
  await page.goto('/konto/zwei-faktor');
  await addPasskey(page, name);
  await expect(page.getByRole('heading', { name: 'Wiederherstellungscodes' })).toBeVisible();
  return page.getByRole('main').getByRole('listitem').allInnerTexts();
}
