/** Literals as expressions. */
import { ApexParser, type LiteralContext } from '@apexdevtools/apex-parser';
import type { Expression } from '../ast.ts';
import { decodeMultilineString, decodeString, fractionLiteral, integerValue, longValue } from './literals.ts';
import { at } from './nodes.ts';
import { SyntaxFault } from './syntaxFault.ts';

export type Literal = Extract<Expression, { readonly kind: 'Literal' }>;

export function literalOf(context: LiteralContext): Literal {
  const token = context.start;
  const node = { kind: 'Literal', at: at(context) } as const;
  switch (token.type) {
    case ApexParser.IntegerLiteral:
      return { ...node, type: 'integer', value: integerValue(token) };
    case ApexParser.LongLiteral:
      return { ...node, type: 'long', value: longValue(token) };
    case ApexParser.NumberLiteral:
      return { ...node, ...fractionLiteral(token) };
    case ApexParser.StringLiteral:
      return { ...node, type: 'string', value: decodeString(token) };
    case ApexParser.MultilineStringLiteral:
      return { ...node, type: 'string', value: decodeMultilineString(token) };
    case ApexParser.BooleanLiteral:
      return { ...node, type: 'boolean', value: token.text.toLowerCase() === 'true' };
    case ApexParser.NULL:
      return { ...node, type: 'null', value: null };
    default:
      throw new SyntaxFault(node.at, `Unexpected token '${token.text}'.`);
  }
}
