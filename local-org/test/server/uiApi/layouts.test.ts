import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LayoutValue } from '../../../src/server/uiApi/layouts/layout.ts';
import type { RecordValue } from '../../../src/server/uiApi/recordValue.ts';
import { inProcess, type InProcess } from '../support/inProcess.ts';
import { makeUser } from '../support/people.ts';

const UI = '/services/data/v67.0/ui-api';
const MASTER = '012000000000000AAA';

let server: InProcess;
let tripId = '';
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: join(import.meta.dirname, '..', 'fixture', 'main') }] });
  const account = server.ask('POST', `${UI}/records`, { body: { apiName: 'Account', fields: { Name: 'Acme' } } });
  const { body } = server.ask('POST', `${UI}/records`, {
    body: {
      apiName: 'Trip__c',
      fields: {
        Name: 'North',
        Seats__c: 4,
        Price__c: 10,
        Code__c: 'N-1',
        Account__c: (account.body as RecordValue).id,
      },
    },
  });
  tripId = (body as RecordValue).id ?? '';
});

const get = (path: string, userId?: string): { readonly status: number; readonly body: unknown } =>
  server.ask('GET', `${UI}${path}`, userId === undefined ? {} : { userId });
const rowsOf = (layout: unknown): readonly (readonly (readonly (string | null)[])[])[] =>
  (layout as LayoutValue).sections.map((section) =>
    section.layoutRows.map(({ layoutItems }) => layoutItems.map((item) => item.layoutComponents[0]?.apiName ?? null)),
  );

describe('layouts', () => {
  test('stand in rows of columns, with what may be edited and what must be filled', () => {
    const { body } = get('/layout/Trip__c?layoutType=Full&mode=Edit');
    expect(rowsOf(body)).toEqual([
      [
        ['Name', 'Seats__c'],
        ['Account__c', 'Starts__c'],
        ['Status__c', 'Price__c'],
        ['Detail__c', null],
      ],
      [['CreatedById', 'LastModifiedById']],
    ]);
    expect(body).toMatchObject({
      layoutType: 'Full',
      mode: 'Edit',
      recordTypeId: MASTER,
      sections: [
        {
          heading: 'Trip',
          columns: 2,
          useHeading: true,
          layoutRows: [
            {
              layoutItems: [
                { label: 'Trip Name', required: true, editableForUpdate: true },
                { label: 'Seats', required: true },
              ],
            },
            { layoutItems: [{ lookupIdApiName: 'Account__c' }, {}] },
            { layoutItems: [{}, { label: 'Price', editableForNew: false, editableForUpdate: false }] },
            {},
          ],
        },
        {
          useHeading: false,
          layoutRows: [{ layoutItems: [{ layoutComponents: [{}, { apiName: 'CreatedDate' }] }, {}] }],
        },
      ],
    });
  });

  test('for new records leave out who made them', () => {
    expect(rowsOf(get('/layout/Trip__c?mode=Create').body)).toHaveLength(1);
  });

  test('of standard objects are those of a new org, compound fields in one place', () => {
    const { body } = get('/layout/Contact');
    expect(body).toMatchObject({
      sections: [
        { heading: 'Contact Information' },
        { heading: 'Address Information' },
        {},
        { heading: 'System Information' },
      ],
    });
    const items = (body as LayoutValue).sections.flatMap(({ layoutRows }) =>
      layoutRows.flatMap((row) => row.layoutItems),
    );
    const parts = (label: string): unknown =>
      items.find((item) => item.label === label)?.layoutComponents.map(({ apiName }) => apiName);
    expect(parts('Name')).toEqual(['Salutation', 'FirstName', 'LastName']);
    expect(parts('Mailing Address')).toEqual([
      'MailingStreet',
      'MailingCity',
      'MailingState',
      'MailingPostalCode',
      'MailingCountry',
    ]);
    expect(parts('Account Name')).toEqual(['AccountId']);
  });

  test('of the compact kind are the assigned fields', () => {
    expect(rowsOf(get('/layout/Trip__c?layoutType=Compact').body)).toEqual([[['Name'], ['Account__c'], ['Status__c']]]);
    expect(rowsOf(get('/layout/Opportunity?layoutType=Compact').body)).toEqual([
      [['Name'], ['AccountId'], ['CloseDate'], ['Amount'], ['OwnerId']],
    ]);
  });

  test('leave out what the user may not read and lock what they may not edit', () => {
    const reader = makeUser(server, 'reader', 'Trip_Reader');
    const { body } = get('/layout/Trip__c?mode=Edit', reader);
    expect(rowsOf(body)[0]).toEqual([
      ['Name', null],
      ['Status__c', null],
    ]);
    expect(body).toMatchObject({
      sections: [{ layoutRows: [{}, { layoutItems: [{ editableForUpdate: false }, {}] }] }, {}],
    });
  });
});

