import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PlatformAction } from '../../../src/server/uiApi/actions/platformAction.ts';
import type { RecordValue } from '../../../src/server/uiApi/recordValue.ts';
import { inProcess, type InProcess } from '../support/inProcess.ts';
import { makeUser } from '../support/people.ts';

const UI = '/services/data/v67.0/ui-api';

let server: InProcess;
let tripId = '';
let accountId = '';
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: join(import.meta.dirname, '..', 'fixture', 'main') }] });
  const make = (apiName: string, fields: object): string =>
    (server.ask('POST', `${UI}/records`, { body: { apiName, fields } }).body as RecordValue).id ?? '';
  tripId = make('Trip__c', { Name: 'North', Seats__c: 4, Price__c: 10 });
  accountId = make('Account', { Name: 'Acme' });
});

const get = (path: string, userId?: string): { readonly status: number; readonly body: unknown } =>
  server.ask('GET', path.startsWith('/_/') ? path : `${UI}${path}`, userId === undefined ? {} : { userId });
const actionsOf = (path: string, key: string, userId?: string): readonly PlatformAction[] => {
  const { status, body } = get(path, userId);
  expect(status).toBe(200);
  return (
    (body as { readonly actions: Readonly<Record<string, { readonly actions: readonly PlatformAction[] }>> }).actions[
      key
    ]?.actions ?? []
  );
};
const names = (actions: readonly PlatformAction[]): readonly string[] => actions.map(({ apiName }) => apiName);

describe('actions', () => {
  test('of a record stand in the order of its layout', () => {
    const actions = actionsOf(`/actions/record/${tripId}`, tripId);
    expect(names(actions)).toEqual(['Trip__c.Book_Seats', 'Edit', 'Trip__c.Add_Stop', 'Trip__c.Reprice', 'Delete']);
    expect(actions[0]).toMatchObject({
      type: 'QuickAction',
      label: 'Book Seats',
      subtype: 'LightningWebComponent',
      actionTarget: 'c:bookSeats',
      actionSubtype: 'ScreenAction',
    });
    expect(actions[1]).toMatchObject({ type: 'StandardButton', label: 'Edit', actionTargetType: 'StandardAction' });
  });

  test('of a record without a layout are the standard ones', () => {
    expect(names(actionsOf(`/actions/record/${accountId}`, accountId))).toEqual([
      'Edit',
      'Clone',
      'Delete',
      'ChangeOwnerOne',
    ]);
  });

  test('can be asked for by name', () => {
    expect(names(actionsOf(`/actions/record/${tripId}?apiNames=Delete,Reprice,Clone,Nothing`, tripId))).toEqual([
      'Delete',
      'Trip__c.Reprice',
      'Clone',
    ]);
  });

  test('are only those the user may carry out', () => {
    const reader = makeUser(server, 'reader', 'Trip_Reader');
    expect(names(actionsOf(`/actions/record/${tripId}`, tripId, reader))).toEqual(['Trip__c.Book_Seats']);
    expect(actionsOf('/actions/object/Trip__c', 'Trip__c', reader)).toEqual([]);
    expect(get(`/_/org/quickAction?name=Trip__c.Add_Stop&recordId=${tripId}`, reader).status).toBe(404);
    expect(get(`/actions/record/${tripId}`, makeUser(server, 'stranger')).status).toBe(404);
  });

  test('of objects and related lists make new records', () => {
    expect(names(actionsOf('/actions/object/Trip__c', 'Trip__c'))).toEqual(['New']);
    expect(names(actionsOf('/actions/object/Trip__c/record-create', 'Trip__c'))).toEqual([
      'CancelEdit',
      'SaveAndNew',
      'SaveEdit',
    ]);
    expect(actionsOf(`/actions/record/${tripId}/related-list/Stops__r`, 'Stops__r')).toMatchObject([
      { apiName: 'New', targetObject: 'Stop__c' },
    ]);
  });
});

describe('quick actions', () => {
  const open = (name: string): unknown => get(`/_/org/quickAction?name=${name}&recordId=${tripId}`).body;

  test('of a component name it', () => {
    expect(open('Trip__c.Book_Seats')).toMatchObject({
      component: 'c:bookSeats',
      subtype: 'ScreenAction',
      layout: null,
    });
  });

  test('that make a record bring a form, values of their own and the parent', () => {
    expect(open('Add_Stop')).toMatchObject({
      type: 'Create',
      targetObject: 'Stop__c',
      targetParentField: 'Trip__c',
      successMessage: 'The stop was added.',
      layout: {
        mode: 'Create',
        sections: [
          {
            layoutRows: [
              { layoutItems: [{ label: 'Stop Name', required: true }] },
              { layoutItems: [{ label: 'Nights', required: false }] },
            ],
          },
        ],
      },
      record: { id: null, fields: { Nights__c: { value: 2 }, Trip__c: { value: tripId } } },
    });
  });

  test('that change a record bring its values', () => {
    expect(open('Trip__c.Reprice')).toMatchObject({
      type: 'Update',
      layout: { mode: 'Edit' },
      record: { id: tripId, fields: { Price__c: { value: 10 } } },
    });
  });
});

test.each([
  ['/actions/record/x', 404, 'NOT_FOUND'],
  ['/actions/record/001000000000009AAA', 404, 'NOT_FOUND'],
  ['/actions/object/Nothing__c', 404, 'NOT_FOUND'],
  ['/_/org/quickAction', 404, 'NOT_FOUND'],
  ['/_/org/quickAction?name=Nothing', 404, 'NOT_FOUND'],
  ['/_/org/quickAction?name=Trip__c.Reprice&recordId=x', 404, 'NOT_FOUND'],
])('%s answers %i %s', (path, status, errorCode) => {
  expect(get(path)).toMatchObject({ status, body: [{ errorCode }] });
});
