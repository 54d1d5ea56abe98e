/**
 * One formula a row. Sources: "Formula Operators and Functions by Context" of the Salesforce help (H) and the behavior
 * of the engine the platform publishes at github.com/salesforce/formula-engine (E).
 */
import { describe, expect, test } from 'vitest';
import { ApexDate, ApexDatetime, ApexTime } from '../../src/values/temporal.ts';
import { ApexDecimal } from '../../src/values/decimal.ts';
import { evaluate } from './evaluate.ts';

const ROWS: Readonly<Record<string, readonly (readonly [string, string, 'H' | 'E'])[]>> = {
  operators: [
    ['1 + 2 * 3', '7', 'H'],
    ['(1 + 2) * 3', '9', 'H'],
    ['-2 ^ 2', '4', 'E'],
    ['2 * 3 ^ 2', '36', 'E'],
    ['7 / 2', '3.5', 'H'],
    ['1 / 0', '#Error!', 'H'],
    ['"a" & "b" + "c"', 'abc', 'H'],
    ['1 = 1.00', 'true', 'H'],
    ['1 <> 2 && 2 != 3', 'true', 'H'],
    ['"A" = "a"', 'false', 'E'],
    ['!TRUE || 3 >= 3', 'true', 'H'],
    ['NOT(1 == 2)', 'true', 'H'],
    ['/* why */ 1 + /* and */ 1', '2', 'H'],
    ['\'it\\\'s \' & "a \\"quote\\""', 'it\'s a "quote"', 'E'],
    ['2 ^ -2', '0.25', 'H'],
  ],
  logic: [
    ['AND(TRUE, 1 = 1, FALSE)', 'false', 'H'],
    ['OR(FALSE, 1 = 1)', 'true', 'H'],
    ['IF(1 > 2, "yes", "no")', 'no', 'H'],
    ['IF(FALSE, 1 / 0, 5)', '5', 'E'],
    ['CASE(2, 1, "one", 2, "two", "many")', 'two', 'H'],
    ['CASE("b", "a", 1, 0)', '0', 'H'],
    ['BLANKVALUE("", "x")', 'x', 'H'],
    ['NULLVALUE("", "x")', 'null', 'H'],
    ['ISBLANK("")', 'true', 'H'],
    ['ISNULL("")', 'false', 'H'],
    ['ISNUMBER("-1.5e3")', 'true', 'E'],
    ['ISNUMBER("1,000")', 'false', 'E'],
  ],
  numbers: [
    ['ABS(-3.2)', '3.2', 'H'],
    ['CEILING(2.5)', '3', 'H'],
    ['CEILING(-2.5)', '-3', 'H'],
    ['FLOOR(-2.5)', '-2', 'H'],
    ['MCEILING(-2.5)', '-2', 'H'],
    ['MFLOOR(-2.5)', '-3', 'H'],
    ['CEILING(1 / 3 * 3)', '1', 'E'],
    ['ROUND(1.5, 0)', '2', 'H'],
    ['ROUND(-1.5, 0)', '-2', 'H'],
    ['ROUND(225.49823, -2)', '200', 'H'],
    ['TRUNC(-1.29, 1)', '-1.2', 'H'],
    ['TRUNC(1.99)', '1', 'H'],
    ['MOD(123, 100)', '23', 'H'],
    ['MOD(-7, 3)', '-1', 'E'],
    ['MOD(1, 0)', '#Error!', 'E'],
    ['MAX(1, 5, 3)', '5', 'H'],
    ['MIN(4, 2, 3)', '2', 'H'],
    ['SQRT(16)', '4', 'H'],
    ['SQRT(-1)', '#Error!', 'E'],
    ['LOG(1000)', '3', 'H'],
    ['LN(EXP(2))', '2', 'H'],
    ['ROUND(PI(), 5)', '3.14159', 'H'],
  ],
  text: [
    ['BEGINS("ACME Ltd", "ACME")', 'true', 'H'],
    ['CONTAINS("abc", "d")', 'false', 'H'],
    ['CASESAFEID("0031700000pJRRS")', '0031700000pJRRSAA4', 'H'],
    ['CHR(65) & TEXT(ASCII("B"))', 'A66', 'H'],
    ['FIND(" ", "a b c", 3)', '4', 'H'],
    ['FIND("x", "abc")', '0', 'H'],
    ['INITCAP("jOHN o\'neil smith")', "John O'Neil Smith", 'E'],
    ['LEFT("Salesforce", 5)', 'Sales', 'H'],
    ['RIGHT("Salesforce", 5)', 'force', 'H'],
    ['MID("Salesforce", 6, 20)', 'force', 'H'],
    ['LEN("")', '0', 'H'],
    ['LPAD("Name", 6, "z")', 'zzName', 'H'],
    ['RPAD("Name", 2, "z")', 'Na', 'H'],
    ['RPAD("ab", 7, "xyz")', 'abxyzxy', 'H'],
    ['UPPER("abc") & LOWER("DEF")', 'ABCdef', 'H'],
    ['REVERSE("abc")', 'cba', 'H'],
    ['SUBSTITUTE("a-b-c", "-", "+")', 'a+b+c', 'H'],
    ['TRIM("  a b ")', 'a b', 'H'],
    ['VALUE("1.50") + 1', '2.5', 'H'],
    ['VALUE("abc")', '#Error!', 'H'],
    ['TEXT(23.900)', '23.9', 'H'],
    ['REGEX("999-99-9999", "[0-9]{3}-[0-9]{2}-[0-9]{4}")', 'true', 'H'],
    ['REGEX("k1a 0b1", "((?i)[ABCEGHJKLMNPRSTVXY]\\\\d[A-Z]?\\\\s?\\\\d[A-Z]\\\\d)?")', 'true', 'H'],
    ['REGEX("abc", "b")', 'false', 'H'],
    ['HYPERLINK("/001", "Go")', '<a href="/001" target="_blank">Go</a>', 'H'],
  ],
  'dates and times': [
    ['DATE(2024, 2, 29)', '2024-02-29', 'H'],
    ['DATE(2023, 2, 29)', '#Error!', 'H'],
    ['DATE(2005, 1, 2) + 1', '2005-01-03', 'H'],
    ['DATE(2005, 1, 2) - DATE(2004, 12, 30)', '3', 'H'],
    ['ADDMONTHS(DATE(2024, 1, 31), 1)', '2024-02-29', 'H'],
    ['ADDMONTHS(DATE(2024, 2, 29), 1)', '2024-03-31', 'H'],
    ['ADDMONTHS(DATE(2024, 1, 30), 1)', '2024-02-29', 'E'],
    ['DATEVALUE("2005-11-15")', '2005-11-15', 'H'],
    ['DATEVALUE("15.11.2005")', '#Error!', 'H'],
    ['DATEVALUE(NOW())', '2026-03-01', 'H'],
    ['TODAY()', '2026-03-01', 'H'],
    ['NOW()', '2026-03-02T06:30:00.000Z', 'H'],
    ['DATETIMEVALUE("2005-11-15 17:00:00")', '2005-11-15T17:00:00.000Z', 'H'],
    ['TEXT(DATETIMEVALUE("2005-11-15 17:00:00"))', '2005-11-15 17:00:00Z', 'H'],
    ['TEXT(DATE(2005, 1, 2))', '2005-01-02', 'H'],
    ['DATETIMEVALUE("2005-11-15 17:00:00") + 0.5', '2005-11-16T05:00:00.000Z', 'H'],
    ['NOW() - DATETIMEVALUE("2026-03-01 06:30:00")', '1', 'H'],
    ['TIMEVALUE("17:30:45.125")', '17:30:45.125Z', 'H'],
    ['TIMEVALUE("23:00:00.000") + 7200000', '01:00:00.000Z', 'H'],
    ['HOUR(TIMEVALUE("17:30:45.125")) * 100 + MINUTE(TIMEVALUE("17:30:45.125"))', '1730', 'H'],
    ['SECOND(TIMEVALUE("17:30:45.125")) * 1000 + MILLISECOND(TIMEVALUE("17:30:45.125"))', '45125', 'H'],
    ['WEEKDAY(DATE(2026, 3, 1))', '1', 'H'],
    ['YEAR(DATE(2026, 3, 1)) * 10000 + MONTH(DATE(2026, 3, 1)) * 100 + DAY(DATE(2026, 3, 1))', '20260301', 'H'],
    ['DAYOFYEAR(DATE(2024, 12, 31))', '366', 'H'],
    ['ISOWEEK(DATE(2021, 1, 3)) * 10000 + ISOYEAR(DATE(2021, 1, 3))', '532020', 'H'],
    ['FROMUNIXTIME(86400)', '1970-01-02T00:00:00.000Z', 'H'],
    ['UNIXTIMESTAMP(DATE(1970, 1, 2))', '86400', 'H'],
    ['FORMATDURATION(3661)', '01:01:01', 'E'],
    ['FORMATDURATION(90061, TRUE)', '1:01:01:01', 'E'],
    ['$System.OriginDateTime', '1900-01-01T00:00:00.000Z', 'H'],
  ],
  places: [
    ["ROUND(DISTANCE(GEOLOCATION(37.7749, -122.4194), GEOLOCATION(40.7128, -74.006), 'km'), 0)", '4129', 'E'],
    ["DISTANCE(GEOLOCATION(91, 0), GEOLOCATION(0, 0), 'mi')", '#Error!', 'E'],
  ],
};

