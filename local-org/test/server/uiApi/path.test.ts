import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RecordValue } from '../../../src/server/uiApi/recordValue.ts';
import { inProcess, type InProcess } from '../support/inProcess.ts';
import { makeUser } from '../support/people.ts';

const UI = '/services/data/v67.0/ui-api';

let server: InProcess;
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: join(import.meta.dirname, '..', 'fixture', 'main') }] });
});

const make = (apiName: string, fields: object): string =>
  (server.ask('POST', `${UI}/records`, { body: { apiName, fields } }).body as RecordValue).id ?? '';
const path = (recordId: string, userId?: string): unknown =>
  server.ask('GET', `/_/org/path?recordId=${recordId}`, userId === undefined ? {} : { userId }).body;

describe('the path of a record', () => {
  test('has the steps of its metadata, with key fields and guidance', () => {
    const id = make('Trip__c', { Name: 'North', Status__c: 'Booked' });
    expect(path(id)).toMatchObject({
      path: {
        fieldApiName: 'Status__c',
        label: 'Trip Path',
        current: 'Booked',
        isClosed: false,
        isEditable: true,
        steps: [
          {
            value: 'Planned',
            state: 'complete',
            keyFields: [
              { apiName: 'Starts__c', label: 'Starts' },
              { apiName: 'Seats__c', label: 'Seats' },
            ],
            guidance: '<p>Count the <b>seats</b>.</p>',
          },
          { value: 'Booked', state: 'current', keyFields: [], guidance: null },
          { value: 'Done', state: 'incomplete' },
        ],
        closedSteps: [],
      },
    });
  });

  test('of an opportunity ends with what is won or lost', () => {
    const id = make('Opportunity', { Name: 'Deal', StageName: 'Closed Lost', CloseDate: '2026-12-01' });
    const { path: found } = path(id) as { readonly path: { readonly steps: readonly { readonly state: string }[] } };
    expect(found).toMatchObject({
      fieldLabel: 'Stage',
      isClosed: true,
      closedSteps: [
        { value: 'Closed Won', state: 'incomplete', isWon: true },
        { value: 'Closed Lost', state: 'lost' },
      ],
    });
    expect(new Set(found.steps.map(({ state }) => state))).toEqual(new Set(['complete']));
  });

  test('shows only key fields the user may read, and is not there for other objects', () => {
    const id = make('Trip__c', { Name: 'South' });
    expect(path(id, makeUser(server, 'reader', 'Trip_Reader'))).toMatchObject({
      path: { isEditable: false, steps: [{ keyFields: [] }, {}, {}] },
    });
    expect(path(make('Account', { Name: 'Acme' }))).toEqual({ path: null });
    expect(server.ask('GET', '/_/org/path?recordId=x').status).toBe(404);
  });
});

describe('apps and their tabs', () => {
  test('stand as the UI API has them', () => {
    const { body } = server.ask('GET', `${UI}/apps`);
    expect(body).toMatchObject({
      apps: [
        {
          developerName: 'Travel',
          headerColor: '#0070D2',
          selected: true,
          navItems: [
            { itemType: 'Standard', label: 'Home' },
            { itemType: 'FlexiPage', developerName: 'Trip_Desk', label: 'Trip Desk' },
            { itemType: 'Entity', objectApiName: 'Trip__c', label: 'Trips', custom: true },
            { developerName: 'standard-Account', pageReference: { type: 'standard__objectPage' } },
          ],
        },
        { developerName: 'standard__LightningSales', selected: false },
        { label: 'Local org', selected: false },
      ],
    });
    const { apps } = body as { readonly apps: readonly { readonly appId: string }[] };
    expect(server.ask('GET', `${UI}/apps/${apps[1]?.appId ?? ''}`).body).toMatchObject({ label: 'Sales' });
    expect(server.ask('GET', `${UI}/apps/06m000000000999`).status).toBe(404);
    expect(server.ask('GET', `${UI}/apps/selected`).body).toMatchObject({ label: 'Travel' });
  });

  test('give tabs of all apps once each, by page', () => {
    const { body } = server.ask('GET', `${UI}/nav-items?pageSize=5`);
    expect(body).toMatchObject({ navItems: [{}, {}, {}, {}, {}], previousPageUrl: null });
    expect(server.ask('GET', `${UI}/nav-items?navItemNames=Trip__c`).body).toMatchObject({
      navItems: [{ objectApiName: 'Trip__c' }],
      nextPageUrl: null,
    });
    expect(server.ask('GET', `${UI}/nav-items?pageSize=x`).status).toBe(400);
    expect(server.ask('GET', `${UI}/favorites`).body).toMatchObject({ favorites: [] });
  });
});
