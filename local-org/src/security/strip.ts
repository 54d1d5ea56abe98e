/** Copies rows without what the running user may not read, create or update; parents and children are stripped too. */
import type { FieldInfo, ObjectInfo } from '../data/schema.ts';
import { ApexList } from '../runtime/collections.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { SObjectValue } from '../runtime/sobject.ts';

export class Stripper {
  /** Object name to names of fields taken out. */
  readonly removed = new Map<string, Set<string>>();
  readonly modified = new Set<number>();
  readonly #runtime: Runtime;
  readonly #accessType: string;

  constructor(runtime: Runtime, accessType: string) {
    this.#runtime = runtime;
    this.#accessType = accessType;
  }

  strip(row: SObjectValue, index: number, doesCheckObject: boolean): SObjectValue {
    if (doesCheckObject && !this.#mayUseObject(row.object)) {
      this.#runtime.fail('System.NoAccessException', `No access to entity: ${row.object.name}`);
    }
    return this.#copy(row, index);
  }

  #mayUseObject(object: ObjectInfo): boolean {
    const access = this.#runtime.org.security.objectAccess(this.#runtime.access.userId, object);
    switch (this.#accessType) {
      case 'READABLE':
        return access.read;
      case 'CREATABLE':
        return access.create;
      case 'UPDATABLE':
        return access.edit;
      default:
        return access.create && access.edit;
    }
  }

  #mayUseField(object: ObjectInfo, field: FieldInfo): boolean {
    const { security } = this.#runtime.org;
    const { userId } = this.#runtime.access;
    if (field.type === 'id') {
      return true;
    }
    switch (this.#accessType) {
      case 'READABLE':
        return security.canReadField(userId, object, field);
      case 'CREATABLE':
        return field.isCreateable && security.canEditField(userId, object, field);
      case 'UPDATABLE':
        return field.isUpdateable && security.canEditField(userId, object, field);
      default:
        return field.isCreateable && field.isUpdateable && security.canEditField(userId, object, field);
    }
  }

  #copy(row: SObjectValue, index: number): SObjectValue {
    const copy = new SObjectValue(row.object, row.isAggregate);
    for (const [name, content] of row.content) {
      const field = row.field(name);
      if (field !== null && !this.#mayUseField(row.object, field)) {
        this.#note(row.object, field, index);
        continue;
      }
      const spelling = row.spelling.get(name) ?? name;
      if (content instanceof SObjectValue) {
        const lookup = [...row.object.fields.values()].find((one) => one.relationshipName?.toLowerCase() === name);
        if (lookup !== undefined && !this.#mayUseField(row.object, lookup)) {
          this.#note(row.object, lookup, index);
        } else {
          copy.set(spelling, this.#copy(content, index));
        }
      } else if (content instanceof ApexList) {
        const rows = content.items.map((item) => (item instanceof SObjectValue ? this.#copy(item, index) : item));
        copy.set(spelling, new ApexList(content.elementType, rows));
      } else {
        copy.set(spelling, content);
      }
    }
    const queried = row.queriedFields;
    this.#noteEmpty(row, index);
    copy.queriedFields =
      queried === null
        ? null
        : new Set(
            [...queried].filter(
              (name) => copy.content.has(name) || !(row.content.has(name) || this.#isHidden(row, name)),
            ),
          );
    return copy;
  }

  #isHidden(row: SObjectValue, name: string): boolean {
    const field = row.field(name);
    return field !== null && !this.#mayUseField(row.object, field);
  }
  /** A queried field without a value is taken out like one with a value. */
  #noteEmpty(row: SObjectValue, index: number): void {
    for (const name of row.queriedFields ?? []) {
      const field = row.field(name);
      if (field !== null && !row.content.has(name) && this.#isHidden(row, name)) {
        this.#note(row.object, field, index);
      }
    }
  }

  #note(object: ObjectInfo, field: FieldInfo, index: number): void {
    const fields = this.removed.get(object.name) ?? new Set<string>();
    fields.add(field.name);
    this.removed.set(object.name, fields);
    this.modified.add(index);
  }
}
