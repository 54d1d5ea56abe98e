import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inProcess, type InProcess } from '../support/inProcess.ts';

const MAIN = join(import.meta.dirname, '..', 'fixture', 'main');
const REST = join(import.meta.dirname, 'fixture');
const V = '/services/data/v67.0';

type Json = Readonly<Record<string, unknown>>;

let server: InProcess;
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: MAIN }, { directory: REST }] });
});
const count = (name: string): number =>
  server.org.local.count(`SELECT COUNT() FROM Trip__c WHERE Name LIKE '${name}%'`);
const trip = (fields: Json): Json => ({ attributes: { type: 'Trip__c' }, ...fields });
const post = (path: string, body: unknown): { readonly status: number; readonly body: unknown } =>
  server.ask('POST', `${V}/composite${path}`, { body });

describe('composite', () => {
  const requests = (seats: number): unknown => [
    { method: 'POST', url: `${V}/sobjects/Account`, referenceId: 'parent', body: { Name: 'Composite' } },
    {
      method: 'POST',
      url: `${V}/sobjects/Trip__c`,
      referenceId: 'child',
      body: { Name: `Composite ${seats}`, Account__c: '@{parent.id}', Seats__c: seats },
    },
    { method: 'GET', url: `${V}/sobjects/Trip__c/@{child.id}?fields=Account__r.Name`, referenceId: 'read' },
  ];

  test('hands values from one answer to the next request, as one API call', () => {
    const before = server.org.apiCalls;
    const { compositeResponse } = post('', { compositeRequest: requests(1) }).body as {
      readonly compositeResponse: Json[];
    };
    expect(compositeResponse).toMatchObject([
      {
        httpStatusCode: 201,
        referenceId: 'parent',
        httpHeaders: { Location: expect.stringContaining('/Account/') as string },
      },
      { httpStatusCode: 201, body: { success: true } },
      { httpStatusCode: 200, body: { Account__r: { Name: 'Composite' } } },
    ]);
    expect(server.org.apiCalls).toBe(before + 1);
  });

  test('takes back everything where all must succeed', () => {
    const { compositeResponse } = post('', { allOrNone: true, compositeRequest: requests(-2) }).body as {
      readonly compositeResponse: Json[];
    };
    expect(compositeResponse).toMatchObject([
      { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
      { httpStatusCode: 400, body: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }] },
      { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
    ]);
    expect(server.org.local.count("SELECT COUNT() FROM Account WHERE Name = 'Composite'")).toBe(1);
  });

  test('keeps what succeeded otherwise, and does not run what refers to a failure', () => {
    const { compositeResponse } = post('', { compositeRequest: requests(-3) }).body as {
      readonly compositeResponse: Json[];
    };
    expect(compositeResponse.map((one) => one['httpStatusCode'])).toEqual([201, 400, 400]);
    expect(compositeResponse[2]).toMatchObject({ body: [{ errorCode: 'PROCESSING_HALTED' }] });
  });

  test('runs graphs each for itself', () => {
    const graphs = [4, -4].map((seats) => ({ graphId: `g${seats}`, compositeRequest: requests(seats) }));
    expect(post('/graph', { graphs }).body).toMatchObject({
      graphs: [
        { graphId: 'g4', isSuccessful: true },
        { graphId: 'g-4', isSuccessful: false },
      ],
    });
  });

  test('runs batches', () => {
    const batchRequests = [
      { method: 'GET', url: 'v67.0/sobjects/Nothing__c' },
      { method: 'POST', url: 'v67.0/sobjects/Account', richInput: { Name: 'Batch' } },
    ];
    expect(post('/batch', { batchRequests }).body).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 404 }, { statusCode: 201, result: { success: true } }],
    });
    expect(post('/batch', { batchRequests, haltOnError: true }).body).toMatchObject({
      results: [{ statusCode: 404 }, { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] }],
    });
  });
});

