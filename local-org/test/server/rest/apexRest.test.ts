import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inProcess, type InProcess } from '../support/inProcess.ts';
import { makeUser } from '../support/people.ts';

const MAIN = join(import.meta.dirname, '..', 'fixture', 'main');
const REST = join(import.meta.dirname, 'fixture');
const JSON_HEADERS = { 'content-type': 'application/json' };

let server: InProcess;
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: MAIN }, { directory: REST }] });
});
const rows = (code: string): number =>
  server.org.local.query(`SELECT Id FROM Trip__c WHERE Code__c = '${code}'`).rows.length;

describe('Apex REST', () => {
  test('binds members of the body to parameters and answers what the method returns, without nulls', () => {
    const made = server.ask('POST', '/services/apexrest/v1/trips/', {
      body: { name: 'North', code: 'R1', seats: 3, tags: ['a', 'b'] },
      headers: JSON_HEADERS,
    });
    expect(made).toMatchObject({ status: 201, headers: { 'x-tags': 'a,b' } });
    expect(String(made.body)).toMatch(/^"a\w{17}"$/);
    const read = server.ask('GET', '/services/apexrest/v1/trips/R1');
    expect(read).toMatchObject({ status: 200, body: '{"name":"North","seats":3}' });
    expect(server.ask('HEAD', '/services/apexrest/v1/trips/R1')).toMatchObject({ status: 200, body: null });
    expect(server.ask('GET', '/services/apexrest/v1/trips/none').status).toBe(404);
  });

  test('gives methods without parameters the body, the path, the headers and the parameters', () => {
    const { body, headers, status } = server.ask('PUT', '/services/apexrest/v1/trips/x?q=2', { body: 'plain text' });
    expect(status).toBe(200);
    expect(headers?.['content-type']).toBe('text/plain');
    expect(Buffer.from(body as Uint8Array).toString()).toBe('PUT /services/apexrest/v1/trips/* 2 plain text');
  });

  test('takes back what a failed request did, and shows where it failed', () => {
    const { status, body } = server.ask('DELETE', '/services/apexrest/v1/trips/x');
    expect(status).toBe(500);
    expect(body).toMatchObject([{ errorCode: 'APEX_ERROR' }]);
    const [{ message }] = body as [{ readonly message: string }];
    expect(message).toMatch(/^System\.MathException: Divide by 0\n\nClass\.TripResource\.fail: line \d+, column \d+$/);
    expect(rows('NEVER')).toBe(0);
  });

  test.each([
    ['an unmapped path', 'GET', '/services/apexrest/v1/nothing', {}, 404, 'NOT_FOUND'],
    ['a verb without a method', 'PATCH', '/services/apexrest/v1/trips/1', {}, 405, 'METHOD_NOT_ALLOWED'],
    ['a body that is no JSON', 'POST', '/services/apexrest/v1/trips', { body: '{"name":' }, 400, 'JSON_PARSER_ERROR'],
    ['an unknown member', 'POST', '/services/apexrest/v1/trips', { body: { nothing: 1 } }, 400, 'JSON_PARSER_ERROR'],
    [
      'a member of another type',
      'POST',
      '/services/apexrest/v1/trips',
      { body: { seats: 'x' } },
      400,
      'JSON_PARSER_ERROR',
    ],
    ['no body where parameters are', 'POST', '/services/apexrest/v1/trips', {}, 400, 'JSON_PARSER_ERROR'],
    [
      'another kind of content',
      'POST',
      '/services/apexrest/v1/trips',
      { body: 'a=1', headers: { 'content-type': 'text/plain' } },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['no session', 'GET', '/services/apexrest/v1/trips/1', { userId: null }, 401, 'INVALID_SESSION_ID'],
  ] as const)('refuses %s', (_name, method, path, options, status, errorCode) => {
    expect(server.ask(method, path, options)).toMatchObject({ status, body: [{ errorCode }] });
  });

  test('needs access to the class', () => {
    const userId = makeUser(server, 'noclass');
    expect(server.ask('GET', '/services/apexrest/v1/trips/R1', { userId })).toMatchObject({
      status: 403,
      body: [{ errorCode: 'FORBIDDEN', message: 'You do not have access to the Apex class named: TripResource' }],
    });
  });

  test('stands under the namespace of a package', async () => {
    const packaged = await inProcess({
      sources: [
        { directory: MAIN, namespace: 'travel' },
        { directory: REST, namespace: 'travel' },
      ],
    });
    const made = packaged.ask('POST', '/services/apexrest/travel/v1/trips', {
      body: { name: 'N', code: 'N1', seats: 1 },
    });
    expect(made.status).toBe(201);
    expect(packaged.ask('GET', '/services/apexrest/travel/v1/trips/N1').body).toBe('{"name":"N","seats":1}');
    expect(packaged.ask('GET', '/services/apexrest/v1/trips/N1').status).toBe(404);
  });
});

describe('a Site', () => {
  test('lets its guest call what the guest has access to, without a session', () => {
    const hook = (): number =>
      server.ask('POST', '/public/services/apexrest/hook', { userId: null, body: 'G1' }).status;
    expect(hook()).toBe(403);
    const guest = [...server.org.local.parts.store.rows('Site')][0]?.['GuestUserId'];
    const set = [...server.org.local.parts.store.rows('PermissionSet')].find((row) => row['Name'] === 'Trip_Hook');
    const assigned = server.ask('POST', '/services/data/v67.0/sobjects/PermissionSetAssignment', {
      body: { AssigneeId: guest, PermissionSetId: set?.Id },
    });
    expect(assigned.status).toBe(201);
    expect(hook()).toBe(202);
    expect(server.org.local.query("SELECT Name FROM Trip__c WHERE Code__c = 'G1'").rows[0]?.peek('Name')).toMatch(
      /^Hook guest$/i,
    );
  });

  test('answers under its own path only', () => {
    expect(server.ask('POST', '/other/services/apexrest/hook', { userId: null, body: 'x' })).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND' }],
    });
  });

  test('can be made by an administrator', () => {
    const body = { name: 'Hooks', pathPrefix: 'hooks', permissionSets: ['Trip_Hook'] };
    expect(server.ask('POST', '/_/org/sites', { body }).status).toBe(201);
    expect(server.ask('POST', '/hooks/services/apexrest/hook', { userId: null, body: 'G2' }).status).toBe(202);
    expect(server.ask('POST', '/_/org/sites', { body })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'DUPLICATE_VALUE' }],
    });
    expect(server.ask('POST', '/_/org/sites', { body, userId: makeUser(server, 'nosetup') }).status).toBe(403);
  });
});
