import { randomUUID } from 'node:crypto';
import type { Running } from './run';

/** Creates, edits and deletes customers as the pages in the browser do. */
export class Desk {
  constructor(
    readonly program: Running,
    readonly cookie: string,
  ) {}

  /** Stores a new customer; returns its id. */
  async create(nth: number): Promise<string> {
    const id = randomUUID();
    await this.#send('anlegen', { id, form: form(nth, 'Müller') });
    return id;
  }

  async edit(id: string, nth: number): Promise<void> {
    await this.#send('speichern', { id, version: 1, form: form(nth, 'Schäfer') });
  }

  async delete(id: string): Promise<void> {
    await this.#send('loeschen', { id });
  }

  async #send(path: string, body: object): Promise<void> {
    const answer = await fetch(`${this.program.url}/api/kunden/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie, origin: this.program.url },
      body: JSON.stringify(body),
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`/api/kunden/${path} was answered with ${answer.status}.`);
  }
}

/** Another one each time, so that what an interrupted run left behind is in nobody's way. */
const RUN = Date.now().toString(36);

function form(nth: number, lastName: string): Record<string, string> {
  return {
    number: `N-${RUN}-${nth}`, company: `Messung ${nth} GmbH`, last_name: lastName, first_name: 'Paula',
    street: 'Prüfgasse 7', postal_code: '10115', city: 'Berlin', country: 'DE',
    phone: '030 23125 012', mobile: '0171 3920012', email: `messung${nth}@example.de`, website: 'www.example.de',
  };
}
