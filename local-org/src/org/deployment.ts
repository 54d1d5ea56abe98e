/**
 * Rows that come with the source, each time an org starts: what is new is inserted, what changed is changed, and what an
 * earlier source brought and this one lacks goes away with the rows that hang on it. Rows keep their ids, so assignments
 * and grants that people made stay. What people or the org itself made is never removed.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ObjectInfo } from '../data/schema.ts';
import type { Row } from '../data/store.ts';
import { encodeValue } from '../data/store/encode.ts';
import type { Value } from '../values/value.ts';
import { Seeder } from './seeder.ts';

/** Which rows an earlier start brought. */
const DEPLOYED = '$Deployed';

/** What makes a row of the source the same one as before. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  ApexClass: ['Name', 'NamespacePrefix'],
  ApexTrigger: ['Name', 'NamespacePrefix'],
  CaseStatus: ['ApiName'],
  CustomNotificationType: ['DeveloperName', 'NamespacePrefix'],
  CustomPermission: ['DeveloperName', 'NamespacePrefix'],
  FieldPermissions: ['ParentId', 'Field'],
  Group: ['DeveloperName', 'Type'],
  GroupMember: ['GroupId', 'UserOrGroupId'],
  LeadStatus: ['ApiName'],
  ObjectPermissions: ['ParentId', 'SobjectType'],
  OpportunityStage: ['ApiName'],
  PermissionSet: ['Name', 'NamespacePrefix'],
  PermissionSetGroup: ['DeveloperName', 'NamespacePrefix'],
  PermissionSetGroupComponent: ['PermissionSetGroupId', 'PermissionSetId'],
  Profile: ['Name'],
  QueueSobject: ['QueueId', 'SobjectType'],
  RecordType: ['SobjectType', 'DeveloperName'],
  SetupEntityAccess: ['ParentId', 'SetupEntityId'],
  StaticResource: ['Name', 'NamespacePrefix'],
  TaskPriority: ['ApiName'],
  TaskStatus: ['ApiName'],
  UserRole: ['DeveloperName'],
};
const METADATA_KEY = ['DeveloperName', 'NamespacePrefix'];

export class Deployment extends Seeder {
  readonly #rows = new Map<string, Map<string, string>>();
  readonly #seen = new Set<string>();

  override insert(objectName: string, values: Readonly<Record<string, Value>>, id?: string): string {
    const known = this.idOf(objectName, values);
    if (known !== null) {
      this.#seen.add(known);
      this.#change(objectName, known, values);
      return known;
    }
    const made = id === undefined ? super.insert(objectName, values) : super.insert(objectName, values, id);
    this.#bring(objectName, made, values);
    return made;
  }

  /** The row that the source's row is, if there is one. */
  idOf(objectName: string, values: Readonly<Record<string, Value>>): string | null {
    return this.#index(objectName).get(this.#keyOf(objectName, values)) ?? null;
  }

  /**
   * A record of a custom metadata type, made whole by its caller. Where the type comes with a package, values that the
   * subscriber controls stay as they are in the org.
   */
  place(object: ObjectInfo, row: Row): string {
    const id = this.idOf(object.name, row);
    if (id === null) {
      this.store.insert(object.name, row);
      this.#bring(object.name, row.Id, row);
      return row.Id;
    }
    this.#seen.add(id);
    const kept = [...object.fields.values()].filter((field) => field.isSubscriberControlled && object.namespace !== '');
    const before = this.store.get(object.name, id) as Row;
    this.#write(object.name, before, {
      ...row,
      ...Object.fromEntries(kept.map((field) => [field.name, before[field.name] ?? null])),
      Id: id,
    });
    return id;
  }

  /** Removes what is no longer in the source. Called once, after everything else. */
  finish(): void {
    for (const mark of [...this.store.rows(DEPLOYED)]) {
      if (!this.#seen.has(mark.Id)) {
        const object = String(mark['Object']);
        if (this.store.has(object) && this.store.get(object, mark.Id, true) !== null) {
          this.#remove(object, mark.Id);
        }
        this.store.purge(DEPLOYED, mark.Id);
      }
    }
  }

  #bring(object: string, id: string, values: Readonly<Record<string, Value>>): void {
    this.#index(object).set(this.#keyOf(object, values), id);
    this.#seen.add(id);
    this.store.insert(DEPLOYED, { Id: id, Object: object });
  }
  #change(objectName: string, id: string, values: Readonly<Record<string, Value>>): void {
    const before = this.store.get(objectName, id) as Row;
    const fields = this.schema.find(objectName)?.fields;
    const given = Object.entries(values).filter(([name]) => fields?.has(name.toLowerCase()) === true);
    // A permission that is no longer granted is not in the values at all.
    const lost = Object.keys(before).filter((name) => /^Permissions/.test(name) && values[name] === undefined);
    this.#write(objectName, before, {
      ...before,
      ...Object.fromEntries(lost.map((name) => [name, false])),
      ...Object.fromEntries(given),
      Id: id,
    });
  }
  #write(object: string, before: Row, after: Row): void {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    const isSame = (name: string): boolean =>
      isDeepStrictEqual(encodeValue(before[name] ?? null), encodeValue(after[name] ?? null));
    if (![...names].every(isSame)) {
      this.store.update(object, { ...after, ...this.changeStamp(object) });
    }
  }
  /** With the rows that can't be without it. */
  #remove(object: string, id: string): void {
    for (const child of this.schema.objects.values()) {
      for (const field of child.fields.values()) {
        if (field.onDelete === 'cascade' && field.referenceTo.includes(object)) {
          this.store.findBy(child.name, field.name, id, true).forEach((row) => {
            this.#remove(child.name, row.Id);
          });
        }
      }
    }
    if (this.store.get(object, id, true) !== null) {
      this.store.purge(object, id);
    }
  }

  #keyOf(object: string, values: Readonly<Record<string, Value>>): string {
    const fields = KEYS[object] ?? METADATA_KEY;
    return JSON.stringify(fields.map((field) => String(values[field] ?? '').toLowerCase()));
  }
  #index(object: string): Map<string, string> {
    let index = this.#rows.get(object);
    if (index === undefined) {
      index = new Map([...this.store.rows(object)].map((row) => [this.#keyOf(object, row), row.Id]));
      this.#rows.set(object, index);
    }
    return index;
  }
}
