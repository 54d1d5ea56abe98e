/**
 * Runs the triggers of one event for a chunk and brings their errors home: `addError` to its row, an exception to every
 * row of the chunk. What Apex can't catch ends the statement.
 */
import type { Runtime, TriggerRun } from '../../runtime/runtime.ts';
import { ApexException } from '../../runtime/exception.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';
import { dmlError } from './errors.ts';
import { triggerRow } from './triggerRows.ts';
import type { DmlCall, RowWork } from './work.ts';

const DEPTH = Symbol('depth of triggers');
/** Apex Developer Guide, "Execution Governors and Limits": total stack depth of recursive DML that fires triggers. */
const MAXIMUM_DEPTH = 16;

export function hasTriggers(call: DmlCall): boolean {
  const { kind, name } = call.object;
  return (kind === 'standard' || kind === 'custom') && call.runtime.org.program.hasTriggers(name);
}

export function fireBefore(call: DmlCall, works: readonly RowWork[], operation: TriggerRun['operation']): void {
  const { runtime, object, plan } = call;
  for (const work of works) {
    if (operation !== 'delete') {
      work.newRow = triggerRow(
        runtime,
        object,
        plan,
        work.isInsert ? work.values : { Id: work.id, ...work.values },
        false,
      );
    }
    if (operation !== 'insert') {
      work.oldRow = triggerRow(runtime, object, plan, work.before ?? {}, true);
    }
  }
  fire(call, works, operation, true);
}

export function fireAfter(call: DmlCall, works: readonly RowWork[], operation: TriggerRun['operation']): void {
  const { runtime, object, plan, store } = call;
  for (const work of works) {
    if (operation !== 'delete') {
      work.newRow = triggerRow(runtime, object, plan, store.get(object.name, work.id ?? '') ?? {}, true);
    }
    if (operation === 'update') {
      work.oldRow ??= triggerRow(runtime, object, plan, work.before ?? {}, true);
    }
  }
  fire(call, works, operation, false);
}

function fire(call: DmlCall, works: readonly RowWork[], operation: TriggerRun['operation'], isBefore: boolean): void {
  const { runtime, object } = call;
  const rows = (pick: (work: RowWork) => SObjectValue | null): readonly SObjectValue[] =>
    works.map((work) => pick(work) as SObjectValue);
  const event: TriggerRun = {
    object,
    operation,
    isBefore,
    newRows: operation === 'delete' ? null : rows((work) => work.newRow),
    oldRows: operation === 'insert' || operation === 'undelete' ? null : rows((work) => work.oldRow),
  };
  const depth = (runtime.transactionState.get(DEPTH) as number | undefined) ?? 0;
  if (depth >= MAXIMUM_DEPTH) {
    works.forEach((work) => work.errors.push(dmlError('triggerDepth', [object.name])));
    return;
  }
  runtime.transactionState.set(DEPTH, depth + 1);
  try {
    runtime.org.program.runTriggers(runtime, event);
  } catch (thrown) {
    const message = failureOf(runtime, thrown, event);
    works.forEach((work) => work.errors.push({ ...dmlError('triggerFailed'), message }));
  } finally {
    runtime.transactionState.set(DEPTH, depth);
  }
  for (const work of works) {
    collectErrors(work, operation === 'delete' ? work.oldRow : work.newRow);
  }
}

/** The errors `addError` left, once each. */
function collectErrors(work: RowWork, row: SObjectValue | null): void {
  for (const error of row?.errors.splice(0) ?? []) {
    const field = error.field === null ? null : (row?.field(error.field)?.name ?? error.field);
    work.errors.push(dmlError('fromTrigger', [error.message], field === null ? [] : [field]));
  }
}

/** Rethrows what no trigger can fail with; gives the text of what it can. */
function failureOf(runtime: Runtime, thrown: unknown, event: TriggerRun): string {
  const error = thrown instanceof ApexException ? thrown : runtime.apexError(thrown);
  // A failed assertion ends a trigger as any exception does; only limits and faults of the org end the transaction.
  if (!(error instanceof ApexException) || error.apexType === 'System.LimitException') {
    throw error;
  }
  const frames = runtime.stackOf(error);
  const trigger =
    frames.findLast((frame) => frame.place.startsWith('Trigger.'))?.place.slice('Trigger.'.length) ?? event.object.name;
  const moment = `${event.isBefore ? 'Before' : 'After'}${event.operation.charAt(0).toUpperCase()}${event.operation.slice(1)}`;
  const stack = frames.map((frame) => `${frame.place}: line ${frame.line}, column ${frame.column}`).join('\n');
  return dmlError('triggerFailed', [trigger, moment, error.toString(), stack]).message;
}
