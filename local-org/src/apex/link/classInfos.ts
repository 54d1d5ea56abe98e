/** Makes the run-time description of every type of the source. */
import type { PlatformCatalog } from '../../system/catalog.ts';
import { EnumValue } from '../../runtime/enumValue.ts';
import { foldTypeName } from '../../runtime/typeNames.ts';
import { ClassInfo, type MemberSlot, type MethodSlot } from '../../runtime/userClass.ts';
import type { ApexType, UserType } from '../types.ts';
import { getterSlot, isPlain, methodSlot, setterSlot, storageSlot } from '../emit/identifiers.ts';
import { standsForInterface } from '../emit/standIns.ts';

export class ClassInfos {
  readonly #catalog: PlatformCatalog;
  readonly #infos = new Map<UserType, ClassInfo>();

  constructor(catalog: PlatformCatalog) {
    this.#catalog = catalog;
  }

  of(type: UserType): ClassInfo {
    let info = this.#infos.get(type);
    if (info === undefined) {
      info = this.#make(type);
      this.#infos.set(type, info);
    }
    return info;
  }

  #make(type: UserType): ClassInfo {
    const parent = type.superType?.kind === 'user' ? this.of(type.superType) : null;
    const methods = new Map<string, readonly MethodSlot[]>();
    const staticMethods = new Map<string, readonly MethodSlot[]>();
    this.#collect(type, methods, staticMethods, new Set());
    return new ClassInfo({
      type, parent, methods, staticMethods,
      ancestors: new Set(this.#ancestors(type)),
      members: [...(parent?.members ?? []), ...ownMembers(type)],
      enumValues: type.enumValues.map((name, ordinal) => new EnumValue(type.name, name, ordinal)),
    }); // prettier-ignore
  }

  /** Own methods first; an inherited one of the same key is overridden. */
  #collect(
    type: UserType,
    methods: Map<string, readonly MethodSlot[]>,
    statics: Map<string, readonly MethodSlot[]>,
    keys: Set<string>,
  ): void {
    for (const method of [...type.methods.values()].flat()) {
      if (keys.has(method.key)) {
        continue;
      }
      keys.add(method.key);
      if (method.isStatic) {
        addSlot(statics, { symbol: method, slot: method.key });
      }
      if (!method.isStatic || standsForInterface(method)) {
        addSlot(methods, { symbol: method, slot: methodSlot(method) });
      }
    }
    for (const parent of type.superType === null ? type.interfaces : [type.superType, ...type.interfaces]) {
      if (
        parent.kind === 'user' &&
        (parent.form === 'interface') === (type.form === 'interface' || parent !== type.superType)
      ) {
        this.#collect(parent, methods, statics, keys);
      }
    }
  }

  *#ancestors(type: ApexType): Iterable<string> {
    yield foldTypeName(type.name);
    if (type.kind === 'user') {
      yield foldTypeName(`${type.namespace === '' ? '' : `${type.namespace}.`}${type.name}`);
      for (const parent of type.superType === null ? type.interfaces : [type.superType, ...type.interfaces]) {
        yield* this.#ancestors(parent);
      }
    } else if (type.kind === 'platform') {
      yield* this.#platformAncestors(type.class.name);
    }
  }
  *#platformAncestors(name: string): Iterable<string> {
    const bare = name.replace(/<.*$/, '');
    yield foldTypeName(bare);
    const found = this.#catalog.find(bare);
    for (const parent of found === null
      ? []
      : found.extends === null
        ? found.implements
        : [found.extends, ...found.implements]) {
      yield* this.#platformAncestors(parent);
    }
  }
}

function ownMembers(type: UserType): readonly MemberSlot[] {
  const declared = type.declaration.kind === 'Class' ? type.declaration.members : [];
  return declared.flatMap((member): readonly MemberSlot[] => {
    if ((member.kind !== 'Field' && member.kind !== 'Property') || member.modifiers.isStatic) {
      return [];
    }
    const common = { name: member.name, isTransient: member.modifiers.isTransient };
    if (member.kind === 'Field') {
      const field = type.fields.get(member.name.toLowerCase());
      return field === undefined
        ? []
        : [{ ...common, type: field.type, slot: storageSlot(field), getter: null, setter: null }];
    }
    const property = type.properties.get(member.name.toLowerCase());
    if (property === undefined) {
      return [];
    }
    return [{
      ...common, type: property.type, slot: storageSlot(property),
      getter: isPlain(property, 'getter') ? null : getterSlot(property),
      setter: isPlain(property, 'setter') ? null : setterSlot(property),
    }]; // prettier-ignore
  });
}

function addSlot(slots: Map<string, readonly MethodSlot[]>, slot: MethodSlot): void {
  const name = slot.symbol.name.toLowerCase();
  slots.set(name, [...(slots.get(name) ?? []), slot]);
}
