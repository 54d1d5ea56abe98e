/** Everything `new` makes. What braces mean follows from the type's name alone: a Map has entries, all else elements. */
import type { CreatorContext } from '@apexdevtools/apex-parser';
import type { Expression, Position, TypeReference } from '../ast.ts';
import { expressionOf, expressionsOf } from './expressions.ts';
import { optional } from './nodes.ts';
import { createdType } from './typeReferences.ts';

type NewFields = Extract<Expression, { readonly kind: 'NewFields' }>;

export function creation(context: CreatorContext, at: Position): Expression {
  const constructed = optional(context.classCreatorRest());
  if (constructed !== null) {
    const type = createdType(context.createdName(), 0);
    return construction(type, expressionsOf(optional(constructed.arguments().expressionList())), at);
  }
  const array = optional(context.arrayCreatorRest());
  if (array !== null) {
    const type = createdType(context.createdName(), 1);
    const size = optional(array.expression());
    return size === null
      ? {
          kind: 'NewElements',
          at,
          type,
          elements: (optional(array.arrayInitializer())?.expression_list() ?? []).map(expressionOf),
        }
      : { kind: 'NewArray', at, type, size: expressionOf(size) };
  }
  return braced(context, at);
}

/** `new Account(Name = 'x')`: arguments that are all assignments to plain names set fields. */
function construction(type: TypeReference, values: readonly Expression[], at: Position): Expression {
  const fields: NewFields['fields'][number][] = [];
  for (const value of values) {
    if (value.kind === 'Assign' && value.operator === '=' && value.target.kind === 'Name') {
      fields.push({ at: value.at, name: value.target.name, value: value.value });
    }
  }
  return fields.length > 0 && fields.length === values.length
    ? { kind: 'NewFields', at, type, fields }
    : { kind: 'New', at, type, arguments: values };
}

function braced(context: CreatorContext, at: Position): Expression {
  const type = createdType(context.createdName(), 0);
  const entries = optional(context.mapCreatorRest());
  if (entries !== null) {
    const pairs = entries.mapCreatorRestPair_list();
    return {
      kind: 'NewEntries',
      at,
      type,
      entries: pairs.map((pair) => ({
        key: expressionOf(pair.expression(0)),
        value: expressionOf(pair.expression(1)),
      })),
    };
  }
  if (type.parts.at(-1)?.name.toLowerCase() === 'map' && optional(context.noRest()) !== null) {
    return { kind: 'NewEntries', at, type, entries: [] };
  }
  const elements = optional(context.setCreatorRest())?.expression_list() ?? [];
  return { kind: 'NewElements', at, type, elements: elements.map(expressionOf) };
}
