/**
 * The DML engine. A statement's rows go in chunks of 200 of one object. With all-or-none the first failed chunk undoes
 * the statement and becomes its exception; without, a failed attempt is undone and tried again with the rows that had
 * no error, up to three times (Apex Developer Guide, "Bulk DML Exception Handling").
 */
import type { ObjectInfo } from '../schema.ts';
import type { DmlEngine, DmlRequest, DmlRowResult, Runtime } from '../../runtime/runtime.ts';
import { ApexException } from '../../runtime/exception.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';
import { checkObjectAccess } from './access.ts';
import { attemptDelete, attemptSave, attemptUndelete } from './chunk.ts';
import { dmlError, OPERATION_WORDS } from './errors.ts';
import { ROLL_UP_OPTION } from './options.ts';
import { planObject, type ObjectPlan } from './plan.ts';
import { resolveUpsert } from './upsertKeys.ts';
import { newWork, type DmlCall, type RowWork } from './work.ts';

const CHUNK = 200;
const ATTEMPTS = 3;
/** Runs of rows of one object in a mixed list. */
const MAXIMUM_RUNS = 10;

type Operation = Exclude<DmlRequest['operation'], 'upsert'>;

export class PlatformDml implements DmlEngine {
  readonly #plans = new Map<ObjectInfo, ObjectPlan>();

  execute(runtime: Runtime, request: DmlRequest): readonly DmlRowResult[] {
    if (request.rows.length === 0) {
      return [];
    }
    checkList(runtime, request);
    if (request.options[ROLL_UP_OPTION] !== true) {
      runtime.limits.add('dmlStatements');
      runtime.limits.add('dmlRows', request.rows.length);
    }
    const { store } = runtime.org;
    const start = store.savepoint();
    const done: RowWork[] = [];
    try {
      for (const [from, rows] of runsOf(runtime, request.rows)) {
        for (let at = 0; at < rows.length; at += CHUNK) {
          const works = this.#chunk(runtime, request, rows.slice(at, at + CHUNK), from + at);
          done.push(...works);
          if (request.isAllOrNone && works.some((work) => work.errors.length > 0)) {
            throw failure(request, works);
          }
        }
      }
    } catch (error) {
      store.rollback(start);
      throw error;
    }
    return done.sort((one, other) => one.index - other.index).map((work) => finish(request, work));
  }

  #chunk(runtime: Runtime, request: DmlRequest, rows: readonly SObjectValue[], from: number): readonly RowWork[] {
    const object = (rows[0] as SObjectValue).object;
    const call: DmlCall = {
      runtime,
      object,
      plan: this.#planOf(object),
      store: runtime.org.store,
      access: request.access,
      options: request.options,
      isAllOrNone: request.isAllOrNone,
      isRollUp: request.options[ROLL_UP_OPTION] === true,
    };
    const works = worksOf(call, request, rows, from);
    const byOperation: readonly (readonly [Operation, readonly RowWork[]])[] =
      request.operation === 'upsert'
        ? [
            ['insert', works.filter((work) => work.isInsert)],
            ['update', works.filter((work) => !work.isInsert)],
          ]
        : [[request.operation, works]];
    for (const [operation, list] of byOperation) {
      if (list.length > 0) {
        refuseUnwritable(call, operation);
        checkObjectAccess(call, operation);
        runtime.org.declarative.refuseAutomations(runtime, object, operation);
        attempt(call, operation, list);
      }
    }
    return works;
  }
  #planOf(object: ObjectInfo): ObjectPlan {
    let plan = this.#plans.get(object);
    if (plan === undefined) {
      plan = planObject(object);
      this.#plans.set(object, plan);
    }
    return plan;
  }
}

/** Lists the platform refuses as a whole. */
function checkList(runtime: Runtime, request: DmlRequest): void {
  const { operation, rows } = request;
  const seen = new Set<unknown>();
  for (const row of rows) {
    const isNew = row.id === null;
    if (seen.has(isNew ? row : row.id)) {
      if (isNew && (operation === 'insert' || operation === 'upsert')) {
        runtime.fail(
          'System.ListException',
          'Before Insert or Upsert list must not have two identically equal elements',
        );
      }
      if (!isNew && operation !== 'insert') {
        runtime.fail('System.ListException', `Duplicate id in list: ${String(row.id)}`);
      }
    }
    seen.add(isNew ? row : row.id);
  }
}

