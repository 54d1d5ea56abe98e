import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ApexDate, ApexDatetime } from '../../src/values/temporal.ts';
import { ApexBlob } from '../../src/values/value.ts';
import { decimal, fakeOrg, type FakeOrg } from './support/fakeOrg.ts';

function saved(one: FakeOrg, object: string, fields: Parameters<FakeOrg['row']>[1]): Readonly<Record<string, unknown>> {
  const row = one.row(object, fields);
  one.dml('insert', [row]);
  return one.store.get(object, row.id ?? '') ?? {};
}

test('an opportunity follows its stage and close date', () => {
  const one = fakeOrg();
  const won = saved(one, 'Opportunity', {
    Name: 'O',
    StageName: 'Closed Won',
    CloseDate: ApexDate.of(2026, 5, 4),
    Amount: decimal('200'),
  });
  expect(won).toMatchObject({
    IsClosed: true,
    IsWon: true,
    ForecastCategoryName: 'Closed',
    ForecastCategory: 'Closed',
    FiscalQuarter: 2,
    FiscalYear: 2026,
    Fiscal: '2026 2',
  });
  expect(String(won['Probability'])).toBe('100');
  expect(String(won['ExpectedRevenue'])).toBe('200.00');

  const own = saved(one, 'Opportunity', {
    Name: 'O',
    StageName: 'Prospecting',
    CloseDate: ApexDate.of(2026, 5, 4),
    Probability: decimal('33'),
  });
  expect(String(own['Probability'])).toBe('33');
  one.dml('update', [one.row('Opportunity', { Id: own['Id'] as string, StageName: 'Closed Lost' })]);
  expect(one.store.get('Opportunity', own['Id'] as string)).toMatchObject({
    IsClosed: true,
    IsWon: false,
    ForecastCategoryName: 'Omitted',
  });
});

test('names of people are made of their parts', () => {
  const one = fakeOrg();
  expect(saved(one, 'Contact', { FirstName: 'Ada', LastName: 'Byron' })['Name']).toBe('Ada Byron');
  expect(saved(one, 'Lead', { LastName: 'Byron', Company: 'C' })).toMatchObject({
    Name: 'Byron',
    Status: 'Open - Not Contacted',
  });
});

test('a user gets nickname, type and a name of one kind', () => {
  const one = fakeOrg();
  one.store.insert('Profile', { Id: '00e5g0000000001AAA', Name: 'Standard User' });
  const fields = {
    LastName: 'L',
    Email: 'a@b.co',
    Alias: 'a',
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ProfileId: '00e5g0000000001AAA',
  };
  expect(saved(one, 'User', { ...fields, Username: 'someone@example.com' })).toMatchObject({
    CommunityNickname: 'someone',
    UserType: 'Standard',
    IsActive: true,
    Name: 'L',
  });
  expect(one.failure('insert', [one.row('User', { ...fields, Username: 'someone@example.com' })])).toContain(
    'DUPLICATE_USERNAME, Duplicate Username.<br>The username already exists',
  );
});

test('a task takes the account of what it is about and is closed by its status', () => {
  const one = fakeOrg();
  const account = saved(one, 'Account', { Name: 'A' });
  const contact = saved(one, 'Contact', { LastName: 'C', AccountId: account['Id'] as string });
  expect(saved(one, 'Task', { WhoId: contact['Id'] as string, Status: 'Completed' })).toMatchObject({
    AccountId: account['Id'],
    IsClosed: true,
    Priority: 'Normal',
    IsHighPriority: false,
  });
});

test('an event ends by its duration or lasts until its end', () => {
  const one = fakeOrg();
  const start = new ApexDatetime(Date.UTC(2026, 0, 1, 9));
  expect(saved(one, 'Event', { ActivityDateTime: start, DurationInMinutes: 30 })['EndDateTime']).toEqual(
    new ApexDatetime(start.instant + 1_800_000),
  );
  expect(
    saved(one, 'Event', { StartDateTime: start, EndDateTime: new ApexDatetime(start.instant + 3_600_000) })[
      'DurationInMinutes'
    ],
  ).toBe(60);
});

