import { sessionOf } from './accounts';
import { test as base } from './fixtures';
import { startProgram, type Program } from './program';

interface OwnProgram {
  /** Files that give different purposes do not share a program. */
  purpose: string;
  program: Program;
}

/** For tests that would disturb others: they have a program of their own. */
export const test = base.extend<object, OwnProgram>({
  purpose: ['', { option: true, scope: 'worker' }],
  program: [
    async ({ purpose }, use) => {
      if (purpose === '') throw new Error('The file does not say what its program is for.');
      const program = await startProgram(30);
      await use(program);
      await program.stop();
    },
    { scope: 'worker', timeout: 200_000 },
  ],
  baseURL: async ({ program }, use) => use(program.url),
  sessions: [
    async ({ program }, use) => use((account) => sessionOf(program.url, account)),
    { scope: 'worker' },
  ],
});