describe('collections', () => {
  test('save what they can, or nothing', () => {
    const records = [trip({ Name: 'List 1', Seats__c: 1 }), trip({ Name: 'List 2', Seats__c: -1 })];
    expect(post('/sobjects', { allOrNone: false, records }).body).toMatchObject([
      { success: true, errors: [] },
      { success: false, errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Seats__c'] }] },
    ]);
    expect(count('List')).toBe(1);
    expect(post('/sobjects', { allOrNone: true, records }).body).toMatchObject([
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
      { success: false, errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }] },
    ]);
    expect(count('List')).toBe(1);
  });

  test('update, upsert, read and delete', () => {
    const made = post('/sobjects', {
      records: [trip({ Name: 'Many 1' }), { attributes: { type: 'Account' }, Name: 'Many' }],
    }).body as readonly {
      readonly id: string;
    }[];
    const [id = '', account = ''] = made.map((one) => one.id);
    const update = server.ask('PATCH', `${V}/composite/sobjects`, { body: { records: [trip({ id, Seats__c: 9 })] } });
    expect(update.body).toEqual([{ id, success: true, errors: [] }]);
    const upsert = (): unknown =>
      server.ask('PATCH', `${V}/composite/sobjects/Trip__c/Code__c`, {
        body: { records: [trip({ Code__c: 'M', Name: 'Many 2' })] },
      }).body;
    expect(upsert()).toMatchObject([{ success: true, created: true }]);
    expect(upsert()).toMatchObject([{ success: true, created: false }]);
    const read = server.ask('GET', `${V}/composite/sobjects/Trip__c?ids=${id},${account}&fields=Name,Seats__c`);
    expect(read.body).toMatchObject([{ Name: 'Many 1', Seats__c: 9 }, null]);
    const gone = server.ask('DELETE', `${V}/composite/sobjects?ids=${id},${account}`);
    expect(gone.body).toMatchObject([
      { id, success: true },
      { id: account, success: true },
    ]);
  });

  test('make trees of records', () => {
    const node = (type: string, referenceId: string, fields: Json): Json => ({
      attributes: { type, referenceId },
      ...fields,
    });
    const tree = (seats: number): { readonly status: number; readonly body: unknown } =>
      post('/tree/Account', {
        records: [
          node('Account', 'a1', {
            Name: 'Tree',
            Trips__r: {
              records: [
                node('Trip__c', 't1', { Name: 'Tree 1', Seats__c: seats }),
                node('Trip__c', 't2', { Name: 'Tree 2' }),
              ],
            },
          }),
        ],
      });
    expect(tree(1)).toMatchObject({
      status: 201,
      body: { hasErrors: false, results: [{ referenceId: 'a1' }, { referenceId: 't1' }, { referenceId: 't2' }] },
    });
    expect(server.org.local.count("SELECT COUNT() FROM Trip__c WHERE Account__r.Name = 'Tree'")).toBe(2);
    expect(tree(-1)).toMatchObject({
      status: 400,
      body: {
        hasErrors: true,
        results: [{ referenceId: 't1', errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }] }],
      },
    });
    expect(count('Tree')).toBe(2);
  });
});

describe('events and tools', () => {
  test('publish platform events', () => {
    expect(server.ask('POST', `${V}/sobjects/Trip_Changed__e`, { body: { Code__c: 'E' } })).toMatchObject({
      status: 201,
      body: { success: true, errors: [{ statusCode: 'OPERATION_ENQUEUED' }] },
    });
    expect(server.ask('POST', `${V}/sobjects/Trip_Changed__e`, { body: {} })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Code__c'] }],
    });
  });

  test('run anonymous Apex', () => {
    const run = (source: string): unknown =>
      server.ask('GET', `${V}/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`).body;
    expect(run("insert new Account(Name = 'Anonymous');")).toMatchObject({ compiled: true, success: true, line: -1 });
    expect(run('Integer x = ;')).toMatchObject({ compiled: false, success: false, line: 1 });
    expect(run('Integer zero = 0; Integer x = 1 / zero;')).toMatchObject({
      compiled: true,
      success: false,
      exceptionMessage: 'System.MathException: Divide by 0',
    });
  });
});
