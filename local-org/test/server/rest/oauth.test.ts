import { generateKeyPairSync, createSign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiResponse } from '../../../src/server/api.ts';
import type { ClientApp } from '../../../src/server/oauth/clients.ts';
import { inProcess, type InProcess } from '../support/inProcess.ts';
import { makeUser } from '../support/people.ts';

const MAIN = join(import.meta.dirname, '..', 'fixture', 'main');
const REST = join(import.meta.dirname, 'fixture');
const sources = [{ directory: MAIN }, { directory: REST }];
const JWT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

let server: InProcess;
let app: ClientApp;
let userId: string;
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const post = (path: string, form: Readonly<Record<string, string>>): ApiResponse =>
  server.ask('POST', path, { userId: null, body: new URLSearchParams(form).toString() });
const token = (form: Readonly<Record<string, string>>): ApiResponse => post('/services/oauth2/token', form);
const credentials = (): Record<string, string> => ({
  grant_type: 'client_credentials',
  client_id: app.key,
  client_secret: app.secret,
});
const bearer = (access: string): { readonly userId: null; readonly headers: Readonly<Record<string, string>> } => ({
  userId: null,
  headers: { authorization: `Bearer ${access}` },
});
function jwt(claims: Readonly<Record<string, unknown>>, key = privateKey): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256' })}.${part(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

beforeAll(async () => {
  server = await inProcess({ sources });
  userId = makeUser(server, 'robot');
  app = server.org.clients.all[0]!;
});

describe('access tokens', () => {
  test('are refused until the administrator names whom client credentials run as', () => {
    expect(token(credentials())).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'no client credentials user enabled' },
    });
    const decided = server.ask('PUT', `/_/org/clients/${app.name}`, {
      body: {
        isClientCredentialsEnabled: true,
        runAs: 'robot@local.example',
        certificate: publicKey.export({ type: 'spki', format: 'pem' }),
      },
    });
    expect(decided.status).toBe(200);
    const given = token(credentials());
    expect(given).toMatchObject({
      status: 200,
      body: { token_type: 'Bearer', scope: 'api', instance_url: 'http://127.0.0.1' },
    });
    const { access_token: access, id } = given.body as { readonly access_token: string; readonly id: string };
    expect(access.startsWith(`${server.org.local.parts.users.organizationId}!`)).toBe(true);
    expect(server.ask('GET', '/services/data/v67.0/query?q=SELECT+Id+FROM+Account', bearer(access)).status).toBe(200);
    expect(server.ask('GET', new URL(id).pathname, bearer(access)).body).toMatchObject({
      username: 'robot@local.example',
    });
    expect(server.ask('GET', '/services/oauth2/userinfo', bearer(access)).body).toMatchObject({ user_id: userId });
    expect(post('/services/oauth2/introspect', { ...credentials(), token: access }).body).toMatchObject({
      active: true,
      scope: 'api',
    });
    expect(post('/services/oauth2/revoke', { token: access }).status).toBe(200);
    expect(server.ask('GET', '/services/data/v67.0/limits', bearer(access))).toMatchObject({
      status: 401,
      body: [{ errorCode: 'INVALID_SESSION_ID' }],
    });
    expect(post('/services/oauth2/introspect', { ...credentials(), token: access }).body).toEqual({ active: false });
  });

  test('come for an assertion signed with the key of the certificate', () => {
    const exp = Math.floor(Date.now() / 1000) + 120;
    const claims = { iss: app.key, sub: 'robot@local.example', aud: 'https://login.salesforce.com', exp };
    const ask = (assertion: string): ApiResponse => token({ grant_type: JWT, assertion });
    expect(ask(jwt(claims))).toMatchObject({ status: 200, body: { scope: 'api refresh_token' } });
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const refused = [
      jwt(claims, other),
      jwt({ ...claims, exp: exp - 1000 }),
      jwt({ ...claims, aud: 'https://example.com' }),
      jwt({ ...claims, sub: 'nobody@people.example' }),
      'a.b.c',
    ].map((assertion) => ask(assertion).body);
    expect(refused).toMatchObject(refused.map(() => ({ error: 'invalid_grant' })));
    expect(ask(jwt({ ...claims, iss: 'x' })).body).toMatchObject({ error: 'invalid_client_id' });
  });

  test.each([
    ['an unknown grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['an unknown client', { client_id: 'x' }, 'invalid_client_id'],
    ['a wrong secret', { client_secret: 'x' }, 'invalid_client'],
    ['scopes the app does not have', { scope: 'full' }, 'invalid_grant'],
  ])('are not given for %s', (_name, changed, error) => {
    expect(token({ ...credentials(), ...changed })).toMatchObject({ status: 400, body: { error } });
  });

  test('are for approved users only where the administrator wants it', () => {
    const path = `/_/org/clients/${app.name}`;
    server.ask('PUT', path, { body: { permissionSets: ['Trip_Hook'] } });
    expect(token(credentials()).body).toMatchObject({ error: 'invalid_app_access' });
    server.ask('PUT', path, { body: { permissionSets: null } });
    expect(token(credentials()).status).toBe(200);
  });

  test('without the scope of the API reach nothing but who they stand for', () => {
    const asked = { scopes: ['id'] };
    expect(server.ask('GET', '/services/data/v67.0/limits', asked).status).toBe(403);
    expect(server.ask('GET', '/services/oauth2/userinfo', asked).status).toBe(200);
  });

  test('that are missing or wrong are told apart, and keys are shown to administrators only', () => {
    expect(server.ask('GET', '/services/oauth2/userinfo', { userId: null })).toMatchObject({
      status: 403,
      body: 'Missing_OAuth_Token',
    });
    expect(server.ask('GET', '/services/oauth2/userinfo', bearer('x'))).toMatchObject({
      status: 403,
      body: 'Bad_OAuth_Token',
    });
    expect(server.ask('GET', '/_/org/clients', { userId }).status).toBe(403);
  });
});

test('keys, secrets and policies of apps outlive a restart', async () => {
  const store = mkdtempSync(join(tmpdir(), 'clients-'));
  try {
    const first = await inProcess({ sources, store });
    first.org.clients.decide('Timetable', {
      isClientCredentialsEnabled: true,
      runAs: 'x',
      permissionSets: null,
      certificate: null,
    });
    const before = first.org.clients.all;
    first.org.local.close();
    const second = await inProcess({ sources, store });
    expect(second.org.clients.all).toEqual(before);
    second.org.local.close();
  } finally {
    rmSync(store, { recursive: true });
  }
});
