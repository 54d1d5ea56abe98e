/** `switch on`. The label of a branch is values, one type with a variable, or `else`. */
import {
  ApexParser,
  type QualifiedNameContext,
  type SwitchStatementContext,
  type WhenLiteralContext,
  type WhenValueContext,
} from '@apexdevtools/apex-parser';
import type { Expression, Statement, SwitchLabel } from '../ast.ts';
import { expressionOf } from './expressions.ts';
import { decodeMultilineString, decodeString, fractionLiteral, integerValue, longValue } from './literals.ts';
import { at, optional, word } from './nodes.ts';
import { blockOf } from './statements.ts';
import { typeReference } from './typeReferences.ts';

export function switchStatement(context: SwitchStatementContext): Statement {
  return {
    kind: 'Switch',
    at: at(context),
    subject: expressionOf(context.expression()),
    branches: context
      .whenControl_list()
      .map((branch) => ({ label: label(branch.whenValue()), body: blockOf(branch.block()) })),
  };
}

function label(context: WhenValueContext): SwitchLabel {
  if (optional(context.ELSE()) !== null) {
    return { kind: 'Else', at: at(context) };
  }
  const type = optional(context.typeRef());
  return type === null
    ? { kind: 'Values', at: at(context), values: context.whenLiteral_list().map(whenLiteral) }
    : { kind: 'Type', at: at(context), type: typeReference(type), name: word(context.id()) };
}

function whenLiteral(context: WhenLiteralContext): Expression {
  const inner = optional(context.whenLiteral());
  if (inner !== null) {
    return whenLiteral(inner);
  }
  const name = optional(context.qualifiedName());
  return name === null ? signedLiteral(context) : nameChain(name);
}

function nameChain(context: QualifiedNameContext): Expression {
  const [first, ...others] = context.id_list();
  const start: Expression = { kind: 'Name', at: at(first!), name: word(first!) };
  return others.reduce<Expression>(
    (target, id) => ({ kind: 'Member', at: at(id), target, name: word(id), isSafe: false }),
    start,
  );
}

function signedLiteral(context: WhenLiteralContext): Expression {
  const token = context.stop ?? context.start;
  const literal = { kind: 'Literal', at: at(context) } as const;
  const signs = [...context.SUB_list(), ...context.ADD_list()]
    .map((sign) => sign.symbol)
    .sort((a, b) => b.start - a.start);
  switch (token.type) {
    case ApexParser.StringLiteral:
      return { ...literal, type: 'string', value: decodeString(token) };
    case ApexParser.MultilineStringLiteral:
      return { ...literal, type: 'string', value: decodeMultilineString(token) };
    case ApexParser.NULL:
      return { ...literal, type: 'null', value: null };
  }
  if (/^(?:true|false)$/i.test(token.text)) {
    return { ...literal, type: 'boolean', value: token.text.toLowerCase() === 'true' };
  }
  const number: Expression = token.text.includes('.')
    ? { ...literal, ...fractionLiteral(token) }
    : token.type === ApexParser.LongLiteral
      ? { ...literal, type: 'long', value: longValue(token) }
      : { ...literal, type: 'integer', value: integerValue(token) };
  return signs.reduce<Expression>(
    (operand, sign) => ({ kind: 'Unary', at: literal.at, operator: sign.type === ApexParser.SUB ? '-' : '+', operand }),
    number,
  );
}
