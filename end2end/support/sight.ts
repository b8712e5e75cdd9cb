import type { Account } from './accounts';
import type { Page } from '@playwright/test';
import type { Quiet } from './quiet';

/** Something to look at: a name, and how to get there. */
export interface Sight {
  name: string;
  /** Who is signed in; `null` for nobody. Without one it is the reseller. */
  account?: Account | null;
  /** The way there needs a sign-in that has just happened. */
  fresh?: true;
  show: (page: Page, quiet: Quiet) => Promise<void>;
}
