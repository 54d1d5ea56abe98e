/**
 * A queued job is a copy: what its maker changes afterwards does not reach it, and what it changes does not reach its
 * maker. Transient members start as null. What a property stores is copied without its accessors being run. Objects of the platform are shared, for they carry no state of the job.
 */
import { ApexList, ApexMap, ApexSet, DescribeMap } from '../runtime/collections.ts';
import type { ApexValue, Runtime } from '../runtime/runtime.ts';
import { SObjectValue } from '../runtime/sobject.ts';
import { classInfoOf } from '../runtime/userClass.ts';

export function copyGraph<T extends ApexValue>(runtime: Runtime, value: T): T {
  return new Copier(runtime).copy(value) as T;
}

class Copier {
  readonly #runtime: Runtime;
  readonly #copies = new Map<object, object>();
  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  copy(value: ApexValue): ApexValue {
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    return this.#copies.get(value) ?? this.#copyObject(value);
  }

  #copyObject(value: object): object {
    const runtime = this.#runtime;
    if (value instanceof ApexList) {
      const list = this.#remember(value, runtime.newList(value.elementType));
      list.items.push(...value.items.map((item) => this.copy(item)));
      return list;
    }
    if (value instanceof ApexSet) {
      const set = this.#remember(value, runtime.newSet(value.elementType));
      for (const item of value.values()) {
        set.add(this.copy(item));
      }
      return set;
    }
    if (value instanceof ApexMap) {
      const map = this.#remember(
        value,
        value instanceof DescribeMap
          ? new DescribeMap(value.valueType)
          : runtime.newMap(value.keyType, value.valueType),
      );
      for (const { key, value: one } of value.entries.values()) {
        map.put(this.copy(key), this.copy(one));
      }
      return map;
    }
    return value instanceof SObjectValue ? this.#copyRow(value) : this.#copyUserObject(value);
  }

  #copyRow(row: SObjectValue): SObjectValue {
    const copy = this.#remember(row, new SObjectValue(row.object, row.isAggregate));
    for (const [name, content] of row.content) {
      copy.content.set(name, this.copy(content) as typeof content);
    }
    for (const [name, spelling] of row.spelling) {
      copy.spelling.set(name, spelling);
    }
    copy.queriedFields = row.queriedFields;
    return copy;
  }

  #copyUserObject(value: object): object {
    const { program } = this.#runtime.org;
    const info = classInfoOf(value);
    if (info === null || info.type.form === 'enum' || value instanceof Error) {
      return value;
    }
    const copy = this.#remember(value, program.allocate(this.#runtime, info.type));
    const slots = copy as Record<string, unknown>;
    for (const member of program.membersOf(value) ?? []) {
      const stored = (value as Record<string, unknown>)[member.slot];
      if (!member.isTransient && stored !== undefined) {
        slots[member.slot] = this.copy(stored);
      }
    }
    return copy;
  }

  #remember<T extends object>(original: object, copy: T): T {
    this.#copies.set(original, copy);
    return copy;
  }
}
