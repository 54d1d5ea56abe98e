import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inProcess, type InProcess } from '../support/inProcess.ts';

const FIXTURE = join(import.meta.dirname, '..', 'fixture', 'main');
const V = '/services/data/v67.0';

type Json = Readonly<Record<string, unknown>>;

let server: InProcess;
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: FIXTURE }] });
});

function create(object: string, body: Json): string {
  const response = server.ask('POST', `${V}/sobjects/${object}`, { body });
  expect(response).toMatchObject({ status: 201, body: { success: true, errors: [] } });
  return (response.body as { readonly id: string }).id;
}
const query = (soql: string, headers: Readonly<Record<string, string>> = {}): Json =>
  server.ask('GET', `${V}/query?q=${encodeURIComponent(soql)}`, { headers }).body as Json;

describe('records of the REST API', () => {
  test('are created, read, changed and deleted', () => {
    const account = create('Account', { Name: 'Acme' });
    const id = create('Trip__c', {
      Name: 'North',
      Seats__c: 4,
      Price__c: '12.50',
      Starts__c: '2026-12-01',
      Account__c: account,
    });
    const read = server.ask('GET', `${V}/sobjects/Trip__c/${id}`);
    expect(read.body).toMatchObject({
      attributes: { type: 'Trip__c', url: `${V}/sobjects/Trip__c/${id}` },
      Id: id,
      Name: 'North',
      Seats__c: 4,
      Price__c: 12.5,
      Starts__c: '2026-12-01',
      Code__c: null,
    });
    expect(read.headers?.['Sforce-Limit-Info']).toMatch(/^api-usage=\d+\/15000$/);
    expect(server.ask('PATCH', `${V}/sobjects/Trip__c/${id.slice(0, 15)}`, { body: { Seats__c: 5 } }).status).toBe(204);
    expect(server.ask('GET', `${V}/sobjects/Trip__c/${id}?fields=Seats__c,Account__r.Name`).body).toEqual({
      attributes: { type: 'Trip__c', url: `${V}/sobjects/Trip__c/${id}` },
      Seats__c: 5,
      Account__r: { attributes: { type: 'Account', url: `${V}/sobjects/Account/${account}` }, Name: 'Acme' },
    });
    expect(server.ask('GET', `${V}/sobjects/Trip__c/${id}/Account__r`).body).toMatchObject({ Name: 'Acme' });
    expect(server.ask('GET', `${V}/sobjects/Account/${account}/Trips__r`).body).toMatchObject({ totalSize: 1 });
    expect(server.ask('DELETE', `${V}/sobjects/Trip__c/${id}`).status).toBe(204);
    expect(server.ask('GET', `${V}/sobjects/Trip__c/${id}`)).toMatchObject({
      status: 404,
      body: [{ errorCode: 'ENTITY_IS_DELETED' }],
    });
  });

  test('are found and upserted by an external id', () => {
    const address = `${V}/sobjects/Trip__c/Code__c/T%2D1`;
    const first = server.ask('PATCH', address, { body: { Name: 'One' } });
    expect(first).toMatchObject({ status: 201, body: { created: true, success: true } });
    const { id } = first.body as { readonly id: string };
    expect(server.ask('PATCH', address, { body: { Name: 'Two' } })).toMatchObject({
      status: 200,
      body: { id, created: false },
    });
    expect(server.ask('POST', `${address}?_HttpMethod=PATCH`, { body: { Name: 'Three' } }).status).toBe(200);
    expect(server.ask('GET', address).body).toMatchObject({ Id: id, Name: 'Three', Code__c: 'T-1' });
    expect(server.ask('DELETE', address).status).toBe(204);
    expect(server.ask('GET', address)).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
  });

  test('name a parent by its external id', () => {
    create('Trip__c', { Name: 'With code', Code__c: 'P-1' });
    const response = server.ask('POST', `${V}/sobjects/Trip__c`, {
      body: { Name: 'Child', Account__r: { Nothing__c: 'x' } },
    });
    expect(response).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
  });

  test('answer conditional requests', () => {
    const id = create('Account', { Name: 'Since' });
    const tomorrow = new Date(Date.now() + 86_400_000).toUTCString();
    const yesterday = new Date(Date.now() - 86_400_000).toUTCString();
    const read = (since: string): number =>
      server.ask('GET', `${V}/sobjects/Account/${id}`, { headers: { 'if-modified-since': since } }).status;
    expect([read(tomorrow), read(yesterday)]).toEqual([304, 200]);
    const write = server.ask('PATCH', `${V}/sobjects/Account/${id}`, {
      body: { Name: 'Later' },
      headers: { 'if-unmodified-since': yesterday },
    });
    expect(write.status).toBe(412);
    expect(
      server.ask('GET', `${V}/sobjects/Account/describe`, { headers: { 'if-modified-since': tomorrow } }).status,
    ).toBe(304);
  });

  test('that changed or were deleted are listed by time', () => {
    const id = create('Account', { Name: 'Changed' });
    const gone = create('Account', { Name: 'Gone' });
    server.ask('DELETE', `${V}/sobjects/Account/${gone}`);
    const span = `start=${encodeURIComponent(new Date(Date.now() - 3_600_000).toISOString())}&end=${encodeURIComponent(new Date(Date.now() + 3_600_000).toISOString())}`;
    expect(
      (server.ask('GET', `${V}/sobjects/Account/updated/?${span}`).body as { readonly ids: string[] }).ids,
    ).toContain(id);
    expect(server.ask('GET', `${V}/sobjects/Account/deleted/?${span}`).body).toMatchObject({
      deletedRecords: [{ id: gone }],
    });
  });
});

