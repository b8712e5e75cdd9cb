import { startPrograms, type Programs } from './behind-proxy';
import { MailSink } from './mail-sink';
import { test as base } from './own-program';

/** For tests of two programs on one database, which both send mails. */
export const test = base.extend<object, { sink: MailSink; program: Programs }>({
  sink: [
    async ({}, use) => {
      const sink = await MailSink.start();
      await use(sink);
      await sink.stop();
    },
    { scope: 'worker' },
  ],
  program: [
    async ({ sink }, use) => {
      const settings = { MKM_SMTP_URL: sink.url, MKM_MAIL_FROM: 'Kundenportal <portal@example.org>' };
      const programs = await startPrograms(2, 30, settings);
      await use(programs);
      await programs.stop();
    },
    { scope: 'worker', timeout: 400_000 },
  ],
});
