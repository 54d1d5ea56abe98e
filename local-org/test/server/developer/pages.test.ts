/** What the developer pages are answered, on an org with an event, its trigger and a client of the API. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiResponse, HttpMethod } from '../../../src/server/api.ts';
import { sourceTree } from '../../support/apex.ts';
import { inProcess, type InProcess } from '../support/inProcess.ts';
import { makeUser } from '../support/people.ts';

const REST_FIXTURE = join(import.meta.dirname, '..', 'rest', 'fixture');
const FILES = {
  'triggers/TripChanged.trigger': `trigger TripChanged on Trip_Changed__e (after insert) {
    System.debug('changed ' + Trigger.new[0].Code__c);
  }`,
  'classes/Counter.cls': `public class Counter implements Queueable {
    public void execute(QueueableContext context) {
      System.debug('counted');
    }
  }`,
};

let server: InProcess;
const folder = mkdtempSync(join(tmpdir(), 'pages-'));
const extra = sourceTree(FILES);

beforeAll(async () => {
  server = await inProcess({
    sources: [{ directory: REST_FIXTURE }, { directory: extra.directory }],
    store: folder,
  });
});
afterAll(() => {
  server.org.local.close();
  extra.remove();
  rmSync(folder, { recursive: true });
});

const ask = (method: HttpMethod, path: string, body?: unknown, userId?: string): ApiResponse =>
  server.ask(method, path, {
    inBrowser: true,
    ...(body === undefined ? {} : { body }),
    ...(userId === undefined ? {} : { userId }),
  });
const apex = (source: string): void => {
  expect(ask('POST', '/_/org/dev/apex', { source }).body).toMatchObject({ isSuccess: true });
};
interface Summary {
  readonly id: string;
}
const transactions = (): readonly Summary[] =>
  (ask('GET', '/_/org/dev/transactions').body as { readonly transactions: readonly Summary[] }).transactions;

test('an event published by hand reaches its trigger, and the transaction has the name of the trigger', () => {
  expect(ask('POST', '/_/org/dev/events', { name: 'Trip_Changed__e', payload: { Code__c: 'T-1' } }).status).toBe(201);
  server.org.local.runJobs();
  expect(ask('GET', '/_/org/events').body).toMatchObject({
    subscribers: [{ trigger: 'TripChanged', status: 'Running' }],
    events: [{ waitsFor: [], data: { payload: { Code__c: 'T-1' } } }],
  });
  expect(transactions()[0]).toMatchObject({ kind: 'event', isBackground: true, name: 'TripChanged', lines: 1 });
  expect(ask('POST', '/_/org/dev/events', { name: 'Account', payload: {} })).toMatchObject({
    status: 400,
    body: [{ errorCode: 'INVALID_TYPE' }],
  });
});

test('a subscriber that is suspended gets nothing until it is resumed', () => {
  const change = (action: string): unknown => ask('POST', '/_/org/events/subscribers/TripChanged', { action }).body;
  expect(change('suspend')).toMatchObject({ status: 'Suspended' });
  ask('POST', '/_/org/dev/events', { name: 'Trip_Changed__e', payload: { Code__c: 'T-2' } });
  server.org.local.runJobs();
  expect(ask('GET', '/_/org/events').body).toMatchObject({ events: [{ waitsFor: ['TripChanged'] }, {}] });
  expect(change('resume')).toMatchObject({ status: 'Running' });
  server.org.local.runJobs();
  expect(ask('GET', '/_/org/events').body).toMatchObject({ events: [{ waitsFor: [] }, {}] });
});

test('a job that touched no data is listed by its class', () => {
  apex('System.enqueueJob(new Counter());');
  expect(transactions()[0]).toMatchObject({ kind: 'queueable', isBackground: true, name: 'Counter' });
});

test('the limit that a transaction came closest to is told with its share', () => {
  apex('for (Integer i = 0; i < 60; i++) { Integer n = [SELECT COUNT() FROM Account]; }');
  expect(transactions()[0]).toMatchObject({ highest: { name: 'queries', used: 60, limit: 100, share: 0.6 } });
});

test('a debug log has the format of the platform: lines of the source, the exception, the limits', () => {
  ask('POST', '/_/org/dev/apex', { source: "Integer i = 1;\nSystem.debug('before');\ni = i / 0;" });
  const [{ id } = { id: '' }] = transactions();
  const { headers, body } = ask('GET', `/_/org/dev/transactions/${id}/log`);
  expect(headers).toMatchObject({ 'content-disposition': `attachment; filename="apex-${id}.log"` });
  const stamp = String.raw`\d\d:\d\d:\d\d\.\d{3} \(\d+\)\|`;
  const lines = [
    String.raw`67\.0 APEX_CODE,`,
    `${stamp}EXECUTION_STARTED`,
    String.raw`${stamp}CODE_UNIT_STARTED\|\[EXTERNAL\]\|execute_anonymous_apex`,
    String.raw`${stamp}USER_DEBUG\|\[2\]\|DEBUG\|before`,
    String.raw`${stamp}FATAL_ERROR\|System\.MathException: Divide by 0\n\nAnonymousBlock: line 3, column 1`,
    String.raw`  Number of SOQL queries: 0 out of 100`,
    `${stamp}EXECUTION_FINISHED`,
  ];
  expect(body).toMatch(new RegExp(`^${lines.join('[^]*\n')}\n$`));
});

describe('the secret of an API client', () => {
  const secret = (path = ''): ApiResponse => ask('POST', `/_/org/dev/clients/Timetable/secret${path}`);

  test('is in no list, shown once, and another takes its place', () => {
    const app = server.org.clients.byName('Timetable');
    expect(JSON.stringify([ask('GET', '/_/org/dev/clients').body, ask('GET', '/_/org/clients').body])).not.toContain(
      app?.secret ?? 'nothing',
    );
    expect(secret().body).toEqual({ secret: app?.secret });
    expect(secret()).toMatchObject({ status: 400, body: [{ errorCode: 'ALREADY_SHOWN' }] });
    const { secret: renewed } = secret('/renew').body as { readonly secret: string };
    expect(renewed).not.toBe(app?.secret);
    expect(server.org.clients.byName('Timetable')?.secret).toBe(renewed);
    expect(secret().status).toBe(400);
    expect(ask('POST', '/_/org/dev/clients/Nobody/secret').status).toBe(404);
  });
});

test('API calls are counted by the hour', () => {
  const calls = (): number => {
    const { usage } = ask('GET', '/_/org/dev/clients').body as {
      readonly usage: { readonly used: number; readonly byHour: readonly { readonly calls: number }[] };
    };
    expect(usage.byHour).toHaveLength(24);
    expect(usage.byHour.reduce((sum, { calls: count }) => sum + count, 0)).toBe(usage.used);
    return usage.used;
  };
  const before = calls();
  server.ask('GET', '/services/data/v67.0/limits');
  expect(calls()).toBe(before + 1);
});

test('a snapshot of a name that is taken is refused', () => {
  expect(ask('POST', '/_/org/dev/data/snapshots', { name: 'one' }).status).toBe(201);
  expect(ask('POST', '/_/org/dev/data/snapshots', { name: 'one' })).toMatchObject({
    status: 400,
    body: [{ errorCode: 'DUPLICATE_VALUE' }],
  });
  expect(ask('POST', '/_/org/dev/data/snapshots', { name: '../one' }).status).toBe(400);
  expect(ask('POST', '/_/org/dev/data/snapshots/two/restore').status).toBe(404);
  expect(ask('DELETE', '/_/org/dev/data/snapshots/one').status).toBe(204);
  expect(ask('GET', '/_/org/dev/data').body).toMatchObject({ snapshots: [] });
});

test.each([
  ['GET', '/_/org/clock'],
  ['POST', '/_/org/clock'],
  ['GET', '/_/org/callouts'],
  ['GET', '/_/org/events'],
  ['POST', '/_/org/events/subscribers/TripChanged'],
  ['GET', '/_/org/outbox'],
  ['GET', '/_/org/clients'],
] as const)('%s %s is refused to people who may not change the org', (method, path) => {
  const stranger = makeUser(server, `s${Math.abs(hash(method + path))}`.slice(0, 8));
  expect(ask(method, path, {}, stranger)).toMatchObject({
    status: 403,
    body: [{ errorCode: 'INSUFFICIENT_ACCESS' }],
  });
});

const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
