import { describe, expect, test } from 'vitest';
import { ApexList } from '../../src/runtime/collections.ts';
import { FIXED_SEARCH_RESULTS } from '../../src/soql/sosl/fixedResults.ts';
import { SObjectValue } from '../../src/runtime/sobject.ts';
import { account, contact, idOf, sample } from './sample.ts';

const names = (where: string): string =>
  sample()
    .query(`SELECT Name FROM Account ${where}`)
    .map((row) => row.peek('Name') as string)
    .join(',');

describe('filters', () => {
  test.each([
    ['', 'Acme,beta,Gamma_x,Delta 100%'],
    ['ALL ROWS', 'Acme,beta,Gamma_x,Delta 100%,Gone'],
    ['WHERE IsDeleted = true ALL ROWS', 'Gone'],
    ["WHERE Name = 'ACME'", 'Acme'],
    ["WHERE Name != 'acme'", 'beta,Gamma_x,Delta 100%'],
    ["WHERE Name LIKE '%A'", 'beta'],
    ["WHERE Name LIKE 'a%'", 'Acme'],
    ["WHERE Name LIKE '%am%'", 'Gamma_x'],
    ["WHERE Name LIKE 'be_a'", 'beta'],
    ["WHERE Name LIKE '%\\_x'", 'Gamma_x'],
    ["WHERE Name LIKE '%100\\%'", 'Delta 100%'],
    ["WHERE (NOT Name LIKE '%a%')", ''],
    ["WHERE Name > 'Acme' AND Name < 'GAMMA_X'", 'beta,Delta 100%'],
    ['WHERE NumberOfEmployees = 20', 'beta,Gamma_x'],
    ['WHERE NumberOfEmployees = 20.0', 'beta,Gamma_x'],
    ['WHERE NumberOfEmployees != 20', 'Acme,Delta 100%'],
    ['WHERE NumberOfEmployees < 20', 'Acme'],
    ['WHERE NumberOfEmployees >= 10', 'Acme,beta,Gamma_x'],
    ['WHERE NumberOfEmployees = null', 'Delta 100%'],
    ['WHERE NumberOfEmployees != null', 'Acme,beta,Gamma_x'],
    ['WHERE NumberOfEmployees IN (10, null)', 'Acme,Delta 100%'],
    ['WHERE NumberOfEmployees NOT IN (10, null)', 'beta,Gamma_x'],
    ['WHERE NumberOfEmployees NOT IN (10)', 'beta,Gamma_x,Delta 100%'],
    ['WHERE AnnualRevenue = 100.5', 'Acme'],
    ['WHERE AnnualRevenue > 7.00', 'Acme,beta'],
    ['WHERE Active = true', 'Acme,Gamma_x'],
    ['WHERE Active = false', 'beta,Delta 100%'],
    ['WHERE Active = null', ''],
    ["WHERE Code = ''", 'Gamma_x,Delta 100%'],
    ["WHERE Code != ''", 'Acme,beta'],
    ["WHERE Code = 'a1'", 'Acme'],
    ["WHERE Code IN ('b2', 'A1')", 'Acme,beta'],
    [`WHERE Id = '${account(2)}'`, 'beta'],
    [`WHERE Id = '${account(2).slice(0, 15)}'`, 'beta'],
    [`WHERE Id IN ('${account(3)}', '${account(1)}')`, 'Acme,Gamma_x'],
    [`WHERE ParentId = '${account(1)}'`, 'beta,Gamma_x'],
    [`WHERE Id > '${account(2)}'`, 'Gamma_x,Delta 100%'],
    ["WHERE Parent.Name = 'acme'", 'beta,Gamma_x'],
    ["WHERE Parent.Name != 'acme'", 'Acme,Delta 100%'],
    ['WHERE Parent.Active = false', 'Acme,Delta 100%'],
    ["WHERE Parent.Parent.Name = 'Acme'", 'Delta 100%'],
    ["WHERE Account.Owner.Profile.Name = 'standard'", 'Acme,beta'],
    ["WHERE Tags INCLUDES ('red')", 'Acme'],
    ["WHERE Tags INCLUDES ('red;green', 'blue')", 'Acme'],
    ["WHERE Tags INCLUDES ('green')", 'Acme,beta'],
    ["WHERE Tags EXCLUDES ('red')", 'beta,Gamma_x,Delta 100%'],
    ["WHERE Tags = 'red;green'", 'Acme'],
    ['WHERE Founded = 2024-02-29', 'Gamma_x'],
    ['WHERE Founded < 2026-01-01', 'beta,Gamma_x'],
    ['WHERE Founded = TODAY', 'Acme'],
    ['WHERE Founded = LAST_YEAR', 'beta'],
    ['WHERE CreatedDate >= 2026-11-18T04:00:00+01:00', 'Acme'],
    ['WHERE CreatedDate = YESTERDAY', 'beta'],
    ['WHERE CreatedDate > YESTERDAY', 'Acme'],
    ['WHERE Opens = 08:00:00.000Z', 'Acme'],
    ['WHERE CALENDAR_YEAR(Founded) = 2025', 'beta'],
    ['WHERE DAY_ONLY(CreatedDate) = 2026-11-17', 'beta'],
    ["WHERE toLabel(Rating) = 'Hot (label)'", 'beta'],
    ['WHERE Score = 40', 'beta,Gamma_x'],
    ["WHERE Name = 'acme' OR (NumberOfEmployees = 20 AND Active = true)", 'Acme,Gamma_x'],
    ['WHERE Id IN (SELECT AccountId FROM Contact)', 'Acme,beta'],
    ['WHERE Id NOT IN (SELECT AccountId FROM Contact)', 'Gamma_x,Delta 100%'],
    ["WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName LIKE 'z%') AND Active = true", 'Acme'],
    ['USING SCOPE mine', 'Acme,beta'],
    ['ORDER BY Rating', 'beta,Acme,Delta 100%,Gamma_x'],
    ['ORDER BY Rating DESC', 'Gamma_x,Delta 100%,Acme,beta'],
    ['ORDER BY NumberOfEmployees', 'Delta 100%,Acme,beta,Gamma_x'],
    ['ORDER BY NumberOfEmployees DESC', 'Delta 100%,beta,Gamma_x,Acme'],
    ['ORDER BY NumberOfEmployees DESC NULLS LAST, Name DESC', 'Gamma_x,beta,Acme,Delta 100%'],
    ['ORDER BY Name', 'Acme,beta,Delta 100%,Gamma_x'],
    ['ORDER BY Parent.Name NULLS LAST, Name', 'beta,Gamma_x,Delta 100%,Acme'],
    ['ORDER BY Name LIMIT 2 OFFSET 1', 'beta,Delta 100%'],
    ['LIMIT 0', ''],
    ["a WHERE a.Name = 'acme'", 'Acme'],
    ['FOR UPDATE', 'Acme,beta,Gamma_x,Delta 100%'],
  ])('%s', (where, expected) => {
    expect(names(where)).toBe(expected);
  });
});

