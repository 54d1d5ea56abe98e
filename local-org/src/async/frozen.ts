/**
 * The objects of a job as plain data that outlives the process: user objects by class and stored member, rows by field,
 * collections by element, shared objects once. A class or member that is gone when the data is read again is told by
 * name; what can't be kept at all is refused when it is written.
 */
import { deserialize, serialize } from 'node:v8';
import { decodeValue, encodeValue, type Plain } from '../data/store/encode.ts';
import { ApexList, ApexMap, ApexSet } from '../runtime/collections.ts';
import { EnumValue } from '../runtime/enumValue.ts';
import { ApexException } from '../runtime/exception.ts';
import type { ApexValue, Runtime } from '../runtime/runtime.ts';
import { SObjectValue, type FieldContent } from '../runtime/sobject.ts';
import { TypeValue } from '../runtime/typeValue.ts';
import { classInfoOf } from '../runtime/userClass.ts';
import { fieldToken, objectToken, SObjectFieldToken, SObjectTypeToken } from '../system/Schema/tokens.ts';
import { ApexBlob, type Value } from '../values/value.ts';

/** A plain value, or the place of an object in the list. */
type Part = { readonly plain: Plain } | { readonly at: number };
type FrozenObject =
  | { readonly kind: 'list' | 'set'; readonly type: string; readonly items: Part[] }
  | { readonly kind: 'map'; readonly type: readonly [string, string]; readonly items: [Part, Part][] }
  | {
      readonly kind: 'row';
      readonly object: string;
      readonly isAggregate: boolean;
      content: [string, Part][];
      spelling: [string, string][];
      queried: string[] | null;
    }
  | {
      readonly kind: 'object';
      readonly namespace: string;
      readonly name: string;
      members: [slot: string, name: string, type: string, value: Part][];
    }
  | { readonly kind: 'exception'; readonly type: string; readonly message: string | null }
  | { readonly kind: 'enum'; readonly type: string; readonly name: string }
  | { readonly kind: 'type'; readonly name: string }
  | { readonly kind: 'objectToken'; readonly object: string }
  | { readonly kind: 'fieldToken'; readonly object: string; readonly field: string };

interface Frozen {
  readonly objects: readonly FrozenObject[];
  readonly values: readonly (readonly [string, Part])[];
}

/** Why a job's objects can't be kept, or can't be made again: a sentence for the job's row. */
export class FrozenFault extends Error {}

export type JobState = Readonly<Record<string, ApexValue>>;

export function freeze(runtime: Runtime, state: JobState): ApexBlob {
  const freezer = new Freezer(runtime);
  const values = Object.entries(state).map(([name, value]) => [name, freezer.part(value)] as const);
  return new ApexBlob(new Uint8Array(serialize({ objects: freezer.objects, values } satisfies Frozen)));
}

export function thaw(runtime: Runtime, bytes: ApexBlob): JobState {
  const frozen = deserialize(bytes.bytes) as Frozen;
  const thawer = new Thawer(runtime, frozen.objects);
  return Object.fromEntries(frozen.values.map(([name, part]) => [name, thawer.value(part)]));
}

class Freezer {
  readonly objects: FrozenObject[] = [];
  readonly #places = new Map<object, number>();
  readonly #runtime: Runtime;
  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  part(value: ApexValue): Part {
    if (typeof value !== 'object' || value === null) {
      return { plain: value };
    }
    const encoded = encodeValue(value as Value);
    if (Array.isArray(encoded)) {
      return { plain: encoded };
    }
    const known = this.#places.get(value);
    return { at: known ?? this.#add(value) };
  }

  #add(value: object): number {
    const at = this.objects.length;
    this.#places.set(value, at);
    const { frozen, fill } = this.#begin(value);
    this.objects.push(frozen);
    fill();
    return at;
  }
  /** The shell first, then what it holds: objects may hold each other. */
  #begin(value: object): { readonly frozen: FrozenObject; readonly fill: () => void } {
    const none = (): void => undefined;
    if (value instanceof ApexList || value instanceof ApexSet) {
      const items: Part[] = [];
      const from = value instanceof ApexList ? value.items : [...value.values()];
      return {
        frozen: { kind: value instanceof ApexList ? 'list' : 'set', type: value.elementType, items },
        fill: () => items.push(...from.map((item) => this.part(item))),
      };
    }
    if (value instanceof ApexMap) {
      const items: [Part, Part][] = [];
      return {
        frozen: { kind: 'map', type: [value.keyType, value.valueType], items },
        fill: () => {
          for (const entry of value.entries.values()) {
            items.push([this.part(entry.key), this.part(entry.value)]);
          }
        },
      };
    }
    if (value instanceof SObjectValue) {
      const content: [string, Part][] = [];
      return {
        frozen: {
          kind: 'row',
          object: value.object.name,
          isAggregate: value.isAggregate,
          content,
          spelling: [...value.spelling],
          queried: value.queriedFields === null ? null : [...value.queriedFields],
        },
        fill: () => {
          for (const [name, one] of value.content) {
            content.push([name, this.part(one)]);
          }
        },
      };
    }
    if (value instanceof ApexException) {
      return { frozen: { kind: 'exception', type: value.apexType, message: value.apexMessage }, fill: none };
    }
    if (value instanceof EnumValue) {
      return { frozen: { kind: 'enum', type: value.apexType, name: value.name }, fill: none };
    }
    if (value instanceof TypeValue) {
      return { frozen: { kind: 'type', name: value.name }, fill: none };
    }
    if (value instanceof SObjectTypeToken) {
      return { frozen: { kind: 'objectToken', object: value.object.name }, fill: none };
    }
    if (value instanceof SObjectFieldToken) {
      return { frozen: { kind: 'fieldToken', object: value.object.name, field: value.field.name }, fill: none };
    }
    return this.#beginUserObject(value);
  }
  #beginUserObject(value: object): { readonly frozen: FrozenObject; readonly fill: () => void } {
    const info = classInfoOf(value);
    if (info === null) {
      throw new FrozenFault(`${this.#runtime.typeName(value)} can't be kept over a restart`);
    }
    const members: [string, string, string, Part][] = [];
    return {
      frozen: { kind: 'object', namespace: info.type.namespace, name: info.name, members },
      fill: () => {
        for (const member of info.members) {
          const stored = (value as Record<string, ApexValue | undefined>)[member.slot];
          if (!member.isTransient && stored !== undefined) {
            members.push([member.slot, member.name, member.type.name, this.part(stored)]);
          }
        }
      },
    };
  }
}

