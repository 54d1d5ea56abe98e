/** Names what is wrong with text that forms no token: a bad escape, an open string, a symbol Apex does not have. */
import { position } from '../ast.ts';
import { decodeEscapes } from './literals.ts';
import { SyntaxFault, type ApexSyntaxError } from './syntaxFault.ts';

/** Symbols other languages have. */
const OPERATOR_LIKE = /^[%#`]$/;

/**
 * `line` counts from 1, `column` from 0 in code points, as the lexer reports them. It takes the first two quotes of a
 * broken multi-line string for an empty string and stumbles over the third.
 */
export function describeLexicalError(source: string, line: number, column: number): ApexSyntaxError {
  const lines = source.split(/\r\n|\n/).slice(line - 1);
  const first = Array.from(lines[0] ?? '');
  const isMultiline = first.length === column + 1 && first.slice(column - 2).join('') === "'''";
  const start = isMultiline ? column - 2 : column;
  const at = position(line, start + 1);
  const text = [first.slice(start).join(''), ...lines.slice(1)].join('\n');
  const quote = text.startsWith("'") ? 0 : (/^\[\s*find\s+'/i.exec(text)?.[0].lastIndexOf("'") ?? -1);
  if (quote < 0) {
    const symbol = Array.from(text)[0] ?? '';
    if (OPERATOR_LIKE.test(symbol)) {
      return { at, message: `Found punctuation symbol or operator '${symbol}' that isn't valid in Apex.` };
    }
    return { at, message: `Unrecognized symbol '${symbol}', which is not a valid Apex identifier.` };
  }
  const literal = text.slice(quote);
  return { at, message: isMultiline ? multilineProblem(literal, at) : stringProblem(literal, at) };
}

function stringProblem(literal: string, at: number): string {
  const body = /^'((?:[^'\\\n]|\\[^\n])*)'/.exec(literal)?.[1];
  return body === undefined ? "Missing closing quote character ' on string." : escapeProblem(body, at);
}

/** A backslash at a line's end and `\s` are legal in multi-line strings, but no token of the grammar in use. */
function multilineProblem(literal: string, at: number): string {
  const body = /^'''((?:[^\\]|\\[^])*?)'''/.exec(literal)?.[1];
  if (body === undefined) {
    return "Missing closing quote character ' on string.";
  }
  return /\\[\ns]/.test(body)
    ? 'UNSUPPORTED: \\s and line continuation in a multi-line string'
    : escapeProblem(body, at);
}

function escapeProblem(body: string, at: number): string {
  try {
    decodeEscapes(body, at);
  } catch (fault) {
    if (fault instanceof SyntaxFault) {
      return fault.message;
    }
    throw fault;
  }
  return `Illegal string literal: Invalid string literal '${body}'.`;
}
