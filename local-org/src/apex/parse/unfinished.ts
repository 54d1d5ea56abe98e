/**
 * Statements the platform's compiler parses and then finds incomplete, while the grammar in use stumbles over what
 * follows them: a `try` alone and a `switch` without a branch.
 */
import { ApexLexer, type ApexToken } from '@apexdevtools/apex-parser';
import { positionOf, type ApexSyntaxError } from './syntaxFault.ts';

/** `offending` is the token the parser stumbled over. */
export function describeUnfinished(tokens: readonly ApexToken[], offending: ApexToken): ApexSyntaxError | null {
  const before = tokens.slice(0, offending.tokenIndex).filter((token) => token.channel === 0);
  const last = before.at(-1);
  if (last?.type === ApexLexer.RBRACE) {
    const owner = before[matchingBrace(before) - 1];
    return owner?.type === ApexLexer.TRY
      ? { at: positionOf(owner), message: 'Try block must have at least one catch block or a finally block' }
      : null;
  }
  if (last?.type === ApexLexer.LBRACE && offending.type === ApexLexer.RBRACE) {
    const start = before.findLastIndex((token) => token.type === ApexLexer.SWITCH);
    const isHead = start >= 0 && before.slice(start, -1).every((token) => !/^[{};]$/.test(token.text));
    return isHead
      ? { at: positionOf(before[start]!), message: 'Switch statement requires at least one when block' }
      : null;
  }
  return null;
}

/** The index of the brace that the last token closes; 0 when there is none. */
function matchingBrace(tokens: readonly ApexToken[]): number {
  let depth = 0;
  for (let index = tokens.length - 1; index > 0; index--) {
    const type = tokens[index]!.type;
    depth += type === ApexLexer.RBRACE ? 1 : type === ApexLexer.LBRACE ? -1 : 0;
    if (depth === 0) {
      return index;
    }
  }
  return 0;
}
