import { describe, expect, test } from 'vitest';
import { describeQuery } from '../../src/soql/describeQuery.ts';
import { FAULTS } from '../../src/soql/faults.ts';
import { parseQuery } from '../../src/soql/parse/parseQuery.ts';
import { account, sample } from './sample.ts';

const COLUMN = (name: string, entity: string): string =>
  `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;

describe('the platform refuses', () => {
  test.each([
    ['SELECT Id, Foo FROM Account', COLUMN('Foo', 'Account')],
    ["SELECT Id FROM Account WHERE Parent.Foo = 'x'", COLUMN('Foo', 'Account')],
    ['SELECT Id FROM Nope__c', "sObject type 'Nope__c' is not supported."],
    ['SELECT Id, FROM Account', "unexpected token: 'FROM'"],
    ['SELECT Id FROM Account WHERE', 'unexpected token: <EOF>'],
    ['SELECT Id FROM Account WHERE Name = abc', "expecting a colon, found '<EOF>'"],
    ['SELECT Id FROM Account WHERE Name = abc LIMIT 1', "expecting a colon, found 'LIMIT'"],
    ['SELECT Name n FROM Account', 'only aggregate expressions use field aliasing'],
    ['SELECT Name, name FROM Account', 'duplicate field selected: name'],
    ['SELECT Rating, COUNT() FROM Account GROUP BY Rating', "unexpected token: ')'"],
    ['SELECT Id FROM Account WHERE Id IN :map.keySet()', "unexpected token: '('"],
    ['SELECT Name, COUNT(Id) FROM Account', 'Field must be grouped or aggregated: Name'],
    ['SELECT Name, COUNT(Id) FROM Account GROUP BY Rating', 'Field must be grouped or aggregated: Name'],
    ['SELECT Rating FROM Account GROUP BY Rating ORDER BY Name', 'Ordered field must be grouped or aggregated: Name'],
    ['SELECT COUNT(Rating) FROM Account GROUP BY Rating', 'Grouped field should not be aggregated: Rating'],
    ['SELECT SUM(Name) FROM Account', 'field Name does not support aggregate operator SUM'],
    ['SELECT MIN(Active) FROM Account', 'field Active does not support aggregate operator MIN'],
    ['SELECT COUNT(Id) n, SUM(AnnualRevenue) n FROM Account', 'duplicate alias: n'],
    [
      'SELECT COUNT(Id) FROM Account LIMIT 1',
      'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
    ],
    [
      'SELECT AnnualRevenue FROM Account GROUP BY AnnualRevenue',
      "field 'AnnualRevenue' can not be grouped in a query call",
    ],
    ["SELECT Id FROM Account WHERE Description = 'x'", "field 'Description' can not be filtered in a query call"],
    ['SELECT Id FROM Account ORDER BY Description', "field 'Description' can not be sorted in a query call"],
    ['SELECT Id FROM Account ORDER BY Tags', "field 'Tags' can not be sorted in a query call"],
    ['SELECT Id FROM Account WHERE Foo.Name = null', "Didn't understand relationship 'Foo' in field path."],
    [
      'SELECT Id, (SELECT Id FROM Foos) FROM Account',
      "Didn't understand relationship 'Foos' in FROM part of query call.",
    ],
    ['SELECT What.Rating FROM Task', COLUMN('Rating', 'Name')],
    ["SELECT Id FROM Account WHERE Id = 'abc'", 'invalid ID field: abc'],
    ["SELECT Id FROM Account WHERE Id LIKE 'a%'", 'invalid operator on id field'],
    [
      "SELECT Id FROM Account WHERE NumberOfEmployees = '1'",
      "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Account WHERE CreatedDate > '2020'",
      "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Account WHERE Name = 5',
      "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Account WHERE CreatedDate > 2020-01-01',
      "value of filter criterion for field 'CreatedDate' must be of type dateTime",
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) OR Active = true',
      "Semi join sub-selects are not allowed with the 'OR' operator",
    ],
    [
      'SELECT Id FROM Account WHERE Active = true AND (Active = true OR Id IN (SELECT AccountId FROM Contact))',
      "Semi join sub-selects are not allowed with the 'OR' operator",
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account)',
      'The inner and outer selects should not be on the same object type',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT LastName FROM Contact)',
      "Semi join sub-selects can only query id fields, cannot use: 'LastName'",
    ],
    [
      'SELECT Id FROM Account WHERE Name IN (SELECT AccountId FROM Contact)',
      "The left operand field in the where expression for outer query should be an id field, cannot use: 'Name'",
    ],
    ['SELECT Id FROM Account WHERE Id IN (SELECT OwnerId FROM Contact)', 'should point to the same object type'],
    ['SELECT Id FROM Account OFFSET 2001', 'Maximum SOQL offset allowed is 2000'],
    [
      'SELECT FIELDS(ALL) FROM Account LIMIT 1',
      'The SOQL FIELDS function is not supported with an unbounded set of fields in this API.',
    ],
    ['SELECT Id FROM Account WHERE Active = true AND Active = false OR Active = true', "unexpected token: 'OR'"],
  ])('%s', (text, expected) => {
    expect(sample().failure(text)).toContain(expected);
  });

  test('a bind that does not fit its column', () => {
    expect(sample().failure('SELECT Id FROM Account WHERE Name = :x', { x: 5 })).toBe(
      'Invalid bind expression type of Integer for column of type String',
    );
    expect(sample().failure('SELECT Id FROM Account WHERE Id = :x', { x: 'abc' })).toContain('invalid ID field: abc');
    expect(sample().failure(`SELECT Id FROM Account WHERE Id = '${account(1)}' LIMIT :x`, { x: -1 })).toContain(
      'LIMIT',
    );
  });
});

describe('the local org refuses', () => {
  test.each([
    ['SELECT FORMAT(AnnualRevenue) FROM Account', 'UNSUPPORTED: FORMAT() in SOQL'],
    ['SELECT Id FROM Account USING SCOPE team', 'UNSUPPORTED: USING SCOPE team'],
    ['SELECT Id FROM Account a, a.Contacts c', 'UNSUPPORTED: several objects in FROM'],
    ['SELECT Id FROM Account WITH DATA CATEGORY x__c AT y__c', 'UNSUPPORTED: WITH DATA in SOQL'],
    ["SELECT Id FROM Account WHERE DISTANCE(Name, Name, 'mi') < 5", 'UNSUPPORTED: DISTANCE() in SOQL'],
    ['SELECT COUNT() FROM Account', 'UNSUPPORTED: rows of SELECT COUNT()'],
  ])('%s', (text, expected) => {
    expect(sample().failure(text)).toBe(expected);
  });
});

describe('the compiler', () => {
  const describeText = (text: string): ReturnType<typeof describeQuery> =>
    describeQuery(parseQuery(text), sample().schema, '', text);
  test('learns object, kind, fields and binds', () => {
    const known = describeText('SELECT Name, Parent.Name FROM Account WHERE NumberOfEmployees IN :0 LIMIT :1');

    expect([known.object?.name, known.kind, known.error]).toEqual(['Account', 'rows', null]);
    expect(known.fields.map(({ object, field }) => `${object.name}.${field.name}`)).toEqual([
      'Account.NumberOfEmployees',
      'Account.Name',
      'Account.ParentId',
      'Account.Name',
    ]);
    expect(known.binds.map(({ text, field, takesMany }) => [text, field?.name ?? null, takesMany])).toEqual([['0', 'NumberOfEmployees', true], ['1', null, false]]); // prettier-ignore
    expect([
      describeText('SELECT COUNT() FROM Account').kind,
      describeText('SELECT COUNT(Id) FROM Account').kind,
    ]).toEqual(['count', 'aggregate']);
  });
  test('gets the same fault as run time, below an excerpt', () => {
    const text = 'SELECT Id, Foo FROM Account';
    const message = sample().failure(text);
    expect(message).toBe(COLUMN('Foo', 'Account'));
    expect(describeText(text).error?.message).toBe(
      `\nSELECT Id, Foo FROM Account\n           ^\nERROR at Row:1:Column:12\n${message}`,
    );
    expect(describeText('SELECT FORMAT(Name) FROM Account').error).toMatchObject({
      isUnsupported: true,
      message: 'FORMAT() in SOQL',
    });
  });
});

test('fault codes are unique', () => {
  const codes = Object.values(FAULTS).map((fault) => fault.code);
  expect(new Set(codes).size).toBe(codes.length);
});
