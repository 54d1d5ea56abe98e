/**
 * Turns the parser generator's complaint about a token into the sentence the platform's compiler uses.
 * The sentences are those of the platform's public message catalog (`missing.syntax`, `unmatched.syntax`,
 * `mismatched.syntax`, `unexpected.token`, `unexpected.eof`); the `Extra ';', at ']'.` form names the token that was
 * expected first and the token that stands there second.
 */
import type { ApexToken } from '@apexdevtools/apex-parser';
import { positionOf, type ApexSyntaxError } from './syntaxFault.ts';

const END_OF_FILE = '<EOF>';

const SHORT_OF_AN_OPERAND = /^(?:[-+*/%^&|<>=!?:.,(]|&&|\|\||\?\?|\?\.|==|===|!=|!==|<=|>=|<>|[-+*/&|^]=)$/;

/**
 * In an anonymous block, what cannot start a statement is unexpected; only in a file that holds one declaration is it
 * the end that is missing.
 */
export function describeAnonymousError(
  complaint: string,
  offending: ApexToken,
  next: ApexToken | null,
): ApexSyntaxError {
  const endsTooEarly = expectedTokens(complaint).includes(END_OF_FILE);
  return endsTooEarly && !SHORT_OF_AN_OPERAND.test(offending.text)
    ? unexpected(offending)
    : describeSyntaxError(complaint, offending, next);
}

/** `complaint` is the generator's text, `offending` the token it points at, `next` the token after that one. */
export function describeSyntaxError(complaint: string, offending: ApexToken, next: ApexToken | null): ApexSyntaxError {
  const found = offending.text;
  const expected = expectedTokens(complaint);
  const only = expected.length === 1 ? expected[0]! : null;
  if (found === END_OF_FILE && expected.includes('}')) {
    return error(offending, `Expecting '}' but was: '${found}'`);
  }
  if (only !== null && complaint.startsWith('missing ')) {
    return missing(offending, only);
  }
  if (only !== null && complaint.startsWith('extraneous input ')) {
    return extraToken(offending, only, next);
  }
  if (only !== null && complaint.startsWith('mismatched input ')) {
    return only === END_OF_FILE
      ? missing(offending, only)
      : error(offending, `Expecting '${only}' but was: '${found}'`);
  }
  return unexpected(offending);
}

/** An operator that cannot be continued is reported where its operand should be: `1 + ;` is an unexpected `;`. */
function extraToken(offending: ApexToken, expected: string, next: ApexToken | null): ApexSyntaxError {
  const found = offending.text;
  if (SHORT_OF_AN_OPERAND.test(found) && next !== null) {
    return unexpected(next);
  }
  if (expected === END_OF_FILE && next?.text !== END_OF_FILE) {
    return missing(offending, expected);
  }
  return error(offending, `Extra '${expected}', at '${found}'.`);
}

function missing(offending: ApexToken, expected: string): ApexSyntaxError {
  return error(offending, `Missing '${expected}' at '${offending.text}'`);
}

function unexpected(token: ApexToken): ApexSyntaxError {
  return error(token, token.text === END_OF_FILE ? `Unexpected ${END_OF_FILE}` : `Unexpected token '${token.text}'.`);
}

function error(token: ApexToken, message: string): ApexSyntaxError {
  return { at: positionOf(token), message };
}

/** Reads `';'` or `{'a', 'b', Identifier}` out of the complaint; names of token classes keep their name. */
function expectedTokens(complaint: string): readonly string[] {
  const list = /^missing (.*) at /s.exec(complaint)?.[1] ?? / expecting (.*)$/s.exec(complaint)?.[1];
  if (list === undefined) {
    return [];
  }
  const items = list.startsWith('{') ? list.slice(1, -1).split(/, (?=['A-Z<])/) : [list];
  return items.map((item) => item.replace(/^'(.*)'$/s, '$1'));
}
