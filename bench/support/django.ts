import { join } from 'node:path';
import type { Account } from './database';
import { BENCH, OUTPUT, setting } from './paths';
import type { Postgres } from './postgres';
import { freePort, run, serve, type Running } from './run';
import { cookiesOf } from './session';

/** Where Django's admin shows the customers. */
export const LIST = '/admin/customers/customer/';

const LOGIN = { username: 'bench', password: 'bench-admin-for-loopback' };

/** Makes Django's own database, its account, and the files for the browser. It shows the customers of this reseller. */
export async function prepareDjango(postgres: Postgres, database: string, account: Account): Promise<Record<string, string>> {
  const reseller = await postgres.query(database, `select id from reseller where number = '${account.number}'`);
  const env = {
    BENCH_SOCKET: postgres.folder, BENCH_DATABASE: database, BENCH_RESELLER: reseller,
    BENCH_STATIC: join(OUTPUT, 'django-static'), DJANGO_SETTINGS_MODULE: 'desk', PYTHONDONTWRITEBYTECODE: '1',
  };
  await postgres.query('postgres', 'alter role mkm_backup login;');
  if (!(await postgres.hasDatabase('django'))) {
    await postgres.query('postgres', 'create role django login; ');
    await postgres.createDatabase('django', 'django');
    await administer(env, ['migrate', '--verbosity', '0']);
    await administer(env, ['createsuperuser', '--noinput', '--username', LOGIN.username, '--email', 'bench@example.org'], LOGIN.password);
  }
  await administer(env, ['collectstatic', '--noinput', '--clear', '--verbosity', '0']);
  return env;
}

async function administer(env: Record<string, string>, args: readonly string[], password = ''): Promise<void> {
  await run(python('django-admin'), args, { env: { ...env, PYTHONPATH: folder(), DJANGO_SUPERUSER_PASSWORD: password } });
}

/** Starts it as it is operated: gunicorn with two workers. Resolves as soon as a page is answered. */
export async function startDjango(env: Readonly<Record<string, string>>, name = 'django'): Promise<Running> {
  const port = await freePort();
  const args = ['--workers', '2', '--worker-class', 'gthread', '--threads', '4', '--bind', `127.0.0.1:${port}`, 'served:application'];
  return serve(name, python('gunicorn'), port, '/admin/login/', args, { cwd: folder(), env: { ...env } });
}

/** Signs in; returns the cookie as a request sends it. */
export async function signInToDjango(program: Running): Promise<string> {
  const page = await fetch(`${program.url}/admin/login/`);
  const token = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await fetch(`${program.url}/admin/login/`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(page), referer: program.url },
    body: new URLSearchParams({ ...LOGIN, csrfmiddlewaretoken: token, next: LIST }),
  });
  if (answer.status !== 302) throw new Error(`Signing in to Django was answered with ${answer.status}.`);
  return cookiesOf(answer);
}

function folder(): string {
  return join(BENCH, 'django');
}

function python(program: string): string {
  return join(setting('MKM_BENCH_PYTHON'), 'bin', program);
}
