/** Whatever clients send, they get the platform's kind of error, and the org goes on. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { HttpMethod } from '../../../src/server/api.ts';
import { inProcess, type AskOptions, type InProcess } from '../support/inProcess.ts';
import { makeUser } from '../support/people.ts';

const MAIN = join(import.meta.dirname, '..', 'fixture', 'main');
const REST = join(import.meta.dirname, 'fixture');
const V = '/services/data/v67.0';
const GONE_ID = 'a00000000000999AAA';

let server: InProcess;
let plainUser: string;
let tripId: string;
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: MAIN }, { directory: REST }] });
  plainUser = makeUser(server, 'plain');
  const made = server.ask('POST', `${V}/sobjects/Trip__c`, { body: { Name: 'There', Code__c: 'THERE' } });
  tripId = (made.body as { readonly id: string }).id;
});

const q = (soql: string): string => `${V}/query?q=${encodeURIComponent(soql)}`;
const trips = (records: readonly unknown[]): AskOptions => ({ body: { records } });
const record = (fields: object): object => ({ attributes: { type: 'Trip__c' }, ...fields });

type Case = readonly [
  name: string,
  method: HttpMethod,
  path: string,
  options: AskOptions,
  status: number,
  errorCode: string,
];

const CASES: readonly Case[] = [
  // Sessions and scopes
  ['no token', 'GET', `${V}/limits`, { userId: null }, 401, 'INVALID_SESSION_ID'],
  [
    'a wrong token',
    'GET',
    `${V}/limits`,
    { userId: null, headers: { authorization: 'Bearer 00D!x' } },
    401,
    'INVALID_SESSION_ID',
  ],
  [
    'a Basic header',
    'GET',
    `${V}/limits`,
    { userId: null, headers: { authorization: 'Basic YTpi' } },
    401,
    'INVALID_SESSION_ID',
  ],
  [
    'a cookie that is no text',
    'GET',
    `${V}/limits`,
    { userId: null, headers: { cookie: 'sid=%E0%A4%A' } },
    401,
    'INVALID_SESSION_ID',
  ],
  ['a token without the scope', 'GET', `${V}/limits`, { scopes: ['id'] }, 403, 'INSUFFICIENT_ACCESS'],
  // Versions and addresses
  ['a version that is not there yet', 'GET', '/services/data/v99.0/limits', {}, 404, 'NOT_FOUND'],
  ['a version that is gone', 'GET', '/services/data/v20.0/limits', {}, 410, 'GONE'],
  ['a version that is none', 'GET', '/services/data/vX/limits', {}, 404, 'NOT_FOUND'],
  ['a half version', 'GET', '/services/data/v67.5/limits', {}, 404, 'NOT_FOUND'],
  ['an unknown resource', 'GET', `${V}/nothing`, {}, 404, 'NOT_FOUND'],
  ['a broken escape in the address', 'GET', `${V}/sobjects/Trip__c/%E0%A4%A`, {}, 404, 'NOT_FOUND'],
  ['a verb that is not allowed', 'DELETE', `${V}/limits`, {}, 405, 'METHOD_NOT_ALLOWED'],
  ['a verb that objects do not have', 'PUT', `${V}/sobjects/Trip__c`, {}, 405, 'METHOD_NOT_ALLOWED'],
  // Bodies
  ['a body that ends early', 'POST', `${V}/sobjects/Trip__c`, { body: '{"Name": "x"' }, 400, 'JSON_PARSER_ERROR'],
  ['a body that is no JSON', 'POST', `${V}/sobjects/Trip__c`, { body: '<xml/>' }, 400, 'JSON_PARSER_ERROR'],
  ['no body', 'POST', `${V}/sobjects/Trip__c`, {}, 400, 'JSON_PARSER_ERROR'],
  ['a list for a record', 'POST', `${V}/sobjects/Trip__c`, { body: [{ Name: 'x' }] }, 400, 'JSON_PARSER_ERROR'],
  ['a text for a record', 'POST', `${V}/sobjects/Trip__c`, { body: '"x"' }, 400, 'JSON_PARSER_ERROR'],
  ['null for a record', 'POST', `${V}/sobjects/Trip__c`, { body: 'null' }, 400, 'JSON_PARSER_ERROR'],
  ['bytes that are no text', 'POST', `${V}/sobjects/Trip__c`, { body: '\u0000\u0001\uFFFD' }, 400, 'JSON_PARSER_ERROR'],
  [
    'a form',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: 'Name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'plain text',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: '{}', headers: { 'content-type': 'text/plain' } },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  // Objects and ids
  ['an unknown object', 'POST', `${V}/sobjects/Nothing__c`, { body: { Name: 'x' } }, 404, 'NOT_FOUND'],
  ['the description of an unknown object', 'GET', `${V}/sobjects/Nothing__c/describe`, {}, 404, 'NOT_FOUND'],
  [
    'an object the user may not see',
    'GET',
    `${V}/sobjects/Trip__c/describe`,
    {
      get userId(): string {
        return plainUser;
      },
    },
    404,
    'NOT_FOUND',
  ],
  ['a record nobody has', 'GET', `${V}/sobjects/Trip__c/${GONE_ID}`, {}, 404, 'NOT_FOUND'],
  ['an id that is none', 'GET', `${V}/sobjects/Trip__c/abc`, {}, 404, 'NOT_FOUND'],
  ['an id of another object', 'GET', `${V}/sobjects/Trip__c/001000000000001AAA`, {}, 404, 'NOT_FOUND'],
  [
    'a change of a record nobody has',
    'PATCH',
    `${V}/sobjects/Trip__c/${GONE_ID}`,
    { body: { Name: 'x' } },
    404,
    'NOT_FOUND',
  ],
  ['a deletion of a record nobody has', 'DELETE', `${V}/sobjects/Trip__c/${GONE_ID}`, {}, 404, 'NOT_FOUND'],
  [
    'an object whose rows nobody makes',
    'POST',
    `${V}/sobjects/Organization`,
    { body: { Name: 'x' } },
    400,
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  ],
  // Fields
  ['an unknown field', 'POST', `${V}/sobjects/Trip__c`, { body: { Nothing__c: 1 } }, 400, 'INVALID_FIELD'],
  [
    'a field named like a method of objects',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: '{"__proto__": {"x": 1}, "constructor": 1}' },
    400,
    'INVALID_FIELD',
  ],
  [
    'an id for a new record',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: { Id: GONE_ID, Name: 'x' } },
    400,
    'INVALID_FIELD',
  ],
  [
    'a field only the platform writes',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: { Name: 'x', CreatedDate: '2026-01-01T00:00:00Z' } },
    400,
    'INVALID_FIELD_FOR_INSERT_UPDATE',
  ],
  [
    'text for a number',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: { Name: 'x', Seats__c: 'many' } },
    400,
    'JSON_PARSER_ERROR',
  ],
  [
    'an object for a number',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: { Name: 'x', Seats__c: {} } },
    400,
    'JSON_PARSER_ERROR',
  ],
  ['a list for a text', 'POST', `${V}/sobjects/Trip__c`, { body: { Name: ['x'] } }, 400, 'JSON_PARSER_ERROR'],
  [
    'a number past its digits',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: { Name: 'x', Seats__c: 123456 } },
    400,
    'NUMBER_OUTSIDE_VALID_RANGE',
  ],
  [
    'a date that is none',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: { Name: 'x', Starts__c: '2026-13-45' } },
    400,
    'JSON_PARSER_ERROR',
  ],
  [
    'a number for a date',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: { Name: 'x', Starts__c: 5 } },
    400,
    'JSON_PARSER_ERROR',
  ],
  [
    'a word for a checkbox',
    'POST',
    `${V}/sobjects/Contact`,
    { body: { LastName: 'x', DoNotCall: 'maybe' } },
    400,
    'JSON_PARSER_ERROR',
  ],
  [
    'a text that is too long',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: { Name: 'x'.repeat(81) } },
    400,
    'STRING_TOO_LONG',
  ],
  ['a missing required field', 'POST', `${V}/sobjects/Account`, { body: {} }, 400, 'REQUIRED_FIELD_MISSING'],
  [
    'an e-mail address that is none',
    'POST',
    `${V}/sobjects/Contact`,
    { body: { LastName: 'x', Email: 'nowhere' } },
    400,
    'INVALID_EMAIL_ADDRESS',
  ],
  [
    'a lookup to another object',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: { Name: 'x', Account__c: GONE_ID } },
    400,
    'FIELD_INTEGRITY_EXCEPTION',
  ],
  [
    'a lookup to text',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: { Name: 'x', Account__c: 'acme' } },
    400,
    'MALFORMED_ID',
  ],
  [
    'a value that is taken',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: { Name: 'x', Code__c: 'THERE' } },
    400,
    'DUPLICATE_VALUE',
  ],
  [
    'a broken validation rule',
    'POST',
    `${V}/sobjects/Trip__c`,
    { body: { Name: 'x', Seats__c: -1 } },
    400,
    'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  ],
  [
    'a field to read that is not there',
    'GET',
    `${V}/sobjects/Account/001000000000001AAA?fields=Nothing`,
    {},
    400,
    'INVALID_FIELD',
  ],
  [
    'SOQL in a list of fields',
    'GET',
    `${V}/sobjects/Account/001000000000001AAA?fields=Id+FROM+User--`,
    {},
    400,
    'INVALID_FIELD',
  ],
  // External ids
  ['a key that is no external id', 'GET', `${V}/sobjects/Trip__c/Seats__c/4`, {}, 404, 'NOT_FOUND'],
  ['a key nobody has', 'GET', `${V}/sobjects/Trip__c/Code__c/NOBODY`, {}, 404, 'NOT_FOUND'],
  [
    'a key in the address and in the body',
    'PATCH',
    `${V}/sobjects/Trip__c/Code__c/A`,
    { body: { Code__c: 'B' } },
    400,
    'INVALID_FIELD',
  ],
  [
    'a record without its key',
    'PATCH',
    `${V}/composite/sobjects/Trip__c/Code__c`,
    trips([{ Name: 'x' }]),
    400,
    'INVALID_INPUT',
  ],
  // Queries
  ['no query', 'GET', `${V}/query`, {}, 400, 'MALFORMED_QUERY'],
  ['a query that is none', 'GET', q('SELEC Id FROM Account'), {}, 400, 'MALFORMED_QUERY'],
  ['a query that ends early', 'GET', q('SELECT Id FROM'), {}, 400, 'MALFORMED_QUERY'],
  ['a query of an unknown object', 'GET', q('SELECT Id FROM Nothing__c'), {}, 400, 'INVALID_TYPE'],
  [
    'a query of an object the user may not see',
    'GET',
    q('SELECT Id FROM Trip__c'),
    {
      get userId(): string {
        return plainUser;
      },
    },
    400,
    'INVALID_TYPE',
  ],
  ['a query of an unknown field', 'GET', q('SELECT Nothing FROM Account'), {}, 400, 'INVALID_FIELD'],
  ['a query of an unknown relationship', 'GET', q('SELECT Nothing__r.Name FROM Account'), {}, 400, 'INVALID_FIELD'],
  [
    'a filter with an id that is none',
    'GET',
    q("SELECT Id FROM Account WHERE Id = 'x'"),
    {},
    400,
    'INVALID_QUERY_FILTER_OPERATOR',
  ],
  ['a filter of the wrong type', 'GET', q("SELECT Id FROM Trip__c WHERE Seats__c = 'x'"), {}, 400, 'INVALID_FIELD'],
  ['a bind variable', 'GET', q('SELECT Id FROM Account WHERE Name = :name'), {}, 400, 'MALFORMED_QUERY'],
  [
    'an offset past the limit',
    'GET',
    q('SELECT Id FROM Account LIMIT 1 OFFSET 2001'),
    {},
    400,
    'NUMBER_OUTSIDE_VALID_RANGE',
  ],
  ['a page of no query', 'GET', `${V}/query/01g000000000000-2000`, {}, 400, 'INVALID_QUERY_LOCATOR'],
  ['a page of nothing like a query', 'GET', `${V}/query/x`, {}, 400, 'INVALID_QUERY_LOCATOR'],
  ['a search that is none', 'GET', `${V}/search?q=FIND`, {}, 400, 'MALFORMED_SEARCH'],
  [
    'a search for one letter',
    'GET',
    `${V}/search?q=${encodeURIComponent('FIND {a} RETURNING Account')}`,
    {},
    400,
    'MALFORMED_SEARCH',
  ],
  ['a search in a wrong name', 'GET', `${V}/parameterizedSearch?q=abc&sobject=A%20B`, {}, 400, 'MALFORMED_SEARCH'],
  [
    'a span without an end',
    'GET',
    `${V}/sobjects/Account/updated?start=2026-01-01T00:00:00Z`,
    {},
    400,
    'MISSING_ARGUMENT',
  ],
  ['a span of no dates', 'GET', `${V}/sobjects/Account/deleted?start=x&end=y`, {}, 400, 'INVALID_REPLICATION_DATE'],
  // Collections and composite requests
  [
    'too many records',
    'POST',
    `${V}/composite/sobjects`,
    trips(Array.from({ length: 201 }, () => record({ Name: 'x' }))),
    400,
    'EXCEEDED_MAX_SIZE_REQUEST',
  ],
  ['no records', 'POST', `${V}/composite/sobjects`, trips([]), 400, 'INVALID_INPUT'],
  ['records that are none', 'POST', `${V}/composite/sobjects`, trips([1, null]), 400, 'INVALID_INPUT'],
  ['a record without a type', 'POST', `${V}/composite/sobjects`, trips([{ Name: 'x' }]), 400, 'INVALID_INPUT'],
  [
    'a record of an unknown type',
    'POST',
    `${V}/composite/sobjects`,
    trips([{ attributes: { type: 'Nothing__c' } }]),
    400,
    'INVALID_TYPE',
  ],
  [
    'a change without an id',
    'PATCH',
    `${V}/composite/sobjects`,
    trips([record({ Name: 'x' })]),
    400,
    'MISSING_ARGUMENT',
  ],
  ['a deletion of nothing', 'DELETE', `${V}/composite/sobjects`, {}, 400, 'INVALID_INPUT'],
  ['a deletion of an id that is none', 'DELETE', `${V}/composite/sobjects?ids=x`, {}, 400, 'MALFORMED_ID'],
  [
    'too many ids',
    'DELETE',
    `${V}/composite/sobjects?ids=${Array.from({ length: 201 }, () => GONE_ID).join(',')}`,
    {},
    400,
    'EXCEEDED_ID_LIMIT',
  ],
  ['a tree without names', 'POST', `${V}/composite/tree/Trip__c`, trips([record({ Name: 'x' })]), 400, 'INVALID_INPUT'],
  ['a composite of nothing', 'POST', `${V}/composite`, { body: {} }, 400, 'INVALID_INPUT'],
  [
    'a composite with too many parts',
    'POST',
    `${V}/composite`,
    {
      body: {
        compositeRequest: Array.from({ length: 26 }, (_, index) => ({
          method: 'GET',
          url: `${V}/limits`,
          referenceId: `r${index}`,
        })),
      },
    },
    400,
    'LIMIT_EXCEEDED',
  ],
  [
    'two parts of one name',
    'POST',
    `${V}/composite`,
    { body: { compositeRequest: [1, 2].map(() => ({ method: 'GET', url: `${V}/limits`, referenceId: 'r' })) } },
    400,
    'INVALID_INPUT',
  ],
  ['anonymous Apex without Apex', 'GET', `${V}/tooling/executeAnonymous`, {}, 400, 'MISSING_ARGUMENT'],
  [
    'anonymous Apex of a user who may not',
    'GET',
    `${V}/tooling/executeAnonymous?anonymousBody=x`,
    {
      get userId(): string {
        return plainUser;
      },
    },
    403,
    'INSUFFICIENT_ACCESS',
  ],
  ['tests of nothing', 'POST', `${V}/tooling/runTestsSynchronous`, { body: {} }, 400, 'INVALID_INPUT'],
];

describe('bad input', () => {
  test.each(CASES)('%s', (_name, method, path, options, status, errorCode) => {
    const response = server.ask(method, path, options);
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
