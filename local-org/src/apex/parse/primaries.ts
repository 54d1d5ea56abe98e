/** The operands expressions are built from: names, literals, `this`, class literals and queries. */
import {
  IdPrimaryContext,
  LiteralPrimaryContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext,
  VoidPrimaryContext,
  type PrimaryContext,
} from '@apexdevtools/apex-parser';
import type { Expression } from '../ast.ts';
import { literalOf } from './literalExpressions.ts';
import { at, word } from './nodes.ts';
import { soqlExpression, soslExpression } from './queries.ts';
import { typeReference } from './typeReferences.ts';

export function primaryOf(context: PrimaryContext): Expression {
  if (context instanceof IdPrimaryContext) {
    return { kind: 'Name', at: at(context), name: word(context) };
  }
  if (context instanceof LiteralPrimaryContext) {
    return literalOf(context.literal());
  }
  if (context instanceof ThisPrimaryContext) {
    return { kind: 'This', at: at(context) };
  }
  if (context instanceof SuperPrimaryContext) {
    return { kind: 'Super', at: at(context) };
  }
  if (context instanceof TypeRefPrimaryContext) {
    return { kind: 'ClassLiteral', at: at(context), type: typeReference(context.typeRef()) };
  }
  if (context instanceof VoidPrimaryContext) {
    const type = { at: at(context), parts: [{ name: word(context), typeArguments: [] }], arrayDepth: 0 };
    return { kind: 'ClassLiteral', at: at(context), type };
  }
  if (context instanceof SoqlPrimaryContext) {
    return soqlExpression(context.soqlLiteral());
  }
  if (context instanceof SoslPrimaryContext) {
    return soslExpression(context.soslLiteral());
  }
  throw new Error(`The grammar has no operand ${context.getText()}`);
}
