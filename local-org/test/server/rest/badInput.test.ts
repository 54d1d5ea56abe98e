/** Whatever clients send, they get the platform's kind of error, and the org goes on. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inProcess, type InProcess } from '../support/inProcess.ts';
import { makeUser } from '../support/people.ts';
import { BAD_CASES } from './badCases.ts';

const MAIN = join(import.meta.dirname, '..', 'fixture', 'main');
const REST = join(import.meta.dirname, 'fixture');
const V = '/services/data/v67.0';

let server: InProcess;
let plainUser: string;
let tripId: string;
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: MAIN }, { directory: REST }] });
  plainUser = makeUser(server, 'plain');
  const made = server.ask('POST', `${V}/sobjects/Trip__c`, { body: { Name: 'There', Code__c: 'THERE' } });
  tripId = (made.body as { readonly id: string }).id;
});

describe('bad input', () => {
  test.each(BAD_CASES)('%s', (_name, method, path, { isPlainUser, ...options }, status, errorCode) => {
    const response = server.ask(method, path, { ...options, ...(isPlainUser === true ? { userId: plainUser } : {}) });
    expect({ status: response.status, body: response.body }).toMatchObject({ status, body: [{ errorCode }] });
    const text = JSON.stringify(response.body);
    expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|\.ts\b/);
  });

  test('leaves nothing behind', () => {
    expect(server.org.local.count('SELECT COUNT() FROM Trip__c')).toBe(1);
    expect(server.ask('GET', `${V}/sobjects/Trip__c/${tripId}`).status).toBe(200);
    expect(server.notices.filter((notice) => notice.kind === 'fault')).toEqual([]);
  });

  test('inside a composite request is that part of its answer', () => {
    const requests = [
      { method: 'GET', url: `${V}/composite`, referenceId: 'a' },
      { method: 'GET', url: 'http://example.com/', referenceId: 'b' },
      { method: 'GET', url: `${V}/sobjects/Trip__c/@{missing.id}`, referenceId: 'c' },
      { method: 'GET', url: `${V}/sobjects/Trip__c/@{c.id}`, referenceId: 'd' },
    ];
    const { body } = server.ask('POST', `${V}/composite`, { body: { compositeRequest: requests } });
    const { compositeResponse } = body as {
      readonly compositeResponse: readonly { readonly httpStatusCode: number }[];
    };
    expect(compositeResponse.map((one) => one.httpStatusCode)).toEqual([400, 400, 400, 400]);
  });
});
