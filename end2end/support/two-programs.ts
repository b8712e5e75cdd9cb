import { startPrograms, type Programs } from './behind-proxy';
import { test as base } from './with-mails';

/** For tests of two programs on one database, which both send mails. */
export const test = base.extend<object, { program: Programs }>({
  program: [
    async ({ mailSettings }, use) => {
      const programs = await startPrograms(2, 30, mailSettings);
      await use(programs);
      await programs.stop();
    },
    { scope: 'worker', timeout: 400_000 },
  ],
});
