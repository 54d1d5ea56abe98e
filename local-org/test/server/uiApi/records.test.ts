import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RecordValue } from '../../../src/server/uiApi/recordValue.ts';
import { inProcess, type InProcess } from '../support/inProcess.ts';

const FIXTURE = join(import.meta.dirname, '..', 'fixture', 'main');
const UI = '/services/data/v67.0/ui-api';

let server: InProcess;
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: FIXTURE }] });
});

const make = (fields: Readonly<Record<string, unknown>>, apiName = 'Trip__c'): RecordValue => {
  const { status, body } = server.ask('POST', `${UI}/records`, { body: { apiName, fields } });
  expect(status).toBe(201);
  return body as RecordValue;
};

describe('records of the UI API', () => {
  test('come back from the recycle bin when their deletion is undone', () => {
    const trip = make({ Name: 'Gone and back' });
    expect(server.ask('DELETE', `${UI}/records/${trip.id}`).status).toBe(204);
    expect(server.ask('GET', `${UI}/records/${trip.id}?fields=Trip__c.Name`).status).toBe(404);
    expect(server.ask('POST', '/_/org/undelete', { body: { recordId: trip.id } }).status).toBe(204);
    expect(server.ask('GET', `${UI}/records/${trip.id}?fields=Trip__c.Name`).status).toBe(200);
    expect(server.ask('POST', '/_/org/undelete', { body: { recordId: trip.id } }).status).toBe(400);
  });

  test('are created and read back with what people read beside what is stored', () => {
    const account = make({ Name: 'Acme' }, 'Account');
    const trip = make({
      Name: 'North',
      Seats__c: 12,
      Starts__c: '2026-12-01',
      Price__c: 1234.5,
      Account__c: account.id,
    });
    const { status, body } = server.ask(
      'GET',
      `${UI}/records/${trip.id}?fields=Trip__c.Name,Trip__c.Price__c,Trip__c.Starts__c,Trip__c.Account__r.Name&optionalFields=Trip__c.Nothing__c`,
    );
    expect(status).toBe(200);
    const { apiName, fields } = body as RecordValue;
    expect(apiName).toBe('Trip__c');
    expect(fields['Price__c']).toEqual({ value: 1234.5, displayValue: '$1,234.50' });
    expect(fields['Starts__c']).toEqual({ value: '2026-12-01', displayValue: '12/1/2026' });
    expect(fields['Account__r']).toMatchObject({ displayValue: 'Acme', value: { apiName: 'Account', id: account.id } });
    expect(fields['Nothing__c']).toBeUndefined();
  });

  test('tell a broken validation rule by its field, and change nothing', () => {
    const trip = make({ Name: 'South', Seats__c: 3 });
    const { status, body } = server.ask('PATCH', `${UI}/records/${trip.id}`, { body: { fields: { Seats__c: -1 } } });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      enhancedErrorType: 'RecordError',
      output: {
        errors: [],
        fieldErrors: {
          Seats__c: [
            {
              errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
              fieldLabel: 'Seats',
              message: "Seats can't be negative.",
            },
          ],
        },
      },
    });
    const kept = server.ask('GET', `${UI}/records/${trip.id}?fields=Trip__c.Seats__c`).body as RecordValue;
    expect(kept.fields['Seats__c']?.value).toBe(3);
  });

  test('refuse a field that does not exist, a value of the wrong type, and a record that is gone', () => {
    const trip = make({ Name: 'East' });
    expect(server.ask('GET', `${UI}/records/${trip.id}?fields=Trip__c.Nothing__c`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_FIELD' }],
    });
    expect(server.ask('PATCH', `${UI}/records/${trip.id}`, { body: { fields: { Starts__c: 'soon' } } })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'JSON_PARSER_ERROR', fields: ['Starts__c'] }],
    });
    expect(server.ask('DELETE', `${UI}/records/${trip.id}`).status).toBe(204);
    expect(server.ask('GET', `${UI}/records/${trip.id}?fields=Trip__c.Name`).status).toBe(404);
  });

  test('need a session', () => {
    expect(server.ask('GET', `${UI}/object-info/Trip__c`, { userId: null })).toMatchObject({
      status: 401,
      body: [{ errorCode: 'INVALID_SESSION_ID' }],
    });
  });
});

describe('object info', () => {
  test('describes fields, lookups and rights for the user', () => {
    const { body } = server.ask('GET', `${UI}/object-info/Trip__c`);
    expect(body).toMatchObject({
      apiName: 'Trip__c',
      createable: true,
      labelPlural: 'Trips',
      fields: {
        Seats__c: { dataType: 'Double', precision: 4, scale: 0, updateable: true },
        Account__c: {
          dataType: 'Reference',
          relationshipName: 'Account__r',
          referenceToInfos: [{ apiName: 'Account' }],
        },
      },
    });
  });
});

describe('Apex called from components', () => {
  const call = (method: string, params: unknown, cacheable = false): ReturnType<InProcess['ask']> =>
    server.ask('POST', '/_/org/apex', { body: { classname: 'TripController', method, params, cacheable } });

  test('takes arguments by name and gives the members that are meant for pages', () => {
    const { body } = call('book', { name: 'West', seats: 7 });
    const { returnValue } = body as { readonly returnValue: { readonly Id: string; readonly Name: string } };
    expect(returnValue.Name).toBe('West');
    expect(call('describe', { tripId: returnValue.Id }, true).body).toEqual({
      returnValue: { title: 'West', seats: 7 },
    });
  });

  test('shows the text of an AuraHandledException', () => {
    expect(call('refuse', { text: 'Ask Ada first.' })).toMatchObject({
      status: 500,
      body: { message: 'Ask Ada first.' },
    });
  });

  test('refuses what is not for pages, what is not cacheable, and changes by a cacheable method', () => {
    expect(call('notForPages', {}).status).toBe(500);
    expect(call('book', { name: 'x', seats: 1 }, true)).toMatchObject({ status: 500 });
    expect(call('changeThoughCacheable', {}, true)).toMatchObject({
      status: 500,
      body: { message: 'Too many DML statements: 1' },
    });
  });

  test('tells which field a failed save is about', () => {
    expect(call('book', { name: 'West', seats: -7 })).toMatchObject({
      status: 500,
      body: { fieldErrors: { Seats__c: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }] } },
    });
  });
});
