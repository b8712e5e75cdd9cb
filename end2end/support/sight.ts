import type { Page } from '@playwright/test';
import type { Quiet } from './quiet';

/** Something to look at: a name, and how to get there. */
export interface Sight {
  name: string;
  /** Nobody is signed in. */
  signedOut?: boolean;
  show: (page: Page, quiet: Quiet) => Promise<void>;
}
