/** What does not compile, with the message and where in the text. */
import { describe, expect, test } from 'vitest';
import { parseFormula } from '../../src/declarative/formula/parse.ts';
import { FormulaProblem, placeOf } from '../../src/declarative/formula/problem.ts';
import { evaluate, type Circumstances } from './evaluate.ts';

function problemOf(text: string, circumstances: Circumstances = {}): FormulaProblem {
  try {
    evaluate(text, circumstances);
  } catch (problem) {
    if (problem instanceof FormulaProblem) {
      return problem;
    }
    throw problem;
  }
  throw new Error(`${text} compiles`);
}

test.each([
  ['IF(1 = 1, 2', "Syntax error. Missing ')'", 11],
  ['1 +', 'Syntax error. Found end of formula', 3],
  ['1 2', 'Syntax error. Extra 2', 2],
  ['"abc', 'Syntax error. Missing closing quotation mark', 0],
  ['"a\\x"', "Syntax error. Invalid escape '\\x'", 2],
  ['1 ? 2', "Syntax error. Found '?'", 2],
  ['Missing__c + 1', 'Field Missing__c does not exist. Check spelling.', 0],
  ['NOPE(1)', 'Unknown function NOPE. Check spelling.', 0],
  ['IF(TRUE, 1)', "Incorrect number of parameters for function 'IF()'. Expected 3, received 2", 0],
  ['1 + "a"', "Incorrect parameter type for operator '+'. Expected Text, received Number", 0],
  ['1 & "a"', "Incorrect parameter type for operator '&'. Expected Text, received Number", 0],
  ['1 = "a"', "Incorrect parameter type for operator '='. Expected Number, received Text", 4],
  ['IF(1, 2, 3)', "Incorrect parameter type for function 'IF()'. Expected Boolean, received Number", 3],
  ['IF(TRUE, 2, "a")', "Incorrect parameter type for function 'IF()'. Expected Number, received Text", 12],
  ['TODAY() + TODAY()', "Incorrect parameter type for operator '+'. Expected Number, received Date", 10],
  ['CASE(1, 1, 2)', "Incorrect number of parameters for function 'CASE()'. Expected 4, received 3", 0],
  ['ISPICKVAL(Text__c, "a")', "Incorrect parameter type for function 'ISPICKVAL()'. Expected Picklist", 10],
  ['ISCHANGED("a")', "Incorrect parameter type for function 'ISCHANGED()'. Expected a field", 10],
])('%s: %s', (text, message, at) => {
  const problem = problemOf(text);
  expect(problem.message).toBe(message);
  expect(problem.at).toBe(at);
  expect(problem.isUnsupported).toBe(false);
});

test.each(['CURRENCYRATE("EUR")', 'GETSESSIONID()', 'URLFOR("x")', 'PREDICT("x")', '$Api.Session_ID', '$Source.Name'])(
  '%s is refused as not simulated',
  (text) => {
    expect(problemOf(text).isUnsupported).toBe(true);
  },
);

describe('functions and fields have their place', () => {
  test.each(['ISNEW()', 'ISCHANGED(Text__c)', 'PRIORVALUE(Text__c)'])('%s is for rules', (text) => {
    expect(problemOf(text, { purpose: 'field' }).message).toContain('may not be used in this type of formula');
  });
  test('a default names no field', () => {
    expect(problemOf('Text__c', { purpose: 'default' }).message).toBe(
      'Field Text__c may not be used in this type of formula',
    );
  });
});

test('a place counts lines and columns from 1', () => {
  const text = 'IF(\n  TRUE,\n  1 +\n)';
  try {
    parseFormula(text);
    expect.unreachable();
  } catch (problem) {
    expect(placeOf(text, (problem as FormulaProblem).at)).toBe('4:1');
  }
});
