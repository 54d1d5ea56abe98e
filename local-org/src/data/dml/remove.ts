/**
 * Deletes: what a record's deletion does to those that point to it. Details go with their master and lookups are
 * emptied, both without triggers (Apex Developer Guide, "Operations That Don't Invoke Triggers"); a restricting lookup
 * forbids it. The recycle bin keeps what is needed to undo all of it.
 */
import type { ObjectInfo } from '../schema.ts';
import type { Row } from '../store.ts';
import type { Value } from '../../values/value.ts';
import { dmlError } from './errors.ts';
import type { DmlCall, RowWork } from './work.ts';

/** Keys of rows in the recycle bin that are no fields: the deletion a row belongs to, and the lookups it emptied. */
export const DELETED_WITH = '#deletedWith';
export const CLEARED = '#cleared';

interface Doomed {
  readonly object: ObjectInfo;
  readonly row: Row;
}

export interface Removal {
  /** The record itself last, its details before it. */
  readonly doomed: readonly Doomed[];
  readonly cleared: readonly { readonly object: ObjectInfo; readonly row: Row; readonly field: string }[];
}

/** What goes with the record; errors where something holds it. `together` are the ids of the same statement. */
export function planRemoval(call: DmlCall, work: RowWork, together: ReadonlySet<string>): Removal {
  const doomed = new Map<string, Doomed>();
  const cleared: { object: ObjectInfo; row: Row; field: string }[] = [];
  const holders = new Map<ObjectInfo, Row[]>();
  const visit = (object: ObjectInfo, row: Row): void => {
    if (doomed.has(row.Id)) {
      return;
    }
    doomed.set(row.Id, { object, row });
    for (const { childObject, field } of object.childRelationships) {
      const child = call.runtime.org.schema.find(childObject);
      const info = child?.fields.get(field.toLowerCase());
      if (!child || !info || info.formula !== null) {
        continue;
      }
      for (const holder of call.store.findBy(child.name, info.name, row.Id)) {
        if (info.onDelete === 'cascade') {
          visit(child, holder);
        } else if (info.onDelete === 'setNull') {
          cleared.push({ object: child, row: holder, field: info.name });
        } else if (!together.has(holder.Id)) {
          holders.set(child, [...(holders.get(child) ?? []), holder]);
        }
      }
    }
  };
  if (work.before !== null) {
    visit(call.object, work.before);
  }
  for (const [object, rows] of holders) {
    const held = rows.filter((row) => !doomed.has(row.Id));
    if (held.length > 0) {
      const name = (row: Row, of: ObjectInfo): string =>
        String((of.nameField === null ? null : row[of.nameField]) ?? row.Id);
      work.errors.push(
        dmlError('restricted', [
          work.before === null ? '' : name(work.before, call.object),
          object.labelPlural.toLowerCase(),
          held.map((row) => name(row, object)).join(', '),
        ]),
      );
    }
  }
  return { doomed: [...doomed.values()].reverse(), cleared: cleared.filter((one) => !doomed.has(one.row.Id)) };
}

export function applyRemoval(call: DmlCall, work: RowWork, removal: Removal): void {
  const { store, runtime } = call;
  const now = runtime.now();
  for (const { object, row, field } of removal.cleared) {
    const current = store.get(object.name, row.Id);
    if (current !== null) {
      const { [field]: _emptied, ...rest } = current;
      store.update(object.name, { ...(rest as Row), ...stampOf(object, now) });
    }
  }
  const clearedNote = removal.cleared.map(({ object, row, field }) => [object.name, row.Id, field]);
  for (const { object, row } of removal.doomed) {
    const current = store.get(object.name, row.Id);
    if (current === null) {
      continue;
    }
    if (!object.fields.has('isdeleted') || !object.isUndeletable) {
      store.purge(object.name, row.Id);
      continue;
    }
    const isRoot = row.Id === work.id;
    const note: Record<string, Value> = isRoot
      ? { [CLEARED]: JSON.stringify(clearedNote) }
      : { [DELETED_WITH]: work.id };
    store.update(object.name, { ...current, ...stampOf(object, now), ...note, IsDeleted: true });
  }
}

const stampOf = (object: ObjectInfo, now: Value): Record<string, Value> =>
  object.fields.has('systemmodstamp') ? { SystemModstamp: now } : {};

/** Brings back the record, the details that went with it and the lookups it emptied. */
export function restore(call: DmlCall, work: RowWork): readonly Doomed[] {
  const { store, runtime, object } = call;
  const restored: Doomed[] = [];
  const now = runtime.now();
  const visit = (of: ObjectInfo, row: Row): void => {
    const { [DELETED_WITH]: _with, [CLEARED]: cleared, ...rest } = row;
    const alive = { ...(rest as Row), ...stampOf(of, now), IsDeleted: false };
    store.update(of.name, alive);
    restored.push({ object: of, row: alive });
    for (const [name, id, field] of JSON.parse(typeof cleared === 'string' ? cleared : '[]') as readonly (readonly [
      string,
      string,
      string,
    ])[]) {
      const holder = store.get(name, id);
      if (holder !== null && (holder[field] ?? null) === null) {
        store.update(name, { ...holder, [field]: row.Id });
      }
    }
    for (const { childObject, field } of of.childRelationships) {
      const child = runtime.org.schema.find(childObject);
      if (child?.fields.get(field.toLowerCase())?.onDelete === 'cascade') {
        store
          .findBy(child.name, field, row.Id, true)
          .filter((one) => one['IsDeleted'] === true && one[DELETED_WITH] === work.id)
          .forEach((one) => visit(child, one));
      }
    }
  };
  if (work.before !== null) {
    visit(object, work.before);
  }
  return restored;
}
