import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { VisibilityRule } from '../../src/server/pageModel/flexiPage.ts';
import { isVisible } from '../../src/server/pageModel/visibility.ts';
import type { RecordValue } from '../../src/server/uiApi/recordValue.ts';
import { inProcess, type InProcess } from './support/inProcess.ts';
import { LOCAL_ORG_TABS } from '../../src/server/pageModel/standardApps.ts';
import { makeUser } from './support/people.ts';

const UI = '/services/data/v67.0/ui-api';

let server: InProcess;
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: join(import.meta.dirname, 'fixture', 'main') }] });
});

interface Page {
  readonly name: string;
  readonly regions: readonly { readonly name: string; readonly items: readonly { readonly identifier: string }[] }[];
}
const make = (apiName: string, fields: object): string =>
  (server.ask('POST', `${UI}/records`, { body: { apiName, fields } }).body as RecordValue).id ?? '';
const shown = (query: string, userId?: string): readonly string[] => {
  const { body } = server.ask('GET', `/_/org/page?${query}`, userId === undefined ? {} : { userId });
  return (body as Page).regions.find(({ name }) => name === 'main')?.items.map(({ identifier }) => identifier) ?? [];
};

describe('record pages', () => {
  test('written for an object are its page, shown as their rules say for record, user and device', () => {
    const account = make('Account', { Name: 'ACME Ltd' });
    const planned = make('Trip__c', { Name: 'A', Status__c: 'Planned', Seats__c: 3 });
    const many = make('Trip__c', { Name: 'B', Status__c: 'Booked', Seats__c: 11 });
    const related = make('Trip__c', { Name: 'C', Status__c: 'Booked', Seats__c: 1, Account__c: account });
    const done = make('Trip__c', { Name: 'D', Status__c: 'Done', Seats__c: 99 });
    expect(shown(`type=record&recordId=${planned}`)).toEqual(['forPlanned', 'forAdmins']);
    expect(shown(`type=record&recordId=${many}`)).toEqual(['forMany', 'forAdmins']);
    expect(shown(`type=record&recordId=${related}`)).toEqual(['forMany', 'forAdmins']);
    expect(shown(`type=record&recordId=${done}&formFactor=Small`)).toEqual(['forPhones', 'forAdmins']);
    const reader = makeUser(server, 'reader', 'Trip_Reader');
    expect(shown(`type=record&recordId=${planned}`, reader)).toEqual(['forPlanned']);
  });

  test('of other objects are the platform’s own', () => {
    const id = make('Account', { Name: 'Acme' });
    expect(server.ask('GET', `/_/org/page?type=record&recordId=${id}`).body).toMatchObject({
      name: 'Account_Default',
      iconName: 'standard:account',
      regions: [{ name: 'header' }, { name: 'main' }, { type: 'Facet' }, { name: 'details' }, { name: 'related' }],
    });
  });
});