/** Neighbors of one object, with the index of the first. */
function runsOf(
  runtime: Runtime,
  rows: readonly SObjectValue[],
): readonly (readonly [from: number, rows: readonly SObjectValue[]])[] {
  const runs: (readonly [number, SObjectValue[]])[] = [];
  rows.forEach((row, index) => {
    const last = runs.at(-1);
    if (last !== undefined && last[1][0]?.object === row.object) {
      last[1].push(row);
    } else {
      runs.push([index, [row]]);
    }
  });
  if (runs.length > MAXIMUM_RUNS) {
    runtime.fail(
      'System.TypeException',
      'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.',
    );
  }
  return runs;
}

function worksOf(call: DmlCall, request: DmlRequest, rows: readonly SObjectValue[], from: number): readonly RowWork[] {
  const { operation } = request;
  if (operation === 'upsert') {
    const field =
      request.externalIdField === null ? null : (call.object.fields.get(request.externalIdField.toLowerCase()) ?? null);
    const keys = resolveUpsert(call.store, call.object, field, rows);
    return rows.map((row, index) => {
      const key = keys[index] ?? { id: null, errors: [] };
      const work = newWork(from + index, row, key.id === null, key.id);
      work.errors.push(...key.errors);
      return work;
    });
  }
  return rows.map((row, index) => {
    const work = newWork(from + index, row, operation === 'insert', row.id);
    if (operation === 'insert' && row.id !== null) {
      work.errors.push(dmlError('idOnInsert', [], ['Id']));
    } else if (operation !== 'insert' && row.id === null) {
      work.errors.push(dmlError('missingId', [operation]));
    }
    return work;
  });
}

function refuseUnwritable(call: DmlCall, operation: Operation): void {
  const { object, runtime, isRollUp } = call;
  const isAllowed = {
    insert: object.isCreateable,
    update: object.isUpdateable,
    delete: object.isDeletable,
    undelete: object.isUndeletable,
  }[operation];
  if (!isRollUp && (!isAllowed || object.kind === 'platformEvent' || object.kind === 'customMetadata')) {
    runtime.fail('System.TypeException', `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
  }
}

function attempt(call: DmlCall, operation: Operation, works: readonly RowWork[]): void {
  const run = operation === 'delete' ? attemptDelete : operation === 'undelete' ? attemptUndelete : attemptSave;
  let left = works.filter((work) => work.errors.length === 0);
  if (left.length < works.length && call.isAllOrNone) {
    return;
  }
  for (let count = 1; left.length > 0; count += 1) {
    const start = call.store.savepoint();
    run(call, left);
    const failed = left.filter((work) => work.errors.length > 0);
    if (failed.length === 0 || call.isAllOrNone) {
      return;
    }
    call.store.rollback(start);
    left = left.filter((work) => work.errors.length === 0);
    if (count === ATTEMPTS) {
      left.forEach((work) => work.errors.push(dmlError('tooManyRetries')));
      return;
    }
    left.forEach(reset);
  }
}

/** Forgets what an undone attempt made of a row. */
function reset(work: RowWork): void {
  if (work.isInsert) {
    work.id = null;
  }
  work.before = null;
  work.values = {};
  work.given.clear();
  work.newRow = null;
  work.oldRow = null;
}

function finish(request: DmlRequest, work: RowWork): DmlRowResult {
  const isSuccess = work.errors.length === 0;
  if (isSuccess && request.operation !== 'delete' && request.operation !== 'undelete') {
    work.input.id = work.id;
  }
  return { id: isSuccess ? work.id : null, isSuccess, isCreated: isSuccess && work.isInsert, errors: work.errors };
}

function failure(request: DmlRequest, works: readonly RowWork[]): ApexException {
  const failed = works.filter((work) => work.errors.length > 0);
  const dmlFailures = failed.flatMap((work) =>
    work.errors.map(({ statusCode, message, fields }) => ({
      objectName: work.input.object.name,
      index: work.index,
      id: work.isInsert ? null : work.id,
      statusCode,
      message,
      fields,
    })),
  );
  const first = dmlFailures[0];
  const id = first?.id == null ? '' : ` with id ${first.id}`;
  const text = `${OPERATION_WORDS[request.operation]} failed. First exception on row ${first?.index ?? 0}${id}; first error: ${first?.statusCode ?? ''}, ${first?.message ?? ''}: [${first?.fields.join(', ') ?? ''}]`;
  const exception = new ApexException('System.DmlException', text);
  exception.dmlFailures = dmlFailures;
  return exception;
}
