import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiResponse, HttpMethod } from '../../../src/server/api.ts';
import { DEVELOPER_ROUTES } from '../../../src/server/developer/index.ts';
import { inProcess, type InProcess } from '../support/inProcess.ts';

const FIXTURE = join(import.meta.dirname, '..', 'fixture', 'main');

let server: InProcess;
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: FIXTURE }] });
});

const ask = (method: HttpMethod, path: string, body?: unknown, userId?: string): ApiResponse =>
  server.ask(method, `/_/org/dev/${path}`, {
    inBrowser: true,
    ...(body === undefined ? {} : { body }),
    ...(userId === undefined ? {} : { userId }),
  });

interface Person {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly permissionSets: readonly string[];
}
const people = (): readonly Person[] => (ask('GET', 'users').body as { readonly users: readonly Person[] }).users;

function newPerson(lastName: string): string {
  const { profiles } = ask('GET', 'users').body as {
    readonly profiles: readonly { readonly id: string; readonly name: string }[];
  };
  const { status, body } = ask('POST', 'users', {
    firstName: 'Ann',
    lastName,
    username: `${lastName}@example.test`,
    email: `${lastName}@example.test`,
    profileId: profiles.find(({ name }) => name === 'Standard User')?.id,
  });
  expect(body).toEqual({ id: expect.stringMatching(/^005/) as string });
  expect(status).toBe(201);
  return (body as { readonly id: string }).id;
}

