/** Properties. Each accessor stands at most once. */
import type { PropertyBlockContext, PropertyDeclarationContext } from '@apexdevtools/apex-parser';
import type { Accessor, Modifiers, PropertyDeclaration } from '../ast.ts';
import { modifiersOf } from './modifiers.ts';
import { at, optional, word } from './nodes.ts';
import { blockOf } from './statements.ts';
import { positionOf, SyntaxFault } from './syntaxFault.ts';
import { typeReference } from './typeReferences.ts';

export function propertyDeclaration(context: PropertyDeclarationContext, modifiers: Modifiers): PropertyDeclaration {
  const blocks = context.propertyBlock_list();
  if (blocks.length === 0) {
    throw new SyntaxFault(positionOf(context.RBRACE().symbol), "Unexpected token '}'.");
  }
  return {
    kind: 'Property',
    at: at(context.id()),
    name: word(context.id()),
    modifiers,
    type: typeReference(context.typeRef()),
    getter: onlyAccessor(blocks.filter((block) => optional(block.getter()) !== null)),
    setter: onlyAccessor(blocks.filter((block) => optional(block.setter()) !== null)),
  };
}

function onlyAccessor(blocks: readonly PropertyBlockContext[]): Accessor | null {
  const [first, second] = blocks;
  if (second !== undefined) {
    const accessor = optional(second.getter()) ?? second.setter();
    throw new SyntaxFault(at(accessor), `Unexpected token '${word(accessor)}'.`);
  }
  return first === undefined ? null : accessorOf(first);
}

function accessorOf(context: PropertyBlockContext): Accessor {
  const accessor = optional(context.getter()) ?? context.setter();
  const body = optional(accessor.block());
  const other = context.modifier_list().find((one) => !/^(?:private|protected|public|global)$/i.test(word(one)));
  if (other !== undefined) {
    throw new SyntaxFault(at(other), `Unexpected token '${other.start.text}'.`);
  }
  return {
    at: at(accessor),
    access: modifiersOf(context.modifier_list()).access,
    body: body === null ? null : blockOf(body),
  };
}
