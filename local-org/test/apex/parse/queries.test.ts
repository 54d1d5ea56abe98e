import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../../src/apex/parse/parseApex.ts';
import { outline } from './outline.ts';

describe('SOQL', () => {
  test.each([
    ['[ SELECT  Id,Name\n FROM Account ]', '(soql "SELECT Id,Name FROM Account")'],
    [
      '[SELECT Id FROM Account WHERE Id = :a AND Name IN : b.c(d)]',
      '(soql "SELECT Id FROM Account WHERE Id = :0 AND Name IN :1" a (call b c d))',
    ],
    [
      '[SELECT Id FROM A WHERE CreatedDate = LAST_N_DAYS:5 AND X = :x]',
      '(soql "SELECT Id FROM A WHERE CreatedDate = LAST_N_DAYS:5 AND X = :0" x)',
    ],
    ['[SELECT Id FROM A LIMIT :n OFFSET :m + 1]', '(soql "SELECT Id FROM A LIMIT :0 OFFSET :1" n (+ m 1))'],
    ['[SELECT Id /* : not a bind */ FROM A // nor :this\n WHERE B = 1]', '(soql "SELECT Id FROM A WHERE B = 1")'],
    [`[SELECT Id FROM A WHERE B = 'x  :y \\' z']`, String.raw`(soql "SELECT Id FROM A WHERE B = 'x  :y \\' z'")`],
    [
      '[SELECT Id FROM A WHERE B IN (SELECT C FROM D WHERE E = :f) AND G = :h]',
      '(soql "SELECT Id FROM A WHERE B IN (SELECT C FROM D WHERE E = :0) AND G = :1" f h)',
    ],
    [
      '[SELECT (SELECT Id FROM Contacts WHERE X = :x), Owner.Name FROM Account]',
      '(soql "SELECT (SELECT Id FROM Contacts WHERE X = :0), Owner.Name FROM Account" x)',
    ],
    [
      '[SELECT Id FROM A WHERE B = :[SELECT Id FROM C WHERE D = :e].Id]',
      '(soql "SELECT Id FROM A WHERE B = :0" (. (soql "SELECT Id FROM C WHERE D = :0" e) Id))',
    ],
    ['[SELECT COUNT() FROM A]', '(soql "SELECT COUNT() FROM A")'],
    [
      '[SELECT A, COUNT(Id) n FROM B GROUP BY ROLLUP(A) HAVING COUNT(Id) > 1 ORDER BY A DESC NULLS LAST]',
      '(soql "SELECT A, COUNT(Id) n FROM B GROUP BY ROLLUP(A) HAVING COUNT(Id) > 1 ORDER BY A DESC NULLS LAST")',
    ],
    [
      '[SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END FROM Event]',
      '(soql "SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END FROM Event")',
    ],
    [
      '[SELECT FIELDS(ALL) FROM A WITH USER_MODE LIMIT 200 ALL ROWS]',
      '(soql "SELECT FIELDS(ALL) FROM A WITH USER_MODE LIMIT 200 ALL ROWS")',
    ],
    [
      '[SELECT Id FROM A WHERE T > 2024-01-31T10:00:00Z AND D < 2024-02-01 FOR UPDATE]',
      '(soql "SELECT Id FROM A WHERE T > 2024-01-31T10:00:00Z AND D < 2024-02-01 FOR UPDATE")',
    ],
    [
      "[SELECT Id FROM A WHERE (NOT B LIKE :p) AND C INCLUDES (:q, 'r;s')]",
      `(soql "SELECT Id FROM A WHERE (NOT B LIKE :0) AND C INCLUDES (:1, 'r;s')" p q)`,
    ],
  ])('%s', (source, expected) => {
    expect(outline(parseExpression(source))).toBe(expected);
  });
});

describe('SOSL', () => {
  test.each([
    [
      `[FIND 'a  b*' IN ALL FIELDS RETURNING Account(Id, Name WHERE X = :x LIMIT 2), Contact]`,
      `(sosl "FIND 'a  b*' IN ALL FIELDS RETURNING Account(Id, Name WHERE X = :0 LIMIT 2), Contact" x)`,
    ],
    ["[\n find   'a' RETURNING Lead]", `(sosl "find 'a' RETURNING Lead")`],
    [
      '[FIND :term IN NAME FIELDS RETURNING Account(Id) LIMIT :n]',
      '(sosl "FIND :0 IN NAME FIELDS RETURNING Account(Id) LIMIT :1" term n)',
    ],
  ])('%s', (source, expected) => {
    expect(outline(parseExpression(source))).toBe(expected);
  });
});