describe('records with what draws them', () => {
  test('bring layouts, fields and object infos', () => {
    const { body } = get(`/record-ui/${tripId}?layoutTypes=Full,Compact&modes=View&optionalFields=Trip__c.Code__c`);
    expect(body).toMatchObject({
      layouts: { Trip__c: { [MASTER]: { Full: { View: {} }, Compact: { View: {} } } } },
      objectInfos: { Trip__c: { apiName: 'Trip__c' } },
      records: {
        [tripId]: {
          fields: { Name: { value: 'North' }, Account__r: { displayValue: 'Acme' }, Code__c: { value: 'N-1' } },
        },
      },
    });
  });

  test('are read by the fields of their layout', () => {
    const { body } = get(`/records/${tripId}?layoutTypes=Compact&modes=View`);
    expect(Object.keys((body as RecordValue).fields)).toEqual(
      expect.arrayContaining(['Name', 'Account__c', 'Account__r', 'Status__c']),
    );
    expect((body as RecordValue).fields['Price__c']).toBeUndefined();
  });
});

describe('defaults', () => {
  test('of a new record are those of its fields, and the user as owner', () => {
    const { body } = get('/record-defaults/create/Trip__c?optionalFields=Trip__c.OwnerId');
    expect(body).toMatchObject({
      layout: { mode: 'Create' },
      objectInfos: { Trip__c: {} },
      record: {
        apiName: 'Trip__c',
        id: null,
        fields: {
          Name: { value: null },
          Status__c: { value: 'Planned', displayValue: 'Planned' },
          OwnerId: { value: server.org.local.parts.users.adminId },
        },
      },
    });
    expect(get('/record-defaults/create/Stop__c').body).toMatchObject({
      record: { fields: { Nights__c: { value: 1 } } },
    });
  });

  test('of a copy are the values of its source, but for unique ones', () => {
    const { body } = get(`/record-defaults/clone/${tripId}?optionalFields=Trip__c.Code__c`);
    expect(body).toMatchObject({
      record: { id: null, fields: { Name: { value: 'North' }, Account__r: { displayValue: 'Acme' } } },
    });
    expect((body as { readonly record: RecordValue }).record.fields['Code__c']).toBeUndefined();
  });

  test('need the right to create', () => {
    const user = makeUser(server, 'looker', 'Trip_Reader');
    expect(get('/record-defaults/create/Trip__c', user)).toMatchObject({
      status: 403,
      body: [{ errorCode: 'INSUFFICIENT_ACCESS' }],
    });
  });
});

describe('picklist values', () => {
  test('tell which values of the controlling field they go with', () => {
    expect(get(`/object-info/Trip__c/picklist-values/${MASTER}/Detail__c`).body).toMatchObject({
      controllerValues: { Planned: 0, Booked: 1, Done: 2 },
      defaultValue: null,
      values: [
        { value: 'Draft', label: 'Draft', validFor: [0], attributes: null },
        { value: 'Paid', validFor: [1, 2] },
      ],
    });
  });

  test('of all fields come in one answer, stages with what they mean', () => {
    expect(get(`/object-info/Trip__c/picklist-values/${MASTER}`).body).toMatchObject({
      picklistFieldValues: { Status__c: { defaultValue: { value: 'Planned' }, values: [{}, {}, {}] }, Detail__c: {} },
    });
    const { body } = get(`/object-info/Opportunity/picklist-values/${MASTER}/StageName`);
    const { values } = body as { readonly values: readonly { readonly value: string; readonly attributes: unknown }[] };
    expect(values.find(({ value }) => value === 'Closed Won')?.attributes).toMatchObject({ closed: true, won: true });
  });

  test('object infos of several objects are answered one by one', () => {
    expect(get('/object-info/batch/Trip__c,Nothing__c')).toMatchObject({
      status: 207,
      body: { hasErrors: true, results: [{ statusCode: 200, result: { apiName: 'Trip__c' } }, { statusCode: 404 }] },
    });
  });
});

test.each([
  ['/layout/Nothing__c', 404, 'NOT_FOUND'],
  ['/layout/Trip__c?layoutType=Huge', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
  ['/layout/Trip__c?mode=Look', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
  ['/record-ui/000', 404, 'NOT_FOUND'],
  ['/record-ui/001000000000001AAA', 404, 'NOT_FOUND'],
  ['/record-defaults/create/Nothing__c', 404, 'NOT_FOUND'],
  ['/record-defaults/clone/001000000000001AAA', 404, 'NOT_FOUND'],
  [`/object-info/Trip__c/picklist-values/${MASTER}/Nothing__c`, 400, 'INVALID_FIELD'],
  [`/object-info/Trip__c/picklist-values/${MASTER}/Name`, 400, 'INVALID_FIELD'],
  ['/object-info/Trip__c/picklist-values/012000000000001AAA', 404, 'NOT_FOUND'],
  ['/object-info/Trip__c/picklist-values/x', 404, 'NOT_FOUND'],
])('%s answers %i %s', (path, status, errorCode) => {
  expect(get(path)).toMatchObject({ status, body: [{ errorCode }] });
});