describe.each(Object.entries(ROWS))('%s', (_name, rows) => {
  test.each(rows)('%s is %s', (text, expected) => {
    expect(evaluate(text)).toBe(expected);
  });
});

/** Field references; blank where the record has no value. */
const BLANKS: readonly (readonly [string, string, string])[] = [
  // formula, blanks as blanks, blanks as zeros
  ['Number__c', 'null', '0'],
  ['Number__c + 1', 'null', '1'],
  ['Number__c * 2', 'null', '0'],
  ['1 / Number__c', 'null', '#Error!'],
  ['Number__c = 0', 'null', 'true'],
  ['Number__c <> 5', 'null', 'true'],
  ['Number__c > -1', 'null', 'true'],
  ['ISBLANK(Number__c)', 'true', 'false'],
  ['BLANKVALUE(Number__c, 7)', '7', '0'],
  ['NULLVALUE(Number__c, 7)', '7', '0'],
  ['IF(Number__c > 1, "a", "b")', 'b', 'b'],
  ['NOT(Number__c > 1)', 'null', 'true'],
  ['MAX(Number__c, -3)', 'null', '0'],
  ['IF(NULL = 1, 1, NULL)', 'null', 'null'],
  ['Percent__c', 'null', '0'],
  ['Flag__c', 'false', 'false'],
  ['Flag__c = FALSE', 'true', 'true'],
  ['Text__c = ""', 'true', 'true'],
  ['Text__c <> "x"', 'true', 'true'],
  ['Text__c < "x"', 'false', 'false'],
  ['"[" & Text__c & "]"', '[]', '[]'],
  ['LEN(Text__c)', '0', '0'],
  ['CONTAINS(Text__c, "x")', 'null', 'null'],
  ['CONTAINS("x", Text__c)', 'true', 'true'],
  ['VALUE(Text__c)', 'null', 'null'],
  ['Date__c + 1', 'null', 'null'],
  ['Date__c = Day__c', 'null', 'null'],
  ['Date__c > TODAY()', 'null', 'null'],
  ['ISBLANK(Date__c)', 'true', 'true'],
  ['YEAR(Date__c)', 'null', 'null'],
  ['ISPICKVAL(Pick__c, "")', 'true', 'true'],
  ['ISBLANK(TEXT(Pick__c))', 'true', 'true'],
  ['CASE(Pick__c, "A", 1, "", 2, 3)', '2', '2'],
  ['INCLUDES(Multi__c, "A")', 'false', 'false'],
  ['PICKLISTCOUNT(Multi__c)', '0', '0'],
];