describe('apps', () => {
  const app = (userId?: string): unknown =>
    server.ask('GET', '/_/org/apps', userId === undefined ? {} : { userId }).body;

  test('list tabs in order, without those that nothing opens to the user', () => {
    expect(app()).toMatchObject({
      currentApp: 'Travel',
      apps: [
        {
          developerName: 'Travel',
          items: [
            { kind: 'home' },
            {
              kind: 'page',
              apiName: 'Trip_Desk',
              label: 'Trip Desk',
              iconName: 'custom:custom57',
              url: '/lightning/n/Trip_Desk',
            },
            { kind: 'object', apiName: 'Trip__c', label: 'Trips', iconName: 'custom:custom31' },
            { kind: 'object', apiName: 'Account' },
          ],
        },
        { developerName: 'standard__LightningSales' },
        {
          developerName: 'standard__LocalOrg',
          items: LOCAL_ORG_TABS.map(({ name }) => ({ apiName: name, kind: 'component' })),
        },
      ],
    });
    const tabs = (userId: string): Readonly<Record<string, readonly string[]>> => {
      const { apps } = app(userId) as {
        readonly apps: readonly {
          readonly developerName: string;
          readonly items: readonly { readonly apiName: string }[];
        }[];
      };
      return Object.fromEntries(apps.map((one) => [one.developerName, one.items.map(({ apiName }) => apiName)]));
    };
    expect(tabs(makeUser(server, 'guided', 'Trip_Reader'))['Travel']).toEqual(['standard-home', 'Trip__c', 'Account']);
    expect(Object.keys(tabs(makeUser(server, 'stranger')))).toEqual(['standard__LightningSales']);
  });

  test('open no page whose tab is closed to the user', () => {
    const page = (userId: string): number =>
      server.ask('GET', '/_/org/page?type=app&name=Trip_Desk', { userId }).status;
    expect(page(makeUser(server, 'outsider', 'Trip_Reader'))).toBe(403);
    expect(page(server.org.local.parts.users.adminId)).toBe(200);
  });

  test('and objects are drawn with icons of the design system or of their tab', () => {
    expect(server.ask('GET', '/_/org/icons').body).toMatchObject({
      Account: 'standard:account',
      Trip__c: 'custom:custom31',
      Stop__c: 'standard:custom',
    });
    expect(server.ask('GET', '/_/org/icons', { userId: makeUser(server, 'nobody') }).body).not.toHaveProperty(
      'Trip__c',
    );
  });

  test('of the org itself are refused to people who may not change it', () => {
    const stranger = makeUser(server, 'curious');
    const chosen = { userId: stranger, body: { developerName: 'standard__LocalOrg' } };
    expect(server.ask('PUT', '/_/org/apps/current', chosen).status).toBe(400);
    for (const { name } of LOCAL_ORG_TABS) {
      const path = `/_/org/page?type=app&name=${name}`;
      expect(server.ask('GET', path).status).toBe(200);
      expect(server.ask('GET', path, { userId: stranger })).toMatchObject({
        status: 403,
        body: [{ errorCode: 'INSUFFICIENT_ACCESS' }],
      });
    }
  });

  test('are chosen by each user for themselves', () => {
    const userId = makeUser(server, 'chooser');
    const choose = (developerName: string): number =>
      server.ask('PUT', '/_/org/apps/current', { userId, body: { developerName } }).status;
    expect(choose('standard__LightningSales')).toBe(204);
    expect(choose('Nothing')).toBe(400);
    expect(app(userId)).toMatchObject({ currentApp: 'standard__LightningSales' });
    expect(app()).toMatchObject({ currentApp: 'Travel' });
  });
});

test('a tab shows its page, home the platform’s', () => {
  expect(shown('type=app&name=Trip_Desk')).toEqual(['book']);
  expect(server.ask('GET', '/_/org/page?type=home').body).toMatchObject({ name: 'Home_Default' });
});

test.each([
  ['type=record&recordId=x', 404],
  ['type=app&name=Nothing', 404],
  ['type=app', 404],
  ['type=magic', 400],
  ['', 400],
])('a page asked for with "%s" is refused with %i', (query, status) => {
  expect(server.ask('GET', `/_/org/page?${query}`).status).toBe(status);
});

const criteria = (...list: readonly (readonly [string, string, string])[]): VisibilityRule['criteria'] =>
  list.map(([left, operator, right]) => ({ left, operator, right }));
const VALUES: Readonly<Record<string, string | number | boolean | null>> = {
  text: 'Blue Car',
  count: 5,
  flag: true,
  blank: null,
};

test.each<[boolean, VisibilityRule]>([
  [true, { filter: null, criteria: criteria(['{!text}', 'EQUAL', 'blue car']) }],
  [true, { filter: null, criteria: criteria(['{!text}', 'CONTAINS', 'CAR'], ['{!count}', 'GE', '5']) }],
  [false, { filter: null, criteria: criteria(['{!text}', 'CONTAINS', 'CAR'], ['{!count}', 'GT', '5']) }],
  [true, { filter: '1 OR 2', criteria: criteria(['{!text}', 'NE', 'Blue Car'], ['{!count}', 'LT', '10']) }],
  [
    true,
    {
      filter: 'NOT 1 AND (2 OR 3)',
      criteria: criteria(['{!flag}', 'EQUAL', 'false'], ['{!count}', 'EQUAL', '9'], ['{!flag}', 'EQUAL', 'true']),
    },
  ],
  [true, { filter: null, criteria: criteria(['{!blank}', 'EQUAL', '']) }],
  [false, { filter: null, criteria: criteria(['{!blank}', 'LT', '5']) }],
])('%s for %o', (expected, rule) => {
  expect(isVisible(rule, (expression) => VALUES[expression] ?? null)).toBe(expected);
});
