/** Who may see what: private, protected, public and global, across outer and inner classes, tests and namespaces. */
import type { Modifiers } from '../ast.ts';
import type { ApexType, UserType } from '../types.ts';

export type Access = 'private' | 'protected' | 'public' | 'global';

interface Viewer {
  readonly namespace: string;
  readonly type: UserType | null;
}

export const hasAnnotation = (modifiers: Modifiers, name: string): boolean =>
  modifiers.annotations.some((one) => one.name.toLowerCase() === name);

/** The access of a member as written, private where none is; members of interfaces are as open as the interface. */
export function accessOf(modifiers: Modifiers, owner: UserType | null): Access {
  if (owner?.form === 'interface') {
    return accessOf(owner.declaration.modifiers, owner.outer) === 'global' ? 'global' : 'public';
  }
  return modifiers.isWebService ? 'global' : (modifiers.access ?? 'private');
}

export function topLevelOf(type: UserType): UserType {
  let top = type;
  while (top.outer !== null) {
    top = top.outer;
  }
  return top;
}

/** Whether the code belongs to a test class: it sees what is @TestVisible. */
export function isInTest(type: UserType | null): boolean {
  return type !== null && hasAnnotation(topLevelOf(type).declaration.modifiers, 'istest');
}

function isSubclass(type: UserType | null, of: UserType): boolean {
  for (let outer = type; outer !== null; outer = outer.outer) {
    for (let current: ApexType | null = outer; current?.kind === 'user'; current = current.superType) {
      if (current === of) {
        return true;
      }
    }
  }
  return false;
}

/** Whether a member of `owner` with that access may be used by `viewer`. */
export function isVisible(access: Access, modifiers: Modifiers, owner: UserType, viewer: Viewer): boolean {
  if (viewer.type !== null && topLevelOf(viewer.type) === topLevelOf(owner)) {
    return true;
  }
  if (viewer.namespace.toLowerCase() !== owner.namespace.toLowerCase()) {
    // @NamespaceAccessible opens packages of one namespace to each other, never to other namespaces.
    return access === 'global';
  }
  if (access === 'public' || access === 'global') {
    return true;
  }
  if (hasAnnotation(modifiers, 'testvisible') && isInTest(viewer.type)) {
    return true;
  }
  return access === 'protected' && isSubclass(viewer.type, owner);
}

export function isVisibleType(type: UserType, viewer: Viewer): boolean {
  if (type.outer !== null) {
    return isVisible(accessOf(type.declaration.modifiers, type.outer), type.declaration.modifiers, type.outer, viewer);
  }
  const access = type.declaration.modifiers.access;
  return viewer.namespace.toLowerCase() === type.namespace.toLowerCase() || access === 'global';
}
