import { connect } from 'node:net';
import type { Running } from './run';

/** At the same time. */
const CLIENTS = 20;

/** So many clients ask for a page and hang up: every other one at once, the others in the middle of the answer. */
export async function abortRequests(program: Running, path: string, cookie: string, amount: number): Promise<void> {
  const request = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`;
  const port = Number(new URL(program.url).port);
  let nth = 0;
  const client = async (): Promise<void> => {
    while (nth < amount) {
      nth += 1;
      await hangUp(port, request, nth % 2 === 0);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

async function hangUp(port: number, request: string, atOnce: boolean): Promise<void> {
  await new Promise<void>((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(request, () => {
        if (atOnce) socket.destroy();
      });
    });
    socket.once('data', () => socket.destroy());
    socket.once('close', () => done());
    socket.once('error', failed);
  });
}
