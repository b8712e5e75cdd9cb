import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test';

/** Which requests a test expects to go wrong, and how. */
interface Expected {
  address: RegExp;
  /** The status of the answer; 0 for a request that is not answered at all. */
  status: number;
}

/**
 * Listens to everything a browser complains about. Whatever a test did not announce makes it fail:
 * console errors and warnings, uncaught errors, violations of the content security policy, requests
 * that fail, are refused, or go elsewhere.
 */
export class Quiet {
  readonly #complaints: string[] = [];
  readonly #expected: Expected[] = [];
  readonly #origin: string;
  #scripts = true;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Answers with this status from matching addresses are part of the test. */
  expectStatus(status: number, address: RegExp): void {
    this.#expected.push({ address, status });
  }

  /** Requests to matching addresses are never answered in this test. */
  expectUnanswered(address: RegExp): void {
    this.#expected.push({ address, status: 0 });
  }

  complaints(): string[] {
    return [...this.#complaints];
  }

  /** `scripts`: whether the context runs any. */
  async watch(context: BrowserContext, scripts = true): Promise<void> {
    this.#scripts = scripts;
    context.on('console', (message) => this.#heard(message));
    context.on('weberror', (error) => this.#complain(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on('request', (request) => this.#asked(request));
    context.on('requestfailed', (request) => this.#failed(request));
    context.on('response', (response) => this.#answered(response));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (violation) => {
        console.error(`policy violated: ${violation.violatedDirective} by ${violation.blockedURI}`);
      });
    });
  }

  #complain(text: string): void {
    this.#complaints.push(text);
  }

  #isExpected(address: string, status: number): boolean {
    return this.#expected.some((one) => one.status === status && one.address.test(address));
  }

  #heard(message: ConsoleMessage): void {
    if (!['error', 'warning', 'assert'].includes(message.type())) return;
    const { url } = message.location();
    // What is made ready for scripts stays unused without them.
    if (!this.#scripts && /was preloaded using link preload but not used/.test(message.text())) return;
    // Chromium logs each refused or failed request as well; those are judged as requests.
    const refused = /^Failed to load resource: the server responded with a status of (\d+)/.exec(message.text());
    if (refused !== null && this.#isExpected(url, Number(refused[1]))) return;
    if (/^Failed to load resource: net::ERR_/.test(message.text()) && this.#isExpected(url, 0)) return;
    this.#complain(`console ${message.type()}: ${message.text()} (${url})`);
  }

  #asked(request: Request): void {
    const { protocol, origin } = new URL(request.url());
    if (['data:', 'blob:', 'about:'].includes(protocol) || origin === this.#origin) return;
    this.#complain(`request to another origin: ${request.url()}`);
  }

  #failed(request: Request): void {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left or closed gives up what it was loading.
    if (reason === 'net::ERR_ABORTED' || this.#isExpected(request.url(), 0)) return;
    // "csp": a script where scripts are off.
    if (!this.#scripts && reason === 'csp' && request.resourceType() === 'script') return;
    this.#complain(`request failed: ${request.method()} ${request.url()}: ${reason}`);
  }

  #answered(response: Response): void {
    const status = response.status();
    if (status < 400 || this.#isExpected(response.url(), status)) return;
    this.#complain(`${status}: ${response.request().method()} ${response.url()}`);
  }
}
