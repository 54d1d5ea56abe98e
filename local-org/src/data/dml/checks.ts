/** The platform's own checks of a row's values: what is required, how long, how large, which of a list, which record. */
import { keyPrefixOf, normalizeId } from '../ids.ts';
import type { FieldInfo } from '../schema.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDouble, type Value } from '../../values/value.ts';
import { checkReferenceAccess } from './access.ts';
import { dmlError } from './errors.ts';
import { isChanged, optionsOf, type DmlCall, type RowWork } from './work.ts';

/** Local part, `@`, a domain with a dot: the shape the platform asks for. */
const EMAIL = /^[^\s@<>(),;:\\"[\]]+@[^\s@<>(),;:\\"[\]]+\.[^\s@.<>(),;:\\"[\]]+$/;
const TEXT_TYPES: ReadonlySet<string> = new Set([
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'combobox',
  'encryptedstring',
  'picklist',
]);

/** Before the triggers: references and restricted picklists alone (Apex Developer Guide, "Triggers and Order of Execution", step 2). */
export function checkBeforeTriggers(call: DmlCall, work: RowWork): void {
  for (const name of work.given) {
    const field = call.object.fields.get(name.toLowerCase());
    const value = work.values[name] ?? null;
    if (field !== undefined && value !== null && isChanged(work, name)) {
      checkReference(call, work, field, value);
      checkPicklist(work, field, value);
    }
  }
}

export function checkValues(call: DmlCall, work: RowWork): void {
  const missing = call.plan.required.filter((field) => (work.values[field.name] ?? null) === null);
  if (missing.length > 0) {
    const names = missing.map((field) => field.name);
    work.errors.push(dmlError('required', [names.join(', ')], names));
  }
  for (const name of Object.keys(work.values)) {
    const field = call.object.fields.get(name.toLowerCase());
    const value = work.values[name] ?? null;
    if (field === undefined || value === null || !isChanged(work, name)) {
      continue;
    }
    checkReference(call, work, field, value);
    checkPicklist(work, field, value);
    checkLength(call, work, field, value);
    checkRange(work, field, value);
    if (
      field.type === 'email' &&
      typeof value === 'string' &&
      !EMAIL.test(value) &&
      !work.errors.some((error) => error.fields.includes(name))
    ) {
      work.errors.push(dmlError('email', [field.label, value], [name]));
    }
  }
}

function checkLength(call: DmlCall, work: RowWork, field: FieldInfo, value: Value): void {
  if (typeof value !== 'string' || field.length === 0 || value.length <= field.length || !TEXT_TYPES.has(field.type)) {
    return;
  }
  if (optionsOf(call, work)['allowfieldtruncation'] === true) {
    work.values[field.name] = value.slice(0, field.length);
  } else {
    work.errors.push(dmlError('tooLong', [field.label, value, String(field.length)], [field.name]));
  }
}

function checkRange(work: RowWork, field: FieldInfo, value: Value): void {
  if (!(value instanceof ApexDecimal) || field.precision === 0) {
    return;
  }
  const wholeDigits = field.precision - field.scale;
  const digits = value.absolute().toBigInt().toString();
  if (digits.length > wholeDigits && digits !== '0') {
    work.errors.push(dmlError('outOfRange', [field.label, new ApexDouble(value.toNumber()).toString()], [field.name]));
  }
}

function checkPicklist(work: RowWork, field: FieldInfo, value: Value): void {
  if (
    !field.isRestrictedPicklist ||
    field.picklist.length === 0 ||
    typeof value !== 'string' ||
    work.errors.some((error) => error.fields.includes(field.name))
  ) {
    return;
  }
  const values = field.type === 'multipicklist' ? value.split(';') : [value];
  const bad = values.find(
    (one) => !field.picklist.some((entry) => entry.isActive && entry.value.toLowerCase() === one.trim().toLowerCase()),
  );
  if (bad !== undefined) {
    work.errors.push(dmlError('picklist', [field.label, bad], [field.name]));
  }
}

function checkReference(call: DmlCall, work: RowWork, field: FieldInfo, value: Value): void {
  if (
    field.type !== 'reference' ||
    typeof value !== 'string' ||
    work.errors.some((error) => error.fields.includes(field.name))
  ) {
    return;
  }
  const { runtime, store } = call;
  if (field.hasRequiredFilter === true) {
    runtime.unsupported(`The lookup filter of ${call.object.name}.${field.name}`);
  }
  const targets = field.referenceTo.map((name) => runtime.org.schema.find(name));
  // Relations between custom metadata hold names, not ids.
  if (targets.some((target) => target?.kind === 'customMetadata')) {
    return;
  }
  const id = normalizeId(value);
  const target = id === null ? undefined : targets.find((one) => one?.keyPrefix === keyPrefixOf(id));
  if (id === null || target === undefined || target === null) {
    work.errors.push(dmlError('referenceType', [field.label, value], [field.name]));
    return;
  }
  work.values[field.name] = id;
  const row = store.get(target.name, id, true);
  if (row !== null && row['IsDeleted'] !== true) {
    checkReferenceAccess(call, work, field.name, target.name, row);
  } else if (!isComputed(target.name)) {
    work.errors.push(dmlError(row === null ? 'noSuchRecord' : 'deleted'));
  }
}

/** Objects whose rows other parts of the org compute. */
const isComputed = (name: string): boolean =>
  ['RecordType', 'EntityDefinition', 'FieldDefinition', 'ExternalCredentialParameter'].includes(name);
