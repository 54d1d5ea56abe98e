import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RecordValue } from '../../../src/server/uiApi/recordValue.ts';
import { inProcess, type InProcess } from '../support/inProcess.ts';
import { makeUser } from '../support/people.ts';

const UI = '/services/data/v67.0/ui-api';
const TRIPS = 230;

interface Page {
  readonly count: number;
  readonly totalCount: number;
  readonly nextPageToken: string | null;
  readonly records: readonly RecordValue[];
}

let server: InProcess;
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: join(import.meta.dirname, '..', 'fixture', 'main') }] });
  const made = server.org.local.execute(`
    Account acme = new Account(Name = 'Acme', Type = 'Prospect');
    insert acme;
    List<Trip__c> trips = new List<Trip__c>();
    for (Integer i = 0; i < ${TRIPS}; i++) {
      trips.add(new Trip__c(Name = 'Trip ' + String.valueOf(1000 + i), Seats__c = i, Starts__c = Date.today().addDays(i - 10),
        Status__c = i == 0 ? 'Done' : 'Planned', Account__c = Math.mod(i, 2) == 0 ? acme.Id : null));
    }
    trips.add(new Trip__c(Name = '50% off', Seats__c = 1, Status__c = 'Booked'));
    trips.add(new Trip__c(Name = '500 miles', Seats__c = 1));
    insert trips;`);
  expect(made.message).toBeNull();
});

const get = (path: string, userId?: string): { readonly status: number; readonly body: unknown } =>
  server.ask('GET', `${UI}${path}`, userId === undefined ? {} : { userId });
const page = (path: string): Page => {
  const { status, body } = get(path);
  expect(body).toMatchObject({ count: expect.any(Number) as number });
  expect(status).toBe(200);
  return body as Page;
};

describe('list views', () => {
  test('tell columns by field, with labels and what links where', () => {
    const { body } = get('/list-info/Trip__c/Mine_Soon');
    expect(body).toMatchObject({
      label: 'My next trips',
      displayColumns: [
        { fieldApiName: 'Name', label: 'Trip Name', lookupId: 'Id', sortable: true },
        { fieldApiName: 'Account__r.Name', label: 'Account', lookupId: 'Account__r.Id' },
        { fieldApiName: 'Seats__c', label: 'Seats', lookupId: null },
        { fieldApiName: 'Starts__c' },
        { fieldApiName: 'Status__c' },
        { fieldApiName: 'Owner.Alias', label: 'Owner Alias' },
        { fieldApiName: 'CreatedDate', label: 'Created Date' },
      ],
      filteredByInfo: [
        { fieldApiName: 'Starts__c', operator: 'GreaterOrEqual', operandLabels: ['TODAY'] },
        { fieldApiName: 'Status__c', operator: 'Equals', operandLabels: ['Planned', 'Booked'] },
      ],
      orderedByInfo: [{ fieldApiName: 'Name', isAscending: true }],
      listReference: { listViewApiName: 'Mine_Soon', objectApiName: 'Trip__c', type: 'listView' },
    });
  });

  test('of an object are those of the sources the user may see, and the recently viewed rows', () => {
    const { body } = get('/list-info/Trip__c');
    const { lists } = body as { readonly lists: readonly { readonly apiName: string; readonly id: string | null }[] };
    expect(lists.map(({ apiName }) => apiName)).toEqual(['Logic', 'Everything', 'Mine_Soon', '__Recent']);
    expect(get(`/list-info/${lists[1]?.id ?? ''}`).body).toMatchObject({ label: 'Every trip' });
  });

  test('of standard objects without any are those of a new org', () => {
    const { body } = get('/list-info/Account');
    expect(body).toMatchObject({
      lists: ['AllAccounts', 'MyAccounts', 'NewLastWeek', 'NewThisWeek', '__Recent'].map((apiName) => ({ apiName })),
    });
    const deals = (get('/list-info/Opportunity').body as { readonly lists: readonly { readonly label: string }[] })
      .lists;
    expect(deals.map(({ label }) => label)).toEqual([
      'All Opportunities',
      'Closing Next Month',
      'Closing This Month',
      'My Opportunities',
      'New Last Week',
      'New This Week',
      'Opportunity Pipeline',
      'Private',
      'Recently Viewed',
      'Won',
    ]);
    expect(page('/list-records/Account/NewThisWeek').totalCount).toBe(1);
    expect(page('/list-records/Account/NewLastWeek').totalCount).toBe(0);
    expect(page('/list-records/Account/AllAccounts').records[0]?.fields).toMatchObject({
      Name: { value: 'Acme' },
      Type: { value: 'Prospect', displayValue: 'Prospect' },
      Owner: { value: { apiName: 'User' } },
    });
  });
});

