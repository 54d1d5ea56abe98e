/** Typed reads of loosely typed rows. */
import type { Row } from '../../store.ts';
import { ApexDecimal } from '../../../values/decimal.ts';
import type { Value } from '../../../values/value.ts';
import { ROLL_UP_OPTION } from '../options.ts';
import type { DmlCall, Values } from '../work.ts';

export const textOf = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);
export const numberOf = (value: Value | undefined): ApexDecimal | null =>
  value instanceof ApexDecimal ? value : typeof value === 'number' ? ApexDecimal.of(value) : null;

/** The record a lookup points to. */
export function parentOf(call: DmlCall, object: string, id: Value | undefined): Row | null {
  return typeof id === 'string' ? call.store.get(object, id) : null;
}

/** Saves records that follow from the statement's own: with triggers, in system mode, outside of limits. */
export function saveFollowing(
  call: DmlCall,
  operation: 'insert' | 'update',
  object: string,
  rows: readonly Values[],
): void {
  const { runtime, access } = call;
  const info = runtime.org.schema.find(object);
  if (info === null || rows.length === 0) {
    return;
  }
  const records = rows.map((values) => {
    const record = runtime.newRow(info);
    for (const [field, value] of Object.entries(values)) {
      record.set(field, value);
    }
    return record;
  });
  runtime.org.dml.execute(runtime, {
    operation,
    rows: records,
    isAllOrNone: true,
    access: { userId: access.userId, isUserMode: false, isSharingEnforced: false },
    externalIdField: null,
    options: { [ROLL_UP_OPTION]: true },
  });
}
