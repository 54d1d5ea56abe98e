/**
 * Settles on the token level what the grammar would read wrongly, and refuses tokens no Apex program holds.
 * Afterwards the stream parses as the platform reads it; positions stay those of the source.
 */
import { ApexLexer, type ApexToken } from '@apexdevtools/apex-parser';
import { positionOf, SyntaxFault } from './syntaxFault.ts';

const HIDDEN_CHANNEL = 1;
const WORD = /^[a-z_]\w*$/i;
/** A `_` or `$` is a fault of the name, found where it is declared. */
const IDENTIFIER = /^[a-z_$][a-z0-9_$]*$/i;
/** The types a number with a sign may be cast to: `(Integer) -1` is a cast, `(total) -1` a subtraction. */
const CASTS_A_SIGN: ReadonlySet<string> = new Set(['integer', 'long', 'double', 'decimal', 'object']);

/** Changes `tokens` in place; throws a `SyntaxFault` at the first token that is wrong by itself. */
export function settleTokens(tokens: ApexToken[]): void {
  tokens.forEach((token, index) => refuseBadToken(token, tokens[index + 1]));
  const visible = tokens.filter((token) => token.channel === 0);
  visible.forEach((token, index) => widenLabel(token, visible[index + 1]));
  const split: ApexToken[] = [];
  visible.forEach((token, index) => {
    if (token.type === ApexLexer.SYSTEMRUNAS && !opensRunAsBlock(visible, index)) {
      split.push(token);
    } else if ((token.type === ApexLexer.ADD || token.type === ApexLexer.SUB) && index > 2) {
      unwrapSignedOperand(visible, index);
    }
  });
  if (split.length > 0) {
    splitRunAs(tokens, new Set(split));
  }
}

/** The grammar has no label `true` or `1.5`, but such a one is a fault of its type: let the checker say so. */
function widenLabel(token: ApexToken, next: ApexToken | undefined): void {
  const isOther = next?.type === ApexLexer.BooleanLiteral || next?.type === ApexLexer.NumberLiteral;
  if (token.type === ApexLexer.WHEN && isOther) {
    next.type = ApexLexer.IntegerLiteral;
  }
}

function refuseBadToken(token: ApexToken, next: ApexToken | undefined): void {
  if (token.type === ApexLexer.StringLiteral && /[\r\n]/.test(token.text)) {
    throw new SyntaxFault(positionOf(token), 'Illegal string literal: Line breaks are not allowed in string literals');
  }
  if (token.type === ApexLexer.Identifier && !IDENTIFIER.test(token.text)) {
    throw new SyntaxFault(
      positionOf(token),
      `Invalid identifier '${token.text}'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'.`,
    );
  }
  const opensComment =
    token.type === ApexLexer.DIV && (next?.type === ApexLexer.MUL || next?.type === ApexLexer.MUL_ASSIGN);
  if (opensComment && next?.start === token.stop + 1) {
    throw new SyntaxFault(positionOf(token), "Missing closing mark '*/' on multi-line comment.");
  }
}

/** `System.runAs(user) {` is a statement, `System.runAs(version);` a method call. */
function opensRunAsBlock(tokens: readonly ApexToken[], index: number): boolean {
  let depth = 0;
  for (let i = index + 1; i < tokens.length; i++) {
    const type = tokens[i]!.type;
    depth += type === ApexLexer.LPAREN ? 1 : type === ApexLexer.RPAREN ? -1 : 0;
    if (depth === 0) {
      return tokens[i + 1]?.type === ApexLexer.LBRACE;
    }
  }
  return true;
}

function splitRunAs(tokens: ApexToken[], split: ReadonlySet<ApexToken>): void {
  const parts = tokens.flatMap((token) => {
    if (!split.has(token)) {
      return [token];
    }
    const dot = token.text.indexOf('.');
    return [
      partOf(token, ApexLexer.SYSTEM, 0, dot),
      partOf(token, ApexLexer.DOT, dot, dot + 1),
      partOf(token, ApexLexer.Identifier, dot + 1, token.text.length),
    ];
  });
  parts.forEach((token, index) => (token.tokenIndex = index));
  tokens.splice(0, tokens.length, ...parts);
}

function partOf(token: ApexToken, type: number, from: number, to: number): ApexToken {
  const part = token.cloneWithType(type);
  part.start = token.start + from;
  part.stop = token.start + to - 1;
  part.column = token.column + from;
  part.text = token.text.slice(from, to);
  return part;
}

/**
 * The grammar takes `(a) - b` for a cast of `-b`. Parentheses around a mere name mean nothing, so they are hidden
 * unless the name is a numeric type or the parentheses belong to a call or a statement.
 */
function unwrapSignedOperand(tokens: readonly ApexToken[], sign: number): void {
  const close = tokens[sign - 1]!;
  if (close.type !== ApexLexer.RPAREN) {
    return;
  }
  let open = sign - 2;
  while (open > 0 && (tokens[open]!.type === ApexLexer.DOT || WORD.test(tokens[open]!.text))) {
    open--;
  }
  const names = tokens.slice(open + 1, sign - 1);
  const isName =
    tokens[open]!.type === ApexLexer.LPAREN &&
    names.length % 2 === 1 &&
    names.every((token, index) => (token.type === ApexLexer.DOT) === (index % 2 === 1));
  if (!isName || CASTS_A_SIGN.has(names[names.length - 1]!.text.toLowerCase()) || takesArguments(tokens, open - 1)) {
    return;
  }
  tokens[open]!.channel = HIDDEN_CHANNEL;
  close.channel = HIDDEN_CHANNEL;
}

/** Whether an opening parenthesis after the token at `index` starts arguments or a condition, not an operand. */
function takesArguments(tokens: readonly ApexToken[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) {
    return false;
  }
  if (token.type === ApexLexer.GT) {
    return closesTypeArguments(tokens, index);
  }
  const startsExpression = token.type === ApexLexer.RETURN || token.type === ApexLexer.ON;
  return WORD.test(token.text) && !(startsExpression && tokens[index - 1]?.type !== ApexLexer.DOT);
}

/** `new List<Id>(ids)` against `limit > (used)`: only the first has `new` before the type. */
function closesTypeArguments(tokens: readonly ApexToken[], index: number): boolean {
  for (let i = index; i >= 0; i--) {
    const token = tokens[i]!;
    if (token.type === ApexLexer.NEW) {
      return true;
    }
    if (!WORD.test(token.text) && !/^[<>.,[\]]$/.test(token.text)) {
      return false;
    }
  }
  return false;
}