test('a case follows its contact', () => {
  const one = fakeOrg();
  const account = saved(one, 'Account', { Name: 'A' });
  const contact = saved(one, 'Contact', { LastName: 'C', AccountId: account['Id'] as string, Email: 'c@d.ef' });
  expect(saved(one, 'Case', { ContactId: contact['Id'] as string })).toMatchObject({
    AccountId: account['Id'],
    ContactEmail: 'c@d.ef',
    Status: 'New',
    IsClosed: false,
    CaseNumber: '00000001',
  });
});

test('a version makes its document and links', () => {
  const one = fakeOrg();
  const account = saved(one, 'Account', { Name: 'A' });
  const version = saved(one, 'ContentVersion', {
    PathOnClient: 'dir/note.txt',
    VersionData: ApexBlob.ofText('hello'),
    FirstPublishLocationId: account['Id'] as string,
  });
  expect(version).toMatchObject({
    Title: 'note',
    FileExtension: 'txt',
    FileType: 'TEXT',
    ContentSize: 5,
    IsLatest: true,
    VersionNumber: '1',
    Checksum: createHash('md5').update('hello').digest('hex'),
  });
  const documentId = version['ContentDocumentId'] as string;
  expect(one.store.get('ContentDocument', documentId)).toMatchObject({
    Title: 'note',
    LatestPublishedVersionId: version['Id'],
  });
  expect([...one.store.rows('ContentDocumentLink')].map((link) => link['ShareType'])).toEqual(['I', 'V']);
  const second = saved(one, 'ContentVersion', {
    ContentDocumentId: documentId,
    PathOnClient: 'note2.txt',
    VersionData: ApexBlob.ofText('more'),
  });
  expect(second['VersionNumber']).toBe('2');
  expect(one.store.get('ContentVersion', version['Id'] as string)?.['IsLatest']).toBe(false);
  expect(one.store.get('ContentDocument', documentId)?.['LatestPublishedVersionId']).toBe(second['Id']);
});

test('products make up the amount of an opportunity', () => {
  const one = fakeOrg();
  one.store.insert('Pricebook2', {
    Id: '01s5g0000000001AAA',
    Name: 'Standard Price Book',
    IsStandard: true,
    IsActive: true,
  });
  const product = saved(one, 'Product2', { Name: 'P', ProductCode: 'pc' });
  const entry = saved(one, 'PricebookEntry', {
    Pricebook2Id: '01s5g0000000001AAA',
    Product2Id: product['Id'] as string,
    UnitPrice: decimal('10'),
    IsActive: true,
  });
  expect(entry).toMatchObject({ Name: 'P', ProductCode: 'pc' });
  const opportunity = saved(one, 'Opportunity', {
    Name: 'O',
    StageName: 'Prospecting',
    CloseDate: ApexDate.of(2026, 1, 1),
  });
  const item = saved(one, 'OpportunityLineItem', {
    OpportunityId: opportunity['Id'] as string,
    PricebookEntryId: entry['Id'] as string,
    Quantity: decimal('3'),
    UnitPrice: decimal('9'),
  });
  expect(item['Name']).toBe('O P');
  expect(String(item['TotalPrice'])).toBe('27.00');
  const total = one.store.get('Opportunity', opportunity['Id'] as string);
  expect([String(total?.['Amount']), total?.['HasOpportunityLineItem'], total?.['Pricebook2Id']]).toEqual([
    '27.00',
    true,
    '01s5g0000000001AAA',
  ]);
});

test('places have a code and a name where the org has lists of them', () => {
  const one = fakeOrg({ features: new Set(['stateAndCountryPicklists']) });
  expect(saved(one, 'Account', { Name: 'A', BillingCountryCode: 'US', BillingState: 'texas' })).toMatchObject({
    BillingCountry: 'United States',
    BillingState: 'Texas',
    BillingStateCode: 'TX',
  });
  expect(saved(one, 'Account', { Name: 'A', BillingCountry: 'Germany' })['BillingCountryCode']).toBe('DE');
  expect(one.failure('insert', [one.row('Account', { Name: 'A', BillingCountry: 'Nowhere' })])).toContain(
    "FIELD_INTEGRITY_EXCEPTION, There's a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.: Billing Country: [BillingCountry]",
  );
  expect(one.failure('insert', [one.row('Account', { Name: 'A', BillingState: 'Texas' })])).toContain(
    'A country/territory must be specified before specifying a state value for field: Billing State/Province: [BillingState]',
  );
});