test.each(BLANKS)('a blank in %s gives %s, as zero %s', (text, asBlank, asZero) => {
  expect(evaluate(text, { blanksAsZero: false })).toBe(asBlank);
  expect(evaluate(text, { blanksAsZero: true })).toBe(asZero);
});

describe('fields', () => {
  test('a percent counts in hundredths', () => {
    expect(evaluate('Percent__c * 200', { values: { Percent__c: ApexDecimal.of('50') } })).toBe('100');
  });
  test('an id has 15 characters and is not the 18 of the API', () => {
    const values = { Parent__c: '0031700000pJRRSAA4' };
    expect(evaluate('Parent__c = "0031700000pJRRS"', { values })).toBe('true');
    expect(evaluate('Parent__c = "0031700000pJRRSAA4"', { values })).toBe('false');
    expect(evaluate('CASESAFEID(Parent__c)', { values })).toBe('0031700000pJRRSAA4');
  });
  test('a picklist is reached by TEXT, CASE and ISPICKVAL only', () => {
    const values = { Pick__c: 'New', Multi__c: 'A;C' };
    expect(evaluate('TEXT(Pick__c) & CASE(Pick__c, "New", "1", "2")', { values })).toBe('New1');
    expect(evaluate('ISPICKVAL(Pick__c, "new")', { values })).toBe('false');
    expect(evaluate('INCLUDES(Multi__c, "C") && PICKLISTCOUNT(Multi__c) = 2', { values })).toBe('true');
    expect(() => evaluate('Pick__c = "New"')).toThrow(
      'Field Pick__c is a picklist field. Picklist fields are only supported in certain functions.',
    );
  });
  test('dates, datetimes and times keep their type', () => {
    const values = { Date__c: ApexDate.of(2026, 1, 31), Moment__c: new ApexDatetime(0), Time__c: new ApexTime(1_000) };
    expect(evaluate('TEXT(ADDMONTHS(Date__c, 1)) & TEXT(Moment__c) & TEXT(Time__c)', { values })).toBe(
      '2026-02-281970-01-01 00:00:00Z00:00:01.000',
    );
  });
});

