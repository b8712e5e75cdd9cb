import type { Account } from './database';
import type { Running } from './run';

/** Signs a reseller in to MKM; returns the cookie as a request sends it. */
export async function signIn(program: Running, account: Account): Promise<string> {
  const answer = await fetch(`${program.url}/anmelden`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: program.url },
    body: new URLSearchParams({ benutzername: account.user, passwort: account.password, zurueck: '' }),
  });
  if (answer.status !== 303) throw new Error(`Signing in was answered with ${answer.status}.`);
  return cookiesOf(answer);
}

/** The cookies that an answer sets, as a request sends them. */
export function cookiesOf(answer: Response): string {
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}
