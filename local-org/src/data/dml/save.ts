/** Writes a row: id, numbers, name, who and when, and what must be unique. */
import type { FieldInfo } from '../schema.ts';
import type { Row } from '../store.ts';
import { ApexDate, type ApexDatetime } from '../../values/temporal.ts';
import { coerce } from './coerce.ts';
import { dmlError } from './errors.ts';
import { isChanged, rowOf, type DmlCall, type RowWork } from './work.ts';

/** Puts the row into the store unless another holds one of its unique values. */
export function save(call: DmlCall, work: RowWork): void {
  const { object, store } = call;
  if (work.isInsert) {
    work.id = store.nextId(object.name);
    stampCreation(call, work, work.id);
  } else {
    stampChange(call, work);
  }
  for (const field of call.plan.unique) {
    checkUnique(call, work, field);
  }
  if (object.kind === 'hierarchySetting') {
    checkSettingOwner(call, work);
  }
  if (work.errors.length > 0) {
    return;
  }
  const row = rowOf(work.id ?? '', work.values);
  if (work.isInsert) {
    store.insert(object.name, row);
  } else {
    store.update(object.name, row);
  }
  work.values = row;
}

function stampCreation(call: DmlCall, work: RowWork, id: string): void {
  const { object, plan, runtime, access } = call;
  const { values } = work;
  const now = runtime.now();
  for (const field of plan.autoNumbers) {
    values[field.name] = formatAutoNumber(
      field,
      call.store.nextNumber(object.name, field.name) + (field.autoNumberStart ?? 1) - 1,
      now,
    );
  }
  if (object.kind === 'custom' || object.kind === 'hierarchySetting') {
    // A custom object's record without a name is called by its id.
    values['Name'] ??= object.fields.has('name') ? id.slice(0, 15) : null;
  }
  stamp(call, work, {
    IsDeleted: false,
    CreatedDate: now,
    CreatedById: access.userId,
    LastModifiedDate: now,
    LastModifiedById: access.userId,
    SystemModstamp: now,
  });
}

function stampChange(call: DmlCall, work: RowWork): void {
  const now = call.runtime.now();
  stamp(call, work, { LastModifiedDate: now, LastModifiedById: call.access.userId, SystemModstamp: now });
}

function stamp(call: DmlCall, work: RowWork, fields: Readonly<Record<string, boolean | string | ApexDatetime>>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (call.object.fields.has(name.toLowerCase())) {
      work.values[name] = value;
    }
  }
}

/** `TE-{0000}` gives `TE-0007`; `{YYYY}`, `{YY}`, `{MM}` and `{DD}` the day. */
export function formatAutoNumber(field: FieldInfo, number: number, now: ApexDatetime): string {
  const day = new ApexDate(Math.floor(now.instant / 86_400_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const parts: Readonly<Record<string, string>> = {
    YYYY: String(day.year),
    YY: two(day.year % 100),
    MM: two(day.month),
    DD: two(day.dayOfMonth),
  };
  return (field.autoNumberFormat ?? '{0}').replace(
    /\{(\w+)\}/g,
    (whole, inside: string) =>
      parts[inside] ?? (/^0+$/.test(inside) ? String(number).padStart(inside.length, '0') : whole),
  );
}

function checkUnique(call: DmlCall, work: RowWork, field: FieldInfo): void {
  const value = coerce(field, work.values[field.name] ?? null);
  if (value === null || (!work.isInsert && !isChanged(work, field.name))) {
    return;
  }
  const other = call.store.findBy(call.object.name, field.name, value).find((row) => row.Id !== work.id);
  if (other !== undefined) {
    work.errors.push(dmlError('duplicateValue', [field.name, other.Id.slice(0, 15)]));
  }
}

function checkSettingOwner(call: DmlCall, work: RowWork): void {
  const other = call.store
    .findBy(call.object.name, 'SetupOwnerId', work.values['SetupOwnerId'] ?? null)
    .find((row: Row) => row.Id !== work.id);
  if (other !== undefined) {
    work.errors.push(dmlError('duplicateValue', ['SetupOwnerId', other.Id.slice(0, 15)]));
  }
}
