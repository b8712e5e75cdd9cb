import { MailSink } from './mail-sink';
import { test as base } from './own-program';
import { startProgram } from './program';

/** For tests about mails: a program of their own that sends them, and where they arrive. */
export const test = base.extend<object, { sink: MailSink }>({
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
      const program = await startProgram(30, settings);
      await use(program);
      await program.stop();
    },
    { scope: 'worker', timeout: 200_000 },
  ],
});