class Thawer {
  readonly #runtime: Runtime;
  readonly #objects: readonly FrozenObject[];
  readonly #made = new Map<number, object>();
  constructor(runtime: Runtime, objects: readonly FrozenObject[]) {
    this.#runtime = runtime;
    this.#objects = objects;
  }

  value(part: Part): ApexValue {
    return 'plain' in part ? decodeValue(part.plain) : (this.#made.get(part.at) ?? this.#make(part.at));
  }

  #make(at: number): object {
    const frozen = this.#objects[at];
    if (frozen === undefined) {
      throw new FrozenFault('What was kept of the job is damaged');
    }
    const runtime = this.#runtime;
    const keep = <T extends object>(made: T): T => {
      this.#made.set(at, made);
      return made;
    };
    switch (frozen.kind) {
      case 'list': {
        const list = keep(runtime.newList(frozen.type));
        list.items.push(...frozen.items.map((item) => this.value(item)));
        return list;
      }
      case 'set': {
        const set = keep(runtime.newSet(frozen.type));
        frozen.items.forEach((item) => set.add(this.value(item)));
        return set;
      }
      case 'map': {
        const map = keep(runtime.newMap(...frozen.type));
        frozen.items.forEach(([key, value]) => map.put(this.value(key), this.value(value)));
        return map;
      }
      case 'row':
        return this.#row(frozen, keep);
      case 'object':
        return this.#userObject(frozen, keep);
      case 'exception':
        return keep(new ApexException(frozen.type, frozen.message));
      case 'enum': {
        const value = runtime.enumValue(frozen.type, frozen.name);
        return value === null ? gone(`${frozen.type}.${frozen.name}`) : keep(value);
      }
      case 'type': {
        const type = runtime.org.program.findType(frozen.name, null);
        return type === null ? gone(frozen.name) : keep(new TypeValue(type));
      }
      case 'objectToken':
        return keep(objectToken(runtime, this.#object(frozen.object)));
      case 'fieldToken': {
        const object = this.#object(frozen.object);
        const field = object.fields.get(frozen.field.toLowerCase());
        return field === undefined
          ? gone(`${frozen.object}.${frozen.field}`)
          : keep(fieldToken(runtime, object, field));
      }
    }
  }
  #object(name: string): SObjectValue['object'] {
    return this.#runtime.org.schema.find(name) ?? gone(name);
  }
  #row(frozen: FrozenObject & { kind: 'row' }, keep: <T extends object>(made: T) => T): SObjectValue {
    const row = keep(new SObjectValue(this.#object(frozen.object), frozen.isAggregate));
    for (const [name, part] of frozen.content) {
      row.content.set(name, this.value(part) as FieldContent);
    }
    for (const [name, spelling] of frozen.spelling) {
      row.spelling.set(name, spelling);
    }
    row.queriedFields = frozen.queried === null ? null : new Set(frozen.queried);
    return row;
  }
  #userObject(frozen: FrozenObject & { kind: 'object' }, keep: <T extends object>(made: T) => T): object {
    const { program } = this.#runtime.org;
    const type = program.findType(frozen.name, frozen.namespace);
    if (type === null || type.kind !== 'user' || type.form !== 'class') {
      return gone(frozen.name);
    }
    const made = keep(program.allocate(this.#runtime, type));
    const members = new Map(program.membersOf(made)?.map((member) => [member.slot, member]));
    const slots = made as Record<string, unknown>;
    for (const [slot, name, typeName, part] of frozen.members) {
      const member = members.get(slot);
      if (member?.type.name !== typeName) {
        throw new FrozenFault(`${frozen.name} has changed since the job was queued: ${name} is not what it was`);
      }
      slots[slot] = this.value(part);
    }
    return made;
  }
}

function gone(name: string): never {
  throw new FrozenFault(`${name} is gone since the job was queued`);
}
