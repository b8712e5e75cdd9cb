import { MailSink } from './mail-sink';
import { test as base } from './own-program';
import { startProgram } from './program';

interface Mails {
  sink: MailSink;
  /** What a program is told so that it sends its mails there. */
  mailSettings: Record<string, string>;
}

/** For tests about mails: a program of their own that sends them, and where they arrive. */
export const test = base.extend<object, Mails>({
  sink: [
    async ({}, use) => {
      const sink = await MailSink.start();
      await use(sink);
      await sink.stop();
    },
    { scope: 'worker' },
  ],
  mailSettings: [
    async ({ sink }, use) => use({ MKM_SMTP_URL: sink.url, MKM_MAIL_FROM: 'Kundenportal <portal@example.org>' }),
    { scope: 'worker' },
  ],
  program: [
    async ({ mailSettings }, use) => {
      const program = await startProgram(30, mailSettings);
      await use(program);
      await program.stop();
    },
    { scope: 'worker', timeout: 200_000 },
  ],
});
