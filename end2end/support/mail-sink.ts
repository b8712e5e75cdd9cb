import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server on this machine that keeps what it is given. */
export class MailSink {
  readonly #server: SMTPServer;
  readonly #mails: ParsedMail[] = [];

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        simpleParser(stream).then(
          (mail) => {
            this.#mails.push(mail);
            done();
          },
          (error: Error) => done(error),
        );
      },
    });
  }

  static async start(): Promise<MailSink> {
    const sink = new MailSink();
    const listening = sink.#server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    return sink;
  }

  /** As `MKM_SMTP_URL` names it. */
  get url(): string {
    const { port } = this.#server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  /** What has come for this address so far. */
  mailsTo(address: string): ParsedMail[] {
    return this.#mails.filter((mail) => recipient(mail) === address);
  }

  /** The only mail to this address, once it has come. */
  async theMailTo(address: string): Promise<ParsedMail> {
    await expect.poll(() => this.mailsTo(address).length, { timeout: 20_000 }).toBe(1);
    const [mail] = this.mailsTo(address);
    if (mail === undefined) throw new Error(`Nothing has come for ${address}.`);
    return mail;
  }

  /** What all mails are about. */
  subjects(): string[] {
    return this.#mails.map((mail) => mail.subject ?? '');
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }
}

function recipient(mail: ParsedMail): string | undefined {
  const [to] = [mail.to ?? []].flat();
  return to?.value[0]?.address;
}

/** The path of the link in a mail: the same in its text and in its HTML. */
export function linkIn(mail: ParsedMail): string {
  const link = /https?:\/\/\S+?(\/(?:passwort|email)\/[\w-]+)/;
  const [address, path] = link.exec(mail.text ?? '') ?? [];
  if (address === undefined || path === undefined) throw new Error(`No link in: ${mail.text}`);
  expect(mail.html, 'the HTML has the same link').toContain(`href="${address}"`);
  return path;
}
