import { expect, type Page } from '@playwright/test';
import { goTo } from './go-to';
import type { Sight } from './sight';

/** A page of the reseller that has nothing yet, with the sentence that says so. */
function empty(name: string, path: string, sentence: string): Sight {
  return {
    name: `${name}-empty`,
    account: 'leer',
    show: async (page: Page) => {
      await goTo(page, path);
      await expect(page.getByText(sentence)).toBeVisible();
    },
  };
}

/** What stands where nothing is. */
export const EMPTY_SIGHTS: readonly Sight[] = [
  empty('list', '/mkm/kunden', 'Willkommen bei MKM'),
  empty('domains', '/domains', 'Noch keine Domains'),
  empty('products', '/produkte', 'Noch keine Produkte'),
  empty('log', '/verwaltung/protokoll?kunde=gibtesnicht', 'Dazu gibt es keine Einträge.'),
  empty('search', '/suche?q=gibtesnicht', 'Nichts beginnt mit „gibtesnicht“.'),
  { name: 'start-empty', account: 'leer', show: (page) => goTo(page, '/') },
  empty('proposals', '/mkm/vorschlaege', 'Es wartet kein Vorschlag auf eine Entscheidung.'),
  empty('invitations', '/mkm/einladungen', 'Es gibt keine offenen Einladungen.'),
];
