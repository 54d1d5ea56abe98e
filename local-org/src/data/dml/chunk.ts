/**
 * One attempt at one chunk of up to 200 rows of one object and operation, in the platform's order (Apex Developer
 * Guide, "Triggers and Order of Execution"). Errors stay on the rows; after the checks that follow the before triggers
 * an attempt with any error stops: the caller undoes it and decides what to try again.
 */
import { shareAgain, shareWithOwners } from './shares.ts';
import type { ObjectInfo } from '../schema.ts';
import { checkFieldAccess, checkRecordAccess } from './access.ts';
import { checkBeforeTriggers, checkValues } from './checks.ts';
import { coerce } from './coerce.ts';
import { checkManaged } from './managed.ts';
import { checkMixed } from './mixed.ts';
import { applyDefaults, applyInput, load } from './prepare.ts';
import { applyRemoval, planRemoval, restore } from './remove.ts';
import { save } from './save.ts';
import { checkAddresses } from './standard/addresses.ts';
import { behaviorOf } from './standard/index.ts';
import { viewOf } from './triggerRows.ts';
import { fireAfter, fireBefore, hasTriggers } from './triggers.ts';
import { isStored, optionsOf, type DmlCall, type RowWork } from './work.ts';
import { SObjectValue } from '../../runtime/sobject.ts';
import type { RowView } from '../../runtime/runtime.ts';

const good = (works: readonly RowWork[]): readonly RowWork[] => works.filter((work) => work.errors.length === 0);
const isAllGood = (works: readonly RowWork[]): boolean => works.every((work) => work.errors.length === 0);

export function attemptSave(call: DmlCall, works: readonly RowWork[]): void {
  const behavior = behaviorOf(call.object.name);
  const operation = works[0]?.isInsert ? 'insert' : 'update';
  for (const work of works) {
    prepare(call, work);
  }
  checkMixed(call.runtime, call.object, works, 'save');
  for (const work of good(works)) {
    checkFieldAccess(call, work);
    checkBeforeTriggers(call, work);
    behavior.derive?.(call, work);
  }
  const triggers = hasTriggers(call);
  if (triggers && good(works).length > 0) {
    const fired = good(works);
    fireBefore(call, fired, operation);
    good(fired).forEach((work) => readBack(call, work));
  }
  for (const work of good(works)) {
    if (triggers) {
      behavior.derive?.(call, work);
    }
    behavior.beforeSave?.(call, work);
    checkAddresses(call, work);
    validate(call, work);
  }
  if (!isAllGood(works)) {
    return;
  }
  for (const work of works) {
    save(call, work);
  }
  if (!isAllGood(works)) {
    return;
  }
  behavior.afterSave?.(call, works);
  if (triggers) {
    fireAfter(call, works, operation);
  }
  if (isAllGood(works)) {
    shareWithOwners(call, works);
    rollUp(call, works, (work) => [work.before, call.store.get(call.object.name, work.id ?? '')]);
  }
}

function prepare(call: DmlCall, work: RowWork): void {
  if (!work.isInsert) {
    load(call, work);
    if (work.errors.length > 0 || work.before === null) {
      return;
    }
    if (!call.isRollUp) {
      checkRecordAccess(call, work, work.before, 'edit');
    }
  }
  applyInput(call, work);
  if (work.isInsert) {
    applyDefaults(call, work);
  }
  checkManaged(call, work);
}

/** What the before triggers left in their rows. */
function readBack(call: DmlCall, work: RowWork): void {
  for (const [key, content] of work.newRow?.content ?? []) {
    const field = call.object.fields.get(key);
    const isPlain =
      !(content instanceof SObjectValue) && !(typeof content === 'object' && content !== null && 'items' in content);
    if (field !== undefined && isPlain && isStored(field) && field.type !== 'id') {
      const value = coerce(field, content);
      if (value !== (work.values[field.name] ?? null)) {
        work.values[field.name] = value;
        work.given.add(field.name);
      }
    }
  }
}

function validate(call: DmlCall, work: RowWork): void {
  const { runtime, object, plan } = call;
  checkValues(call, work);
  if (work.errors.length > 0) {
    return;
  }
  const view = viewOf(runtime, object, plan, work.values);
  if (!call.isRollUp || object.validationRules.length > 0) {
    work.errors.push(
      ...runtime.org.declarative.validate(
        runtime,
        object,
        view,
        work.before === null ? null : viewOf(runtime, object, plan, work.before),
      ),
    );
  }
  if (work.errors.length === 0 && !call.isRollUp) {
    work.errors.push(...runtime.org.declarative.duplicates(runtime, object, view, optionsOf(call, work)));
  }
}

function rollUp(
  call: DmlCall,
  works: readonly RowWork[],
  sides: (work: RowWork) => readonly [RowWork['before'], RowWork['before']],
): void {
  const { runtime, object, plan } = call;
  const view = (row: RowWork['before']): RowView | null => (row === null ? null : viewOf(runtime, object, plan, row));
  runtime.org.declarative.rollUp(
    runtime,
    object,
    works.map((work) => {
      const [before, after] = sides(work);
      return { before: view(before), after: view(after) };
    }),
  );
}

export function attemptDelete(call: DmlCall, works: readonly RowWork[]): void {
  const { runtime, object } = call;
  for (const work of works) {
    load(call, work);
    if (work.before !== null && work.errors.length === 0) {
      checkRecordAccess(call, work, work.before, 'all');
      checkManaged(call, work);
    }
  }
  checkMixed(runtime, object, works, 'delete');
  const triggers = hasTriggers(call);
  if (triggers && good(works).length > 0) {
    fireBefore(call, good(works), 'delete');
  }
  const together = new Set(works.map((work) => work.id ?? ''));
  const removals = works.map((work) => (work.errors.length === 0 ? planRemoval(call, work, together) : null));
  if (!isAllGood(works)) {
    return;
  }
  const gone = new Map<ObjectInfo, RowView[]>();
  works.forEach((work, index) => {
    const removal = removals[index];
    if (removal) {
      applyRemoval(call, work, removal);
      for (const one of removal.doomed.filter((each) => each.object !== object)) {
        gone.set(one.object, [
          ...(gone.get(one.object) ?? []),
          { get: (field) => one.row[one.object.fields.get(field.toLowerCase())?.name ?? field] ?? null },
        ]);
      }
    }
  });
  behaviorOf(object.name).afterDelete?.(call, works);
  if (triggers) {
    fireAfter(call, works, 'delete');
  }
  if (isAllGood(works)) {
    rollUp(call, works, (work) => [work.before, null]);
    for (const [child, rows] of gone) {
      runtime.org.declarative.rollUp(
        runtime,
        child,
        rows.map((before) => ({ before, after: null })),
      );
    }
  }
}

export function attemptUndelete(call: DmlCall, works: readonly RowWork[]): void {
  for (const work of works) {
    load(call, work, true);
    if (work.before !== null && work.errors.length === 0) {
      checkRecordAccess(call, work, work.before, 'all');
    }
  }
  if (!isAllGood(works)) {
    return;
  }
  for (const work of works) {
    restore(call, work);
  }
  shareAgain(call, works);
  if (hasTriggers(call)) {
    fireAfter(call, works, 'undelete');
  }
  if (isAllGood(works)) {
    rollUp(call, works, (work) => [null, call.store.get(call.object.name, work.id ?? '')]);
  }
}