describe('rows of a list view', () => {
  test('come in pages that do not overlap', () => {
    const first = page('/list-records/Trip__c/Everything?pageSize=100&sortBy=-Seats__c');
    const second = page(
      `/list-records/Trip__c/Everything?pageSize=100&sortBy=-Seats__c&pageToken=${first.nextPageToken}`,
    );
    const last = page('/list-records/Trip__c/Everything?pageSize=100&sortBy=-Seats__c&pageToken=200');
    expect([first.count, second.count, last.count, first.totalCount]).toEqual([100, 100, 32, TRIPS + 2]);
    expect(last.nextPageToken).toBeNull();
    expect(first.records[0]?.fields['Seats__c']).toEqual({ value: 229, displayValue: '229' });
    const ids = [first, second, last].flatMap(({ records }) => records.map(({ id }) => id));
    expect(new Set(ids).size).toBe(TRIPS + 2);
  });

  test('pass owner, relative days and one of several values', () => {
    const found = page('/list-records/Trip__c/Mine_Soon?pageSize=2000');
    expect(found.totalCount).toBe(TRIPS - 10);
    expect(found.records[0]?.fields['Name']?.value).toBe('Trip 1010');
  });

  test('of a new org pass their filters', () => {
    const made = server.org.local.execute(`
      insert new List<Opportunity>{
        new Opportunity(Name = 'Now', StageName = 'Prospecting', CloseDate = Date.today()),
        new Opportunity(Name = 'Later', StageName = 'Prospecting', CloseDate = Date.today().addMonths(3)),
        new Opportunity(Name = 'Done', StageName = 'Closed Won', CloseDate = Date.today().addMonths(-3))
      };`);
    expect(made.message).toBeNull();
    const names = (list: string): readonly unknown[] =>
      page(`/list-records/Opportunity/${list}`).records.map(({ fields }) => fields['Name']?.value);
    expect(names('ClosingThisMonth')).toEqual(['Now']);
    expect(names('Default_Opportunity_Pipeline')).toEqual(['Later', 'Now']);
    expect(names('Won')).toEqual(['Done']);
  });

  test('are those of the user alone where the panel of filters asks for them', () => {
    const stranger = makeUser(server, 'owner', 'Trip_Reader');
    const asked = get('/list-records/Trip__c/Everything?scope=mine', stranger).body as Page;
    expect(asked.totalCount).toBe(0);
    expect(get('/list-info/Trip__c/Everything').body).toMatchObject({ scope: { apiName: 'everything' } });
    expect(get('/list-info/Trip__c/Mine_Soon').body).toMatchObject({ scope: { apiName: 'mine' } });
    expect(page('/list-records/Trip__c/Everything?scope=mine').totalCount).toBe(TRIPS + 2);
  });

  test('pass logic over conditions, text that is no pattern, and empty lookups', () => {
    const names = page('/list-records/Trip__c/Logic?pageSize=2000').records.map(({ fields }) => fields['Name']?.value);
    expect(names).toContain('50% off');
    expect(names).not.toContain('500 miles');
    expect(names).toHaveLength(66);
  });

  test('are found by a term in any text column, also when asked by POST', () => {
    const { body } = server.ask('POST', `${UI}/list-records/Trip__c/Everything`, {
      body: { searchTerm: 'acme', pageSize: 2000, fields: ['Trip__c.Price__c'] },
    });
    expect(body).toMatchObject({ totalCount: TRIPS / 2, searchTerm: 'acme' });
    expect((body as Page).records[0]?.fields['Price__c']).toEqual({ value: null, displayValue: null });
  });

  test('are those viewed last, newest first', () => {
    const [one, two] = page('/list-records/Trip__c/Everything?pageSize=2').records;
    for (const record of [one, two, one]) {
      expect(server.ask('POST', '/_/org/viewed', { body: { recordId: record?.id } }).status).toBe(204);
    }
    expect(page('/list-records/Trip__c/Recent').records.map(({ id }) => id)).toEqual([one?.id, two?.id]);
    expect(server.ask('GET', '/_/org/viewed').body).toMatchObject({
      records: [{ id: one?.id, objectApiName: 'Trip__c', name: '50% off' }, { id: two?.id }],
    });
  });

  test('bring their metadata with them as list-ui', () => {
    expect(get('/list-ui/Trip__c/Everything?pageSize=1').body).toMatchObject({
      info: { label: 'Every trip' },
      records: { count: 1, nextPageToken: '1' },
    });
  });
});

describe('a user with few rights', () => {
  test('sees no list of an object they may not read, and only readable columns of others', () => {
    const stranger = makeUser(server, 'stranger');
    const reader = makeUser(server, 'reader', 'Trip_Reader');
    expect(get('/list-info/Trip__c', stranger).status).toBe(404);
    expect(get('/list-records/Trip__c/Everything', stranger).status).toBe(404);
    const { body } = get('/list-ui/Trip__c/Everything', reader);
    expect(body).toMatchObject({
      info: {
        displayColumns: [
          { fieldApiName: 'Name' },
          { fieldApiName: 'Status__c' },
          { fieldApiName: 'Owner.Alias' },
          { fieldApiName: 'CreatedDate' },
        ],
      },
    });
    expect(get('/list-records/Trip__c/Everything?sortBy=Seats__c', reader).status).toBe(400);
  });
});

test.each([
  ['/list-info/Nothing__c', 404, 'NOT_FOUND'],
  ['/list-info/Trip__c/Nothing', 404, 'NOT_FOUND'],
  ['/list-info/Trip__c/For_Guides', 404, 'NOT_FOUND'],
  ['/list-info/00B000000000000', 404, 'NOT_FOUND'],
  ['/list-records/Trip__c/Everything?pageSize=0', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
  ['/list-records/Trip__c/Everything?pageSize=2001', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
  ['/list-records/Trip__c/Everything?pageToken=x', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
  ['/list-records/Trip__c/Everything?sortBy=Nothing__c', 400, 'INVALID_FIELD'],
  ['/list-records/Trip__c/Everything?sortBy=Name)%20LIMIT%201', 400, 'INVALID_FIELD'],
  ['/list-records/Trip__c/Everything?fields=Name', 400, 'INVALID_FIELD'],
  ['/list-records/Trip__c/Everything?fields=Trip__c.Nothing__c', 400, 'INVALID_FIELD'],
  ['/list-records/Trip__c/Everything?searchTerm=a', 400, 'INVALID_SEARCH'],
])('%s answers %i %s', (path, status, errorCode) => {
  expect(get(path)).toMatchObject({ status, body: [{ errorCode }] });
});
