import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inProcess, type InProcess } from '../support/inProcess.ts';
import { makeUser } from '../support/people.ts';

const UI = '/services/data/v67.0/ui-api';

let server: InProcess;
const ids: Record<string, string> = {};
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: join(import.meta.dirname, '..', 'fixture', 'main') }] });
  const made = server.org.local.execute(`
    Account acme = new Account(Name = 'Acme Rockets', Type = 'Prospect');
    insert acme;
    insert new Contact(FirstName = 'Ada', LastName = 'Rocket', AccountId = acme.Id, Title = 'Pilot');
    Trip__c trip = new Trip__c(Name = 'North', Account__c = acme.Id);
    insert trip;
    List<Stop__c> stops = new List<Stop__c>();
    for (Integer i = 0; i < 60; i++) {
      stops.add(new Stop__c(Name = 'Stop ' + i, Nights__c = i, Trip__c = trip.Id));
    }
    stops.add(new Stop__c(Name = 'Rocket base', Nights__c = 1));
    insert stops;`);
  expect(made.message).toBeNull();
  for (const object of ['Account', 'Contact', 'Trip__c']) {
    ids[object] = server.org.local.query(`SELECT Id FROM ${object}`).rows[0]?.id ?? '';
  }
});

const get = (path: string, userId?: string): { readonly status: number; readonly body: unknown } =>
  server.ask('GET', path.startsWith('/_/') ? path : `${UI}${path}`, userId === undefined ? {} : { userId });

describe('related lists', () => {
  test('are those of the layout, with its columns, order and label', () => {
    expect(get('/related-list-info/Trip__c').body).toMatchObject({
      relatedLists: [
        { relatedListId: 'Stops__r', label: 'Stops by the road', objectApiNames: ['Stop__c'], fieldApiName: 'Trip__c' },
      ],
    });
    expect(get('/related-list-info/Trip__c/Stops__r').body).toMatchObject({
      createable: true,
      displayColumns: [{ fieldApiName: 'Name' }, { fieldApiName: 'Nights__c', label: 'Nights' }],
      orderedByInfo: [{ fieldApiName: 'Nights__c', isAscending: false }],
    });
  });

  test('without a layout are all children that mean something to people', () => {
    const { body } = get('/related-list-info/Account');
    const { relatedLists } = body as { readonly relatedLists: readonly { readonly relatedListId: string }[] };
    const names = relatedLists.map(({ relatedListId }) => relatedListId);
    expect(names.slice(0, 3)).toEqual(['Contacts', 'Opportunities', 'Cases']);
    expect(names).toContain('Trips__r');
    expect(names).not.toContain('Shares');
  });

  test('give their rows by page, and how many there are', () => {
    const first = get(`/related-list-records/${ids['Trip__c'] ?? ''}/Stops__r?pageSize=25`).body;
    expect(first).toMatchObject({
      count: 25,
      totalCount: 60,
      nextPageToken: '25',
      records: [{ fields: { Name: { value: 'Stop 59' }, Nights__c: { value: 59 } } }, ...Array<object>(24).fill({})],
    });
    const { body } = server.ask('POST', `${UI}/related-list-records/${ids['Trip__c'] ?? ''}/Stops__r`, {
      body: {
        fields: ['Stop__c.Name'],
        optionalFields: ['Stop__c.Trip__r.Name'],
        sortBy: ['Stop__c.Nights__c'],
        pageSize: 1,
      },
    });
    expect(body).toMatchObject({
      records: [{ fields: { Name: { value: 'Stop 0' }, Trip__r: { displayValue: 'North' } } }],
    });
    expect(get(`/related-list-count/${ids['Trip__c'] ?? ''}/Stops__r?maxCount=50`).body).toMatchObject({
      count: 50,
      hasMore: true,
    });
    expect(get(`/related-list-count/batch/${ids['Account'] ?? ''}/Contacts,Nothing`)).toMatchObject({
      status: 207,
      body: { results: [{ statusCode: 200, result: { count: 1, hasMore: false } }, { statusCode: 404 }] },
    });
  });

  test('of objects the user may not read are not there', () => {
    const reader = makeUser(server, 'reader', 'Trip_Reader');
    expect(get('/related-list-info/Trip__c', reader).body).toMatchObject({ relatedLists: [] });
    expect(get('/related-list-info/Trip__c/Stops__r', reader).status).toBe(404);
  });
});

