/** What the page of snapshots does to a served org: its data comes back, goes away, or stays where a copy is damaged. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ServedProcess } from '../../../bench/server/process.ts';
import { processes, type Processes } from '../support/processes.ts';

let served: Processes;
beforeEach(async () => {
  served = await processes();
});
afterEach(() => served.clear());

/** Everybody signs in again when an org started over. */
async function signIn({ url }: ServedProcess): Promise<string> {
  const page = await (await fetch(`${url}/login`)).text();
  const user = /name="user" value="(\w+)"/.exec(page)?.[1] ?? '';
  const response = await fetch(`${url}/login`, {
    method: 'POST',
    body: new URLSearchParams({ user }),
    redirect: 'manual',
  });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
async function post({ url }: ServedProcess, cookie: string, path: string, body: object = {}): Promise<Response> {
  return fetch(`${url}/_/org/dev/${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
async function accounts(server: ServedProcess, cookie: string): Promise<readonly string[]> {
  const answer = await post(server, cookie, 'query', { soql: 'SELECT Name FROM Account ORDER BY Name' });
  const { rows } = (await answer.json()) as { readonly rows: readonly { readonly Name: string }[] };
  return rows.map(({ Name }) => Name);
}
const insert = (server: ServedProcess, cookie: string, name: string): Promise<Response> =>
  post(server, cookie, 'apex', { source: `insert new Account(Name = '${name}');` });

test('a snapshot brings the data back, and a reset takes all of it', async () => {
  const server = await served.start();
  const first = await signIn(server);
  await insert(server, first, 'Before');
  expect((await post(server, first, 'data/snapshots', { name: 'one' })).status).toBe(201);
  await insert(server, first, 'After');

  expect((await post(server, first, 'data/snapshots/one/restore')).status).toBe(202);
  const second = await signIn(server);
  expect((await fetch(`${server.url}/_/org/apps`, { headers: { cookie: first } })).status).toBe(401);
  expect(await accounts(server, second)).toEqual(['Before']);
  await insert(server, second, 'Later');

  expect((await post(server, second, 'data/reset')).status).toBe(202);
  const third = await signIn(server);
  expect(await accounts(server, third)).toEqual([]);
  expect(existsSync(join(served.store, 'snapshots', 'one.bin'))).toBe(true);
  await server.stop();

  const again = await served.start();
  expect(await accounts(again, await signIn(again))).toEqual([]);
});

test('an org goes on with the data it has when a snapshot is damaged', async () => {
  const server = await served.start();
  const first = await signIn(server);
  await insert(server, first, 'Before');
  await post(server, first, 'data/snapshots', { name: 'torn' });
  await insert(server, first, 'After');
  writeFileSync(join(served.store, 'snapshots', 'torn.bin'), 'not a snapshot');

  expect((await post(server, first, 'data/snapshots/torn/restore')).status).toBe(202);
  const second = await signIn(server);
  expect(await accounts(server, second)).toEqual(['After', 'Before']);
  expect(readdirSync(served.store)).not.toContain('before');
});