describe('binds', () => {
  const org = sample();
  const row = new SObjectValue(org.schema.find('Account') as NonNullable<ReturnType<typeof org.schema.find>>);
  row.id = account(2);
  test.each([
    ['Name = :n', { n: 'ACME' }, 'Acme'],
    ['Name = :n', { n: null }, ''],
    ['Id = :row', { row }, 'beta'],
    ['Id IN :rows', { rows: new ApexList('Account', [row]) }, 'beta'],
    ['NumberOfEmployees IN :list', { list: new ApexList('Integer', [10, null]) }, 'Acme,Delta 100%'],
    ['Id IN :list', { list: new ApexList('Id', []) }, ''],
    ['Id NOT IN :list', { list: new ApexList('Id', []) }, 'Acme,beta,Gamma_x,Delta 100%'],
    ['Name LIKE :p', { p: new ApexList('String', ['a%', 'b%']) }, 'Acme,beta'],
    ["Name IN (:a, 'beta')", { a: 'acme' }, 'Acme,beta'],
  ])('%s', (where, binds, expected) => {
    expect(
      org
        .query(`SELECT Name FROM Account WHERE ${where}`, binds)
        .map((one) => one.peek('Name') as string)
        .join(','),
    ).toBe(expected);
  });
});

describe('rows', () => {
  test.each([
    [
      'SELECT Name, Parent.Name, Parent.Parent.Name FROM Account WHERE NumberOfEmployees = null',
      ['Name=Delta 100%, Parent={Name=beta, Parent={Name=Acme}}'],
    ],
    ["SELECT LastName, Account.Owner.Name FROM Contact WHERE LastName = 'Alone'", ['LastName=Alone']],
    [
      'SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName LIMIT 1) FROM Account LIMIT 2',
      ['Name=Acme, Contacts=[{LastName=Young}]', 'Name=beta, Contacts=[{LastName=Xu}]'],
    ],
    [
      'SELECT (SELECT Name, (SELECT Name FROM ChildAccounts) FROM ChildAccounts) FROM Account LIMIT 1',
      ['ChildAccounts=[{Name=beta, ChildAccounts=[{Name=Delta 100%}]}; {Name=Gamma_x, ChildAccounts=[]}]'],
    ],
    ['SELECT toLabel(Rating) FROM Account LIMIT 1', ['Rating=Warm (label)']],
    ['SELECT Rating, toLabel(Rating) shown FROM Account LIMIT 1', ['Rating=Warm, shown=Warm (label)']],
    ['SELECT Score FROM Account LIMIT 1', ['Score=20']],
    [
      'SELECT What.Name, What.Type FROM Task',
      ['What={Name=Acme, Type=Account}', 'What={Name=Young, Type=Contact}', ''],
    ],
    [
      "SELECT Owner.Profile.Name, Subject FROM Task WHERE Owner.Name = 'ada'",
      ['Subject=Call, Owner={Profile={Name=Standard}}'],
    ],
    ["SELECT Subject FROM Task WHERE What.Type = 'Contact'", ['Subject=Mail']],
    [
      'SELECT TYPEOF What WHEN Account THEN Rating ELSE Name END FROM Task LIMIT 2',
      ['What={Rating=Warm}', 'What={Name=Young}'],
    ],
  ])('%s', (text, expected) => {
    expect(sample().shown(text)).toEqual(expected);
  });

  test('a row knows what was queried: its fields, its id, the foreign keys and the relationships', () => {
    const [row] = sample().query(
      'SELECT Name, Code, Parent.Name, (SELECT Id FROM Contacts) FROM Account WHERE NumberOfEmployees = null',
    );

    expect([...(row?.queriedFields ?? [])].sort()).toEqual(['code', 'contacts', 'id', 'name', 'parent', 'parentid']);
    expect([row?.has('Code'), row?.peek('Code'), row?.id]).toEqual([false, null, account(4)]);
    expect((row?.peek('Parent') as SObjectValue).id).toBe(account(2));
    expect((row?.peek('Contacts') as ApexList).elementType).toBe('Contact');
  });

  test('definitions are rows computed from the schema', () => {
    const org = sample();

    expect(
      org.shown("SELECT QualifiedApiName, Label FROM EntityDefinition WHERE QualifiedApiName = 'kind__mdt'"),
    ).toEqual(['QualifiedApiName=Kind__mdt, Label=Kind__mdt']);
    expect(
      org.shown(
        "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Profile' ORDER BY QualifiedApiName",
      ),
    ).toEqual(['QualifiedApiName=Id', 'QualifiedApiName=Name']);
    expect(org.failure('SELECT Id FROM FieldDefinition')).toBe(
      'FieldDefinition: a filter on a reified column is required.',
    );
  });
});

