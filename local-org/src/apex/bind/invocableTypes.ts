/** What a method for flows may take and give: asked of the platform's compiler, API 67. */
import type { ApexType, UserType } from '../types.ts';
import { accessOf, hasAnnotation } from './access.ts';
import { OBJECT } from './typePool.ts';

/** Lists of primitives, rows, lists of those, and of classes with an @InvocableVariable. */
export function isInvocable(type: ApexType): boolean {
  if (type.kind !== 'list') {
    return type.kind === 'unknown';
  }
  const element = type.element.kind === 'list' ? type.element.element : type.element;
  switch (element.kind) {
    case 'primitive':
      return element !== OBJECT;
    case 'map':
    case 'set':
      return false;
    case 'user':
      return element.form !== 'class' || hasInvocableVariable(element);
    default:
      return true;
  }
}

function hasInvocableVariable(type: UserType): boolean {
  if (!/^(?:public|global)$/.test(accessOf(type.declaration.modifiers, type.outer))) {
    return false;
  }
  for (let current: ApexType | null = type; current?.kind === 'user'; current = current.superType) {
    if ([...current.fields.values()].some((one) => hasAnnotation(one.declaration.modifiers, 'invocablevariable'))) {
      return true;
    }
  }
  return false;
}