describe('queries of the REST API', () => {
  test('give parents, children, nulls and the order asked for', () => {
    const account = create('Account', { Name: 'Parent' });
    create('Trip__c', { Name: 'A', Account__c: account, Seats__c: 1 });
    create('Trip__c', { Name: 'B' });
    const { records } = query(
      "SELECT Name, Seats__c, Account__r.Name FROM Trip__c WHERE Name IN ('A', 'B') ORDER BY Name",
    ) as {
      readonly records: readonly Json[];
    };
    expect(records.map((row) => Object.keys(row))).toEqual([
      ['attributes', 'Name', 'Seats__c', 'Account__r'],
      ['attributes', 'Name', 'Seats__c', 'Account__r'],
    ]);
    expect(records[1]).toMatchObject({ Name: 'B', Seats__c: null, Account__r: null });
    expect(query(`SELECT Name, (SELECT Name FROM Trips__r) FROM Account WHERE Id = '${account}'`)).toMatchObject({
      totalSize: 1,
      done: true,
      records: [{ Name: 'Parent', Trips__r: { totalSize: 1, done: true, records: [{ Name: 'A' }] } }],
    });
  });

  test('count and group', () => {
    create('Account', { Name: 'Twice' });
    create('Account', { Name: 'Twice' });
    expect(query("SELECT COUNT() FROM Account WHERE Name = 'Twice'")).toEqual({
      totalSize: 2,
      done: true,
      records: [],
    });
    expect(query("SELECT Name, COUNT(Id) howMany FROM Account WHERE Name = 'Twice' GROUP BY Name")).toEqual({
      totalSize: 1,
      done: true,
      records: [{ attributes: { type: 'AggregateResult' }, Name: 'Twice', howMany: 2 }],
    });
  });

  test('come in pages as large as the client wants', () => {
    const { parts } = server.org.local;
    server.org.local.transaction(parts.users.adminId, (runtime) => {
      const object = parts.context.schema.find('Contact');
      const rows = Array.from({ length: 450 }, (_, index) => {
        const row = runtime.newRow(object!);
        row.set('LastName', `Page ${index}`);
        return row;
      });
      runtime.org.dml.execute(runtime, {
        operation: 'insert',
        rows,
        isAllOrNone: true,
        access: runtime.accessIn(false),
        externalIdField: null,
        options: {},
      });
    });
    const first = query('SELECT Id FROM Contact', { 'sforce-query-options': 'batchSize=200' });
    expect(first).toMatchObject({ totalSize: 450, done: false });
    const second = server.ask('GET', first['nextRecordsUrl'] as string).body as Json;
    expect(second['records']).toHaveLength(200);
    const third = server.ask('GET', second['nextRecordsUrl'] as string).body as Json;
    expect(third).toMatchObject({ done: true, totalSize: 450 });
    expect(third['records']).toHaveLength(50);
  });

  test('find deleted rows only when asked for all', () => {
    const id = create('Account', { Name: 'Bin' });
    server.ask('DELETE', `${V}/sobjects/Account/${id}`);
    const soql = encodeURIComponent("SELECT Id, IsDeleted FROM Account WHERE Name = 'Bin'");
    expect(server.ask('GET', `${V}/query?q=${soql}`).body).toMatchObject({ totalSize: 0 });
    expect(server.ask('GET', `${V}/queryAll?q=${soql}`).body).toMatchObject({
      totalSize: 1,
      records: [{ IsDeleted: true }],
    });
  });

  test('search text', () => {
    create('Account', { Name: 'Zanzibar Tours' });
    const sosl = encodeURIComponent('FIND {Zanzibar} IN ALL FIELDS RETURNING Account(Id, Name)');
    expect(server.ask('GET', `${V}/search?q=${sosl}`).body).toMatchObject({
      searchRecords: [{ attributes: { type: 'Account' }, Name: 'Zanzibar Tours' }],
    });
    expect(
      server.ask('GET', `${V}/parameterizedSearch?q=Zanzibar&sobject=Account&Account.fields=Name`).body,
    ).toMatchObject({
      searchRecords: [{ Name: 'Zanzibar Tours' }],
    });
  });
});

describe('what the org says of itself', () => {
  test('describes objects and fields for the user who asks', () => {
    const { sobjects } = server.ask('GET', `${V}/sobjects`).body as { readonly sobjects: readonly Json[] };
    expect(sobjects.find((one) => one['name'] === 'Trip__c')).toMatchObject({
      custom: true,
      createable: true,
      label: 'Trip',
    });
    const { fields } = server.ask('GET', `${V}/sobjects/Trip__c/describe`).body as { readonly fields: readonly Json[] };
    const field = (name: string): Json | undefined => fields.find((one) => one['name'] === name);
    expect(field('Code__c')).toMatchObject({
      externalId: true,
      idLookup: true,
      unique: true,
      length: 20,
      type: 'string',
      soapType: 'xsd:string',
    });
    expect(field('Account__c')).toMatchObject({
      referenceTo: ['Account'],
      relationshipName: 'Account__r',
      type: 'reference',
    });
    expect(field('Seats__c')).toMatchObject({ precision: 4, scale: 0, type: 'double', nillable: true });
  });

  test('lists resources and counts API calls of the last 24 hours', () => {
    expect(server.ask('GET', V).body).toMatchObject({ sobjects: `${V}/sobjects`, query: `${V}/query` });
    const used = (): number => {
      const { DailyApiRequests } = server.ask('GET', `${V}/limits`).body as {
        readonly DailyApiRequests: { readonly Max: number; readonly Remaining: number };
      };
      return DailyApiRequests.Max - DailyApiRequests.Remaining;
    };
    const before = used();
    expect(used()).toBe(before + 1);
  });
});