describe('what a query counts', () => {
  test.each([
    ['SELECT Name FROM Account', { queries: 1, queryRows: 4 }],
    ['SELECT Name, (SELECT Id FROM Contacts) FROM Account', { queries: 1, aggregateQueries: 1, queryRows: 7 }],
    ['SELECT SUM(NumberOfEmployees) FROM Account', { queries: 1, queryRows: 4 }],
    ['SELECT Rating, COUNT(Id) FROM Account GROUP BY Rating LIMIT 2', { queries: 1, queryRows: 2 }],
    ['SELECT DeveloperName FROM Kind__mdt', {}],
    ['SELECT DeveloperName, Body__c FROM Kind__mdt', { queries: 1, queryRows: 1 }],
  ])('%s', (text, expected) => {
    const org = sample();
    org.query(text);
    expect(org.used).toEqual(expected);
  });

  test('a count is one query and one row', () => {
    const org = sample();
    expect(org.count('SELECT COUNT() FROM Account WHERE Active = true')).toBe(2);
    expect(org.used).toEqual({ queries: 1, queryRows: 1 });
  });

  test('a locator finds its rows once and makes them in slices', () => {
    const org = sample();
    const cursor = org.engine.open(org.runtime, 'SELECT Name FROM Account ORDER BY Name', () => null, org.access({}));
    org.add('Account', { Id: account(9), Name: 'AAA' });
    const slice = (start: number, end: number): readonly unknown[] =>
      cursor.slice(org.runtime, start, end).map((row) => row.peek('Name'));

    expect([cursor.size, slice(0, 2), slice(2, 9), org.used]).toEqual([
      4,
      ['Acme', 'beta'],
      ['Delta 100%', 'Gamma_x'],
      { queries: 1 },
    ]);
  });
});

