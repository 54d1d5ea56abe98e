/**
 * JavaScript names of Apex things, made from names alone: the same declaration has the same name in every link. Every
 * name carries a `$` or `_`, so none is a word of JavaScript's or a helper's.
 */
import type {
  ApexType,
  ConstructorSymbol,
  FieldSymbol,
  LocalVariable,
  MethodSymbol,
  PropertySymbol,
  UserType,
} from '../types.ts';

/** `outer$inner`, with the namespace in front. A trigger may have the name of a class. */
export function typeIdentifier(type: UserType): string {
  const isInTrigger = type.file.toLowerCase().endsWith('.trigger');
  const name = `${type.name.toLowerCase().replace(/\./g, '$')}${isInTrigger ? '$trigger' : ''}`;
  return type.namespace === '' ? name : `${type.namespace.toLowerCase()}$$${name}`;
}

export const classIdentifier = (type: UserType): string => `c_${typeIdentifier(type)}`;
/** The variable that holds the statics of a class, null until they are needed. */
export const staticsIdentifier = (type: UserType): string => `s_${typeIdentifier(type)}`;
/** The function that makes the statics. */
export const initializerIdentifier = (type: UserType): string => `i_${typeIdentifier(type)}`;
export const staticMethodIdentifier = (method: MethodSymbol): string =>
  `f_${typeIdentifier(method.owner)}$${method.key}`;
export const methodSlot = (method: { readonly key: string }): string => `m$${method.key}`;
export const constructorSlot = (symbol: ConstructorSymbol): string => `n$${typeIdentifier(symbol.owner)}$${symbol.key}`;
/** Runs the field initializers of one class. */
export const fieldsSlot = (type: UserType): string => `v$${typeIdentifier(type)}`;
/** Builds an object of an exception class that wrote no constructor without arguments. */
export const bareSlot = (type: UserType): string => `b$${typeIdentifier(type)}`;
export const localIdentifier = (variable: LocalVariable): string => `${variable.name.toLowerCase()}$${variable.number}`;

/** The property of the object or of the statics that stores a variable; one hidden by a subclass keeps its own. */
export function storageSlot(symbol: FieldSymbol | PropertySymbol): string {
  const name = symbol.name.toLowerCase();
  let hidden = 0;
  for (let parent: ApexType | null = symbol.owner.superType; parent?.kind === 'user'; parent = parent.superType) {
    hidden += parent.fields.has(name) || parent.properties.has(name) ? 1 : 0;
  }
  return hidden === 0 ? `_${name}` : `_${name}$${hidden}`;
}
export const getterSlot = (property: PropertySymbol): string => `g$${property.name.toLowerCase()}`;
export const setterSlot = (property: PropertySymbol): string => `p$${property.name.toLowerCase()}`;
export const staticGetter = (property: PropertySymbol): string =>
  `g_${typeIdentifier(property.owner)}$${property.name.toLowerCase()}`;
export const staticSetter = (property: PropertySymbol): string =>
  `p_${typeIdentifier(property.owner)}$${property.name.toLowerCase()}`;

/** Whether reading (writing) a property needs no code: the value is read from where it is stored. */
export function isPlain(property: PropertySymbol, side: 'getter' | 'setter'): boolean {
  const { modifiers, getter, setter } = property.declaration;
  const accessor = side === 'getter' ? getter : setter;
  return (
    !(modifiers.isVirtual || modifiers.isAbstract || modifiers.isOverride) &&
    (accessor === null || accessor.body === null)
  );
}
