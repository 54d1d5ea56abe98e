/**
 * Access to a row: the widest of what ownership, the default of the object, roles, shares, rules and masters give.
 * Levels grow from none over read and edit to all.
 */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../data/schema.ts';
import type { Value } from '../values/value.ts';
import type { VersionedStore } from './grantTable.ts';
import type { People } from './people.ts';
import { matches, type SharingRule } from './sharingRules.ts';

export type RecordLevel = 'none' | 'read' | 'edit' | 'all';
type RowValues = Readonly<Record<string, Value>>;
const ORDER: readonly RecordLevel[] = ['none', 'read', 'edit', 'all'];
export const wider = (left: RecordLevel, right: RecordLevel): RecordLevel =>
  ORDER.indexOf(left) >= ORDER.indexOf(right) ? left : right;
export const narrower = (left: RecordLevel, right: RecordLevel): RecordLevel =>
  ORDER.indexOf(left) <= ORDER.indexOf(right) ? left : right;
const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

export class Sharing {
  readonly #store: VersionedStore;
  readonly #schema: OrgSchema;
  readonly #people: People;
  readonly #rules: readonly SharingRule[];
  constructor(store: VersionedStore, schema: OrgSchema, people: People, rules: readonly SharingRule[]) {
    this.#store = store;
    this.#schema = schema;
    this.#people = people;
    this.#rules = rules;
  }

  /** `of` answers for masters: their own "all" permissions count. */
  level(
    userId: string,
    object: ObjectInfo,
    row: RowValues,
    of: (object: ObjectInfo, row: RowValues) => RecordLevel,
  ): RecordLevel {
    const masters = [...object.fields.values()].filter((field) => field.isMasterDetail);
    if (masters.length > 0) {
      return masters.map((field) => this.#throughMaster(field, row, of)).reduce(narrower);
    }
    if (object.sharingModel === 'fullAccess' || (!object.hasOwner && object.sharingModel !== 'controlledByParent')) {
      return object.sharingModel === 'read' ? 'read' : object.sharingModel === 'private' ? 'none' : 'all';
    }
    const ownerId = text(row['OwnerId']);
    if (ownerId === userId) {
      return 'all';
    }
    let level = this.#byDefault(userId, object, row, of);
    if (ownerId !== '' && this.#isOwnedBelow(userId, ownerId)) {
      level = 'all';
    }
    return level === 'all'
      ? level
      : wider(wider(level, this.#byShares(userId, object, text(row['Id']))), this.#byRules(userId, object, row));
  }

  #throughMaster(
    field: FieldInfo,
    row: RowValues,
    of: (object: ObjectInfo, row: RowValues) => RecordLevel,
  ): RecordLevel {
    const master = this.#schema.find(field.referenceTo[0] ?? '');
    const masterRow = master === null ? null : this.#store.get(master.name, text(row[field.name]), true);
    if (master === null || masterRow === null) {
      return 'none';
    }
    const level = of(master, masterRow);
    return level === 'edit' ? 'all' : level;
  }

  #byDefault(
    userId: string,
    object: ObjectInfo,
    row: RowValues,
    of: (object: ObjectInfo, row: RowValues) => RecordLevel,
  ): RecordLevel {
    // Guests never profit from defaults: for them every object is private.
    if (this.#store.get('User', userId)?.['UserType'] === 'Guest') {
      return 'none';
    }
    switch (object.sharingModel) {
      case 'readWrite':
        return 'edit';
      case 'read':
        return 'read';
      case 'controlledByParent':
        return this.#throughParents(object, row, of);
      default:
        return 'none';
    }
  }
  /** Standard children such as contacts: the account decides; without one only the owner. */
  #throughParents(
    object: ObjectInfo,
    row: RowValues,
    of: (object: ObjectInfo, row: RowValues) => RecordLevel,
  ): RecordLevel {
    for (const name of ['AccountId', 'ParentId', 'WhatId', 'OpportunityId', 'CaseId']) {
      const id = text(row[name]);
      const parent = id === '' ? null : this.#schema.byKeyPrefix(id.slice(0, 3));
      const parentRow = parent === null ? null : this.#store.get(parent.name, id, true);
      if (parent !== null && parentRow !== null && object.fields.has(name.toLowerCase())) {
        return of(parent, parentRow);
      }
    }
    return object.hasOwner ? 'none' : 'all';
  }

  #isOwnedBelow(userId: string, ownerId: string): boolean {
    if (this.#store.get('User', ownerId) !== null) {
      return this.#people.isAbove(userId, this.#people.roleOf(ownerId));
    }
    return this.#people.isIncluded(userId, ownerId);
  }

  #byShares(userId: string, object: ObjectInfo, id: string): RecordLevel {
    const isCustom = object.kind === 'custom';
    const share = this.#schema.find(isCustom ? object.name.replace(/__c$/i, '__Share') : `${object.name}Share`);
    if (share === null || id === '') {
      return 'none';
    }
    let level: RecordLevel = 'none';
    for (const row of this.#store.findBy(share.name, isCustom ? 'ParentId' : `${object.name}Id`, id)) {
      const granted = text(row[isCustom ? 'AccessLevel' : `${object.name}AccessLevel`]).toLowerCase();
      if (
        (granted === 'read' || granted === 'edit' || granted === 'all') &&
        this.#people.isIncluded(userId, text(row['UserOrGroupId']))
      ) {
        level = wider(level, granted);
      }
    }
    return level;
  }

  #byRules(userId: string, object: ObjectInfo, row: RowValues): RecordLevel {
    let level: RecordLevel = 'none';
    for (const rule of this.#rules) {
      if (
        rule.object.toLowerCase() !== object.name.toLowerCase() ||
        !rule.sharedTo.some((one) => this.#people.isInAudience(userId, one, true))
      ) {
        continue;
      }
      const holds =
        rule.sharedFrom === null
          ? rule.criteria.every(
              (criterion) =>
                matches(
                  criterion,
                  row[object.fields.get(criterion.field.toLowerCase())?.name ?? criterion.field] ?? null,
                ) === true,
            )
          : rule.sharedFrom.some((one) => this.#people.isInAudience(text(row['OwnerId']), one, false));
      if (holds) {
        level = wider(level, rule.level);
      }
    }
    return level;
  }
}
