import { describe, expect, test } from 'vitest';
import { ApexDecimal } from '../../src/values/decimal.ts';
import { ApexDate } from '../../src/values/temporal.ts';
import { sample } from './sample.ts';

describe('aggregates', () => {
  test.each([
    ['SELECT COUNT(Id) FROM Account', ['expr0=4']],
    [
      'SELECT COUNT(AnnualRevenue) n, COUNT_DISTINCT(NumberOfEmployees), COUNT(Id) FROM Account',
      ['n=3, expr0=2, expr1=4'],
    ],
    [
      'SELECT SUM(NumberOfEmployees), AVG(NumberOfEmployees), MIN(NumberOfEmployees), MAX(Name) FROM Account',
      ['expr0=50, expr1=16.666666666666668, expr2=10, expr3=Gamma_x'],
    ],
    ['SELECT SUM(AnnualRevenue) total, MIN(AnnualRevenue) low FROM Account', ['total=307.75, low=7']],
    ["SELECT SUM(AnnualRevenue) FROM Account WHERE Name = 'nobody'", ['expr0=null']],
    ["SELECT COUNT(Id) FROM Account WHERE Name = 'nobody'", ['expr0=0']],
    ["SELECT Rating, COUNT(Id) FROM Account WHERE Name = 'nobody' GROUP BY Rating", []],
    ['SELECT MIN(Rating) low, MAX(Rating) high FROM Account', ['low=Hot, high=Odd']],
    [
      'SELECT Active, COUNT(Id) n FROM Account GROUP BY Active ORDER BY COUNT(Id) DESC, Active',
      ['Active=false, n=2', 'Active=true, n=2'],
    ],
    ['SELECT Rating r FROM Account GROUP BY Rating ORDER BY Rating', ['r=Hot', 'r=Warm', 'r=Cold', 'r=Odd']],
    [
      'SELECT Parent.Name, COUNT(Id) FROM Account GROUP BY Parent.Name ORDER BY Parent.Name NULLS LAST',
      ['Name=Acme, expr0=2', 'Name=beta, expr0=1', 'Name=null, expr0=1'],
    ],
    [
      'SELECT CALENDAR_YEAR(Founded) y, COUNT(Id) FROM Account GROUP BY CALENDAR_YEAR(Founded) ORDER BY CALENDAR_YEAR(Founded)',
      ['y=null, expr0=1', 'y=2024, expr0=1', 'y=2025, expr0=1', 'y=2026, expr0=1'],
    ],
    [
      'SELECT NumberOfEmployees, COUNT(Id) FROM Account GROUP BY NumberOfEmployees HAVING COUNT(Id) > 1',
      ['NumberOfEmployees=20, expr0=2'],
    ],
    [
      'SELECT NumberOfEmployees FROM Account GROUP BY NumberOfEmployees HAVING NumberOfEmployees != null AND COUNT(Id) < 2',
      ['NumberOfEmployees=10'],
    ],
    [
      'SELECT Active a, Rating r, COUNT(Id) n, GROUPING(Rating) g FROM Account WHERE Active = true GROUP BY ROLLUP(Active, Rating)',
      ['a=true, r=Warm, n=1, g=0', 'a=true, r=Odd, n=1, g=0', 'a=true, r=null, n=2, g=1', 'a=null, r=null, n=2, g=1'],
    ],
    ['SELECT Active a, COUNT(Id) n FROM Account GROUP BY CUBE(Active)', ['a=true, n=2', 'a=false, n=2', 'a=null, n=4']],
    [
      'SELECT Rating, COUNT(Id) FROM Account GROUP BY Rating ORDER BY Rating LIMIT 1 OFFSET 1',
      ['Rating=Warm, expr0=1'],
    ],
  ])('%s', (text, expected) => {
    expect(sample().shown(text)).toEqual(expected);
  });

  test('each function gives the type Apex sees', () => {
    const [row] = sample().query(
      'SELECT COUNT(Id) a, SUM(NumberOfEmployees) b, SUM(AnnualRevenue) c, AVG(NumberOfEmployees) d, MAX(Founded) e FROM Account',
    );
    const types = ['a', 'b', 'c', 'd', 'e'].map((name) => {
      const value = row?.peek(name);
      return value instanceof ApexDecimal ? 'Decimal' : value instanceof ApexDate ? 'Date' : typeof value;
    });

    expect(types).toEqual(['number', 'number', 'Decimal', 'Decimal', 'Date']);
    expect([row?.isAggregate, row?.object.name]).toEqual([true, 'AggregateResult']);
  });

  test('hours of a grouped datetime are in UTC unless converted to the zone of the user', () => {
    const org = sample({ timeZone: 'America/New_York' });
    const hours = (of: string): readonly string[] =>
      org.shown(`SELECT HOUR_IN_DAY(${of}) h FROM Account WHERE CreatedDate != null GROUP BY HOUR_IN_DAY(${of})`);

    expect(hours('CreatedDate')).toEqual(['h=3', 'h=23']);
    expect(hours('convertTimezone(CreatedDate)')).toEqual(['h=22', 'h=18']);
  });
});
