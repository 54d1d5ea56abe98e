/** Loads the stored row, lays the caller's values over it, and gives a new row its defaults. */
import { keyPrefixOf, normalizeId } from '../ids.ts';
import type { FieldInfo, ObjectInfo } from '../schema.ts';
import type { Store } from '../store.ts';
import { SObjectValue } from '../../runtime/sobject.ts';
import type { Value } from '../../values/value.ts';
import { coerce } from './coerce.ts';
import { dmlError } from './errors.ts';
import { findByKey } from './upsertKeys.ts';
import { isStored, sameValue, type DmlCall, type RowWork } from './work.ts';

/** The stored row of an update, delete or undelete; an error where there is none. */
export function load(call: DmlCall, work: RowWork, isUndelete = false): void {
  const { object, store } = call;
  const id = work.id === null ? null : normalizeId(work.id);
  if (id === null) {
    work.errors.push(dmlError('malformedId', [work.id ?? ''], ['Id']));
    return;
  }
  const row =
    object.keyPrefix !== null && keyPrefixOf(id) !== object.keyPrefix ? null : store.get(object.name, id, true);
  work.id = id;
  work.before = row;
  if (row === null) {
    work.errors.push(dmlError('noSuchRecord'));
  } else if (isUndelete ? row['IsDeleted'] !== true : row['IsDeleted'] === true) {
    work.errors.push(dmlError(isUndelete ? 'notInRecycleBin' : 'deleted'));
  }
}

/** The caller's fields, as stored values. */
export function applyInput(call: DmlCall, work: RowWork): void {
  const { object } = call;
  work.values = { ...work.before };
  const refused: string[] = [];
  for (const [key, content] of work.input.content) {
    const field = object.fields.get(key);
    if (field === undefined || content instanceof SObjectValue) {
      resolveParent(call, work, key, content);
      continue;
    }
    if (field.type === 'id' || !isStored(field) || isCollection(content)) {
      continue;
    }
    const value = coerce(field, content as Value);
    if (isWritable(call, work, field)) {
      work.given.add(field.name);
      work.values[field.name] = value;
    } else if (isRefused(work, field, value)) {
      refused.push(field.name);
    }
  }
  if (refused.length > 0) {
    work.errors.push(dmlError('readOnly', [refused.join(', ')], refused));
  }
}

const isCollection = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'items' in content;

function isWritable(call: DmlCall, work: RowWork, field: FieldInfo): boolean {
  return (work.isInsert ? field.isCreateable : field.isUpdateable) || call.isRollUp;
}

/** Values of read-only fields that came with a query or a copy are passed over; a changed one is refused. */
function isRefused(work: RowWork, field: FieldInfo, value: Value): boolean {
  if (work.isInsert) {
    return value !== null && work.input.queriedFields === null && !work.input.isClone;
  }
  return field.isCreateable && !sameValue(work.before?.[field.name] ?? null, value);
}

/** `new Contact(Account = new Account(Key__c = 'x'))`: the parent is named by a key. */
function resolveParent(call: DmlCall, work: RowWork, key: string, content: unknown): void {
  if (!(content instanceof SObjectValue) || content.queriedFields !== null) {
    return;
  }
  const field = [...call.object.fields.values()].find((one) => one.relationshipName?.toLowerCase() === key);
  const keyField = [...content.content.keys()]
    .map((name) => content.object.fields.get(name))
    .find((one) => one !== undefined && (one.isExternalId || one.isUnique || isNameKey(content.object, one)));
  if (field === undefined || keyField === undefined || work.input.has(field.name)) {
    return;
  }
  const value = coerce(keyField, content.peek(keyField.name) as Value);
  const found = value === null ? [] : findParents(call.store, content.object, keyField, value);
  if (found.length !== 1) {
    work.errors.push(dmlError('parentKeyUnknown', [String(value), keyField.name, content.object.name]));
  }
  work.given.add(field.name);
  work.values[field.name] = found[0]?.Id ?? null;
}

/** Objects whose name stands for the record though no index keeps it: `new User(Profile = new Profile(Name = 'x'))`. */
const NAMED_OBJECTS = new Set(['Profile', 'UserRole']);
const isNameKey = (object: ObjectInfo, field: FieldInfo): boolean =>
  field.isNameField && NAMED_OBJECTS.has(object.name);

function findParents(
  store: Store,
  object: ObjectInfo,
  field: FieldInfo,
  value: Value,
): readonly { readonly Id: string }[] {
  if (!isNameKey(object, field)) {
    return findByKey(store, object, field, value);
  }
  const wanted = String(value).toLowerCase();
  return [...store.rows(object.name)].filter((row) => String(row[field.name] as string).toLowerCase() === wanted);
}

/** Defaults go where the caller said nothing; a field set to null stays null. */
export function applyDefaults(call: DmlCall, work: RowWork): void {
  const { runtime, object, plan, access } = call;
  const recordType = work.values['RecordTypeId'];
  for (const field of plan.defaulted) {
    if (!work.given.has(field.name)) {
      work.values[field.name] = runtime.org.declarative.defaultValue(
        runtime,
        object,
        field,
        typeof recordType === 'string' ? recordType : null,
      );
    }
  }
  for (const field of plan.checkboxes) {
    work.values[field.name] ??= false;
  }
  if (object.hasOwner || object.fields.has('ownerid')) {
    work.values['OwnerId'] ??= access.userId;
  }
  if (object.kind === 'hierarchySetting' || object.kind === 'listSetting') {
    work.values['SetupOwnerId'] ??= runtime.org.id;
  }
  if (object.fields.has('currencyisocode')) {
    work.values['CurrencyIsoCode'] ??= runtime.userSettings.currency;
  }
}
