import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, createPath, idsOf } from '../../../bench/server/client.ts';
import type { ServedProcess } from '../../../bench/server/process.ts';
import { processes, type Processes } from '../support/processes.ts';

let served: Processes;
beforeEach(async () => {
  served = await processes();
});
afterEach(() => served.clear());

const sizes = (folder: string): Readonly<Record<string, number>> =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, statSync(join(folder, file)).size]));

/** Signs in as the first user of the login page, as a browser does; gives its cookie. */
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
const statusAs = async ({ url }: ServedProcess, path: string, headers: Record<string, string>): Promise<number> =>
  (await fetch(`${url}${path}`, { headers })).status;

async function accessToken(server: ServedProcess, cookie: string): Promise<string> {
  const { body } = await ask(server, 'GET', '/_/org/clients');
  const [app] = (body as { readonly clients: readonly { name: string; key: string }[] }).clients;
  const shown = await fetch(`${server.url}/_/org/dev/clients/${app?.name ?? ''}/secret`, {
    method: 'POST',
    headers: { cookie },
  });
  const { secret } = (await shown.json()) as { readonly secret: string };
  const { body: found } = await ask(server, 'GET', '/services/oauth2/userinfo');
  await ask(server, 'PUT', `/_/org/clients/${app?.name ?? ''}`, {
    isClientCredentialsEnabled: true,
    runAs: (found as { readonly preferred_username: string }).preferred_username,
  });
  const given = await fetch(`${server.url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: app?.key ?? '',
      client_secret: secret,
    }),
  });
  return ((await given.json()) as { readonly access_token: string }).access_token;
}

describe.each(['stop', 'kill'] as const)('after a %s of the server', (end) => {
  test('browsers and clients go on with the sessions they have', async () => {
    const first = await served.start();
    const cookie = await signIn(first);
    const left = await signIn(first);
    await fetch(`${first.url}/logout`, { headers: { cookie: left }, redirect: 'manual' });
    const token = await accessToken(first, cookie);
    await first[end]();

    const file = readFileSync(join(served.store, 'sessions.json'), 'utf8');
    for (const secret of [decodeURIComponent(cookie.split('=')[1] ?? ''), token]) {
      expect(file).not.toContain(secret);
      expect(file).not.toContain(secret.split('!')[1]);
    }
    expect(statSync(join(served.store, 'sessions.json')).mode & 0o077).toBe(0);

    const second = await served.start();
    expect(await statusAs(second, '/_/org/apps', { cookie })).toBe(200);
    expect(await statusAs(second, '/_/org/apps', { cookie: left })).toBe(401);
    const bearer = { authorization: `Bearer ${token}` };
    expect(await statusAs(second, '/services/data/v67.0/limits', bearer)).toBe(200);
    // A token stays a token: what only browsers may do is refused as before.
    expect(await statusAs(second, '/_/org/dev/users', bearer)).toBe(401);
    expect(await statusAs(second, '/_/org/apps', { authorization: `Bearer ${first.token}` })).toBe(401);
  });
});

test('a stop leaves one snapshot and an empty journal, and the exit code is 0', async () => {
  const first = await served.start();
  await ask(first, 'POST', createPath('Trip__c'), { Name: 'Kept' });
  expect(await first.stop()).toBe(0);

  const files = sizes(served.store);
  expect(Object.keys(files).filter((name) => name.startsWith('journal'))).toEqual(['journal-1.bin']);
  expect(files['journal-1.bin']).toBe(0);
  expect(files['snapshot.bin']).toBeGreaterThan(0);
  expect(existsSync(join(served.store, 'server.json'))).toBe(false);

  expect((await idsOf(await served.start(), 'Trip__c')).size).toBe(1);
});

test('a damaged journal is read up to its last whole record, says so, and keeps the rest for a person to look at', async () => {
  const first = await served.start();
  await ask(first, 'POST', createPath('Trip__c'), { Name: 'Kept' });
  await first.kill();
  appendFileSync(join(served.store, 'journal-0.bin'), 'half a rec');

  const second = await served.start();
  expect(second.recovery).toMatch(/^The journal ended in 10 bytes that are no whole record, as after a crash\./);
  expect((await idsOf(second, 'Trip__c')).size).toBe(1);
  await second.stop();
  expect(readFileSync(join(served.store, 'journal-0.bin.damaged'), 'utf8')).toBe('half a rec');
  expect((await served.start()).recovery).toBeNull();
});

test('a folder of another version is not opened', async () => {
  const first = await served.start();
  await first.stop();
  writeFileSync(join(served.store, 'format.json'), '{"format":99,"node":"40.0.0"}');

  await expect(served.start()).rejects.toThrow('The server ended with 1 before it was ready');
});
