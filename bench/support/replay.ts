import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onExit } from './cleanup';

/** A server that answers from memory. */
export interface Replay {
  /** Its address, without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Gives to everybody what the program at `url` answered to the first who asked, byte for byte and with all headers but
 * those of the connection. What a visit takes here is the browser's part of it.
 */
export async function startReplay(url: string): Promise<Replay> {
  const known = new Map<string, Promise<Answer>>();
  const server = createServer((asked, answer) => {
    const path = asked.url ?? '/';
    const given = known.get(path) ?? ask(url, path, asked);
    known.set(path, given);
    given.then(
      ({ status, headers, body }) => answer.writeHead(status, headers).end(body),
      () => answer.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    server.closeAllConnections();
    server.close();
  };
  onExit(stop);
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, stop };
}

async function ask(url: string, path: string, asked: IncomingMessage): Promise<Answer> {
  const sent = request(new URL(path, url), { headers: without(asked.headers, ['host', 'connection']) }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const body = await buffer(answer);
  const kept = without(answer.headers, ['transfer-encoding', 'connection', 'keep-alive']);
  return { status: answer.statusCode ?? 502, headers: { ...kept, 'content-length': body.length }, body };
}

function without(headers: OutgoingHttpHeaders, names: readonly string[]): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