describe('access', () => {
  const user = { isUserMode: true, isSharingEnforced: true };
  test('rows out of reach vanish, also among children', () => {
    const org = sample({ hiddenRows: [account(1)] });
    expect(org.shown('SELECT Name FROM Account', {}, user)).toEqual(['Name=beta', 'Name=Gamma_x', 'Name=Delta 100%']);
    expect(org.shown('SELECT Name FROM Account LIMIT 1')).toEqual(['Name=Acme']);
    expect(org.shown('SELECT Name FROM Account WITH USER_MODE LIMIT 1')).toEqual(['Name=beta']);
  });
  test.each([
    ['SELECT Name, Rating FROM Account', user, "No such column 'Rating' on entity 'Account'"],
    ["SELECT Name FROM Account WHERE Rating = 'Hot'", user, "No such column 'Rating' on entity 'Account'"],
    ['SELECT Account.Rating FROM Contact', user, "No such column 'Rating' on entity 'Account'"],
    ['SELECT Id FROM Profile', user, "sObject type 'Profile' is not supported."],
    [
      'SELECT Rating FROM Account WITH SECURITY_ENFORCED',
      {},
      'Insufficient permissions: secure query included inaccessible field',
    ],
    ["SELECT Name FROM Account WHERE Rating = 'Hot' WITH SECURITY_ENFORCED", {}, 'no failure'],
    ['SELECT Rating FROM Account WITH SYSTEM_MODE', user, 'no failure'],
    ['SELECT Rating FROM Account', {}, 'no failure'],
  ])('%s', (text, access, expected) => {
    const org = sample({ hiddenFields: ['Account.Rating'], hiddenObjects: ['Profile'] });
    expect(org.failure(text, {}, access)).toContain(expected);
  });
});

describe('search', () => {
  const find = (
    options: Parameters<typeof sample>[0],
    text: string,
    fixed: readonly string[] = [],
  ): readonly unknown[] => {
    const org = sample(options);
    org.state.set(FIXED_SEARCH_RESULTS, fixed);
    return org.engine
      .search(org.runtime, text, () => null, org.access({}))
      .map((result) => result.rows.map((row) => row.peek('Name') ?? row.peek('LastName')));
  };
  test('outside a test words are looked up in text fields', () => {
    expect(find({}, "FIND 'ACME' IN ALL FIELDS RETURNING Account(Name), Contact(LastName)")).toEqual([['Acme'], []]);
    expect(find({}, 'FIND {del*} RETURNING Account(Name)')).toEqual([['Delta 100%']]);
    expect(find({}, "FIND 'warm' IN NAME FIELDS RETURNING Account(Name)")).toEqual([[]]);
  });
  test('in a test only fixed results are found, subject to WHERE and LIMIT', () => {
    expect(find({ isTest: true }, "FIND 'acme' RETURNING Account(Name)")).toEqual([[]]);
    expect(
      find({ isTest: true }, "FIND 'x' RETURNING Account(Name WHERE Active = true), Contact(LastName LIMIT 1)", [
        account(1),
        account(2),
        contact(1),
        contact(2),
      ]),
    ).toEqual([['Acme'], ['Zed']]);
    expect(idOf('001', 1)).toBe(account(1));
  });
});