describe('changes', () => {
  const change = (text: string, before: object | null, values: object): string =>
    evaluate(text, { before: before as never, values: values as never });

  test('ISNEW and PRIORVALUE tell a new record from an old one', () => {
    expect(change('ISNEW()', null, {})).toBe('true');
    expect(change('ISNEW()', { Text__c: 'a' }, {})).toBe('false');
    expect(change('PRIORVALUE(Text__c)', { Text__c: 'a' }, { Text__c: 'b' })).toBe('a');
    expect(change('ISBLANK(PRIORVALUE(Text__c))', null, { Text__c: 'b' })).toBe('true');
    expect(change('ISPICKVAL(PRIORVALUE(Pick__c), "Old")', { Pick__c: 'Old' }, { Pick__c: 'New' })).toBe('true');
  });
  test('ISCHANGED compares values and is false for a new record', () => {
    expect(change('ISCHANGED(Text__c)', null, { Text__c: 'b' })).toBe('false');
    expect(
      change('ISCHANGED(Number__c)', { Number__c: ApexDecimal.of('1.0') }, { Number__c: ApexDecimal.of('1') }),
    ).toBe('false');
    expect(change('ISCHANGED(Number__c)', { Number__c: null }, { Number__c: ApexDecimal.of('0') })).toBe('true');
    expect(
      change('ISCHANGED(Date__c)', { Date__c: ApexDate.of(2026, 1, 1) }, { Date__c: ApexDate.of(2026, 1, 1) }),
    ).toBe('false');
  });
});