describe('developer pages', () => {
  test('are refused to people who may not change the org, and to tokens', () => {
    const id = newPerson('Plain');
    for (const { method, path } of DEVELOPER_ROUTES) {
      const address = path.replace('/_/org/dev/', '').replace(/:\w+/g, 'x');
      expect([path, ask(method, address, {}, id)]).toMatchObject([
        path,
        { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS' }] },
      ]);
    }
    expect(server.ask('GET', '/_/org/dev/users').status).toBe(401);
  });

  test('make, deactivate and impersonate users', () => {
    const id = newPerson('Hill');
    expect(people().find((one) => one.id === id)).toMatchObject({ name: 'Ann Hill', isActive: true });
    const { status, headers } = ask('POST', `users/${id}/login`);
    expect(status).toBe(204);
    const token = decodeURIComponent(/^sid=([^;]+)/.exec(headers?.['set-cookie'] ?? '')?.[1] ?? '');
    expect(server.org.sessions.find(token)).toMatchObject({ userId: id, kind: 'browser' });
    expect(ask('PATCH', `users/${id}`, { isActive: false }).status).toBe(204);
    expect(people().find((one) => one.id === id)?.isActive).toBe(false);
    expect(ask('POST', `users/${id}/login`)).toMatchObject({ status: 400, body: [{ errorCode: 'INACTIVE_USER' }] });
    expect(ask('PATCH', `users/${server.org.local.parts.users.adminId}`, { isActive: false }).status).toBe(400);
  });

  test('show what a permission set grants, and give and take it', () => {
    const id = newPerson('Reader');
    const { permissionSets } = ask('GET', 'permission-sets').body as {
      readonly permissionSets: readonly { readonly id: string; readonly name: string }[];
    };
    const set = permissionSets.find(({ name }) => name === 'Trip_Reader')?.id ?? '';
    expect(ask('GET', `permission-sets/${set}`).body).toMatchObject({
      objects: [{ object: 'Trip__c', read: true, delete: false }],
      users: [],
    });
    expect(ask('PUT', `permission-sets/${set}/users/${id}`).status).toBe(204);
    expect(ask('GET', `permission-sets/${set}`).body).toMatchObject({ users: [{ id, name: 'Ann Reader' }] });
    expect(people().find((one) => one.id === id)?.permissionSets).toHaveLength(1);
    expect(ask('DELETE', `permission-sets/${set}/users/${id}`).status).toBe(204);
    expect(ask('GET', `permission-sets/${set}`).body).toMatchObject({ users: [] });
  });

  test('query in the order of the select list, parents and counts included', () => {
    ask('POST', 'apex', {
      source: `Account a = new Account(Name = 'Acme');
        insert a;
        insert new Trip__c(Name = 'North', Account__c = a.Id, Seats__c = 4);`,
    });
    expect(
      ask('POST', 'query', { soql: "SELECT Seats__c, Account__r.Name, Name FROM Trip__c WHERE Name = 'North'" }),
    ).toMatchObject({
      status: 200,
      body: {
        columns: ['Seats__c', 'Account__r.Name', 'Name'],
        rows: [{ Seats__c: 4, 'Account__r.Name': 'Acme', Name: 'North' }],
        totalSize: 1,
      },
    });
    expect(ask('POST', 'query', { soql: 'SELECT COUNT() FROM Trip__c' }).body).toMatchObject({
      columns: ['COUNT()'],
      rows: [{ 'COUNT()': 1 }],
    });
    expect(
      ask('POST', 'query', { soql: 'SELECT Name, COUNT(Id) total FROM Trip__c GROUP BY Name' }).body,
    ).toMatchObject({ columns: ['Name', 'total'], rows: [{ Name: 'North', total: 1 }] });
    expect(ask('POST', 'query', { soql: 'SELECT Nope__c FROM Trip__c' })).toMatchObject({
      status: 400,
      body: [{ message: expect.stringContaining("No such column 'Nope__c'") as string }],
    });
    expect(ask('POST', 'query', { soql: 'SELECT FROM' }).status).toBe(400);
  });

  test('run anonymous Apex as the user: log, exceptions with their lines, compile errors', () => {
    expect(ask('POST', 'apex', { source: "System.debug('hello ' + UserInfo.getName());" }).body).toMatchObject({
      isSuccess: true,
      log: [{ level: 'DEBUG', text: expect.stringMatching(/^hello \w/) as string }],
    });
    expect(ask('POST', 'apex', { source: 'Integer i = 1;\nInteger j = i / 0;' }).body).toMatchObject({
      isSuccess: false,
      message: 'System.MathException: Divide by 0',
      stack: ['AnonymousBlock: line 2, column 1'],
    });
    expect(ask('POST', 'apex', { source: '\nInteger i = nope;' }).body).toMatchObject({
      isSuccess: false,
      errors: [{ line: 2, message: 'Variable does not exist: nope' }],
    });
  });

  test('keep what each transaction used of its limits, and what it logged', () => {
    ask('DELETE', 'transactions');
    ask('POST', 'apex', { source: "insert new Account(Name = 'A'); System.debug(LoggingLevel.WARN, 'careful');" });
    const { transactions } = ask('GET', 'transactions').body as {
      readonly transactions: readonly { readonly id: string }[];
    };
    expect(transactions).toMatchObject([{ kind: 'anonymous', name: 'POST /_/org/dev/apex', lines: 1, error: null }]);
    expect(ask('GET', `transactions/${transactions[0]?.id ?? ''}`).body).toMatchObject({
      limits: expect.arrayContaining([
        { name: 'dmlStatements', label: 'DML statements', logLabel: 'Number of DML statements', used: 1, limit: 150 },
      ]) as unknown[],
      log: [{ level: 'WARN', text: 'careful' }],
    });
  });

  test('list what the sources hold and what is wrong with them', () => {
    expect(ask('GET', 'sources').body).toMatchObject({
      errors: [],
      unsupported: [],
      withoutUse: [],
      components: expect.arrayContaining([
        { type: 'ApexClass', name: 'TripController', namespace: '' },
        { type: 'CustomField', name: 'Trip__c.Seats__c', namespace: '' },
      ]) as unknown[],
    });
  });

  test('count the rows, and refuse snapshots of an org that lives in memory', () => {
    expect(ask('GET', 'data').body).toMatchObject({
      folder: null,
      objects: expect.arrayContaining([{ name: 'User', label: 'Users', rows: people().length + 1 }]) as unknown[],
    });
    expect(ask('POST', 'data/snapshots', { name: 'one' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'NOT_KEPT' }],
    });
    expect(ask('POST', 'data/reset').status).toBe(202);
    expect(server.notices).toContainEqual({ kind: 'restart', snapshot: null });
  });
});