describe('lookups', () => {
  test('suggest by words of the name', () => {
    expect(get('/lookups/Trip__c/Account__c/Account?q=rock&searchType=Search').body).toMatchObject({
      lookupResults: {
        Account: { count: 1, records: [{ id: ids['Account'], fields: { Name: { value: 'Acme Rockets' } } }] },
      },
    });
    expect(get('/lookups/Opportunity/AccountId/Account?q=ockets').body).toMatchObject({
      lookupResults: { Account: { count: 0 } },
    });
    const { body } = server.ask('POST', `${UI}/lookups/Stop__c/Trip__c/Trip__c?q=nor`, {
      body: { sourceRecord: { fields: {} } },
    });
    expect(body).toMatchObject({ count: 1, records: [{ fields: { Name: { value: 'North' } } }] });
  });

  test('offer what was seen or changed last where nothing is typed', () => {
    expect(get('/lookups/Trip__c/Account__c?searchType=Recent').body).toMatchObject({
      lookupResults: { Account: { records: [{ id: ids['Account'] }] } },
    });
  });

  test('of an owner are people and queues', () => {
    expect(get('/lookups/Trip__c/OwnerId').body).toMatchObject({ lookupResults: { User: {}, Group: { count: 0 } } });
  });
});

describe('global search', () => {
  test('finds text of every readable object, grouped', () => {
    const { body } = get('/_/org/search?q=rocket');
    const { groups: results } = body as {
      readonly groups: readonly { readonly objectApiName: string; readonly count: number }[];
    };
    expect(Object.fromEntries(results.map((one) => [one.objectApiName, one.count]))).toEqual({
      Account: 1,
      Contact: 1,
      Stop__c: 1,
    });
    expect(results.find((one) => one.objectApiName === 'Contact')).toMatchObject({
      labelPlural: 'Contacts',
      columns: [{ label: 'Name' }, { label: 'Account Name' }, {}, {}, {}, { fieldApiName: 'Owner.Alias' }],
      records: [{ id: ids['Contact'], fields: { Name: { value: 'Ada Rocket' } } }],
    });
  });

  test('shows nothing of objects the user may not read', () => {
    const stranger = makeUser(server, 'stranger');
    const { body } = get('/_/org/search?q=stop', stranger);
    expect(body).toMatchObject({ groups: [] });
  });
});

test.each([
  ['/related-list-info/Nothing__c', 404, 'NOT_FOUND'],
  ['/related-list-info/Trip__c/Nothing', 404, 'NOT_FOUND'],
  ['/related-list-records/001000000000001AAA/Contacts', 404, 'NOT_FOUND'],
  ['/related-list-records/x/Contacts', 404, 'NOT_FOUND'],
  ['/lookups/Trip__c/Name', 400, 'INVALID_FIELD'],
  ['/lookups/Trip__c/Nothing__c', 400, 'INVALID_FIELD'],
  ['/lookups/Trip__c/Account__c/Contact', 400, 'INVALID_FIELD'],
  ['/lookups/Trip__c/Account__c?searchType=Magic', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
  ['/_/org/search?q=a', 400, 'INVALID_SEARCH'],
  ['/_/org/search?q=%22(%7B', 400, 'INVALID_SEARCH'],
  ['/_/org/search', 400, 'INVALID_SEARCH'],
])('%s answers %i %s', (path, status, errorCode) => {
  expect(get(path)).toMatchObject({ status, body: [{ errorCode }] });
});

test('rows that no layout lists are told by the columns of their object', () => {
  expect(get('/related-list-info/Account/Trips__r').body).toMatchObject({
    displayColumns: [
      { fieldApiName: 'Name' },
      { fieldApiName: 'Seats__c' },
      { fieldApiName: 'Starts__c' },
      { fieldApiName: 'Status__c' },
      { fieldApiName: 'CreatedDate' },
    ],
  });
  expect(get('/related-list-info/Opportunity/OpportunityContactRoles').body).toMatchObject({
    displayColumns: [{ fieldApiName: 'Contact.Name' }, { fieldApiName: 'Role' }, { fieldApiName: 'IsPrimary' }],
  });
});
