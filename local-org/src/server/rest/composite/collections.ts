/**
 * Up to 200 records in one request. Source: REST API Developer Guide, "sObject Collections": the records' types are in
 * their attributes, neighbors of one type are saved together, and results come in the order of the records.
 */
import type { ObjectInfo } from '../../../data/schema.ts';
import type { DmlRequest, DmlRowResult } from '../../../runtime/runtime.ts';
import { SObjectValue } from '../../../runtime/sobject.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import { ok, type ApiResponse, type Route } from '../../api.ts';
import { ApiError, badRequest } from '../../errors.ts';
import { objectOf, recordId, type FieldsJson } from '../../records/save.ts';
import { transact } from '../../records/work.ts';
import { dataRoute, objectBody, type DataCall } from '../dataRoute.ts';
import { dmlOptionsOf, resultJson, ROLLED_BACK, saveList, writableRow } from '../sobjects/saving.ts';

export const COLLECTION_ROUTES: readonly Route[] = [
  dataRoute('POST', '/composite/sobjects', (call) => saveCollection(call, 'insert')),
  dataRoute('PATCH', '/composite/sobjects', (call) => saveCollection(call, 'update')),
  dataRoute('DELETE', '/composite/sobjects', removeCollection),
];

const MOST_RECORDS = 200;
const MOST_CHUNKS = 10;

interface Chunk<T> {
  readonly object: ObjectInfo;
  readonly records: T[];
}
type MakeRow<T> = (runtime: Transaction, object: ObjectInfo, record: T) => SObjectValue;

/** Carries the results out of a transaction that is taken back. */
class TakenBack extends ApiError {
  readonly results: readonly DmlRowResult[];

  constructor(results: readonly DmlRowResult[]) {
    super(400, { errorCode: ROLLED_BACK.statusCode, message: ROLLED_BACK.message });
    this.results = results;
  }
}

function saveCollection(call: DataCall, operation: 'insert' | 'update'): ApiResponse {
  const { records, allOrNone } = objectBody(call);
  if (!Array.isArray(records)) {
    throw badRequest('INVALID_INPUT', 'A list of records is required: {"records": […]}');
  }
  const rows = records as readonly FieldsJson[];
  const chunks = chunksOf(rows, (row) => objectOf(call.org, call.session.userId, typeOf(row)));
  return saveChunks(call, operation, chunks, allOrNone === true, (runtime, object, json) =>
    writableRow(runtime, object, json, operation === 'insert' ? null : idOf(object, json), operation === 'insert'),
  );
}

function removeCollection(call: DataCall): ApiResponse {
  const ids = (call.param('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0) {
    throw badRequest('MISSING_ARGUMENT', 'Missing required parameter: ids');
  }
  const chunks = chunksOf(ids, (id) => objectOfId(call, id));
  return saveChunks(call, 'delete', chunks, call.param('allOrNone') === 'true', (_runtime, object, id) => {
    const row = new SObjectValue(object);
    row.id = recordId(object, id);
    return row;
  });
}

function saveChunks<T>(
  call: DataCall,
  operation: DmlRequest['operation'],
  chunks: readonly Chunk<T>[],
  isAllOrNone: boolean,
  makeRow: MakeRow<T>,
): ApiResponse {
  const options = { isAllOrNone, dmlOptions: dmlOptionsOf(call) };
  try {
    const results = transact(call.org.local, call.session.userId, 'rest', (runtime) => {
      const saved = chunks.map(({ object, records }) =>
        saveList(
          runtime,
          operation,
          records.map((record) => makeRow(runtime, object, record)),
          options,
        ),
      );
      const all = saved.flat();
      if (isAllOrNone && all.some(({ isSuccess }) => !isSuccess)) {
        throw new TakenBack(all);
      }
      return all;
    });
    return ok(results.map((result) => resultJson(result, false)));
  } catch (error) {
    if (error instanceof TakenBack) {
      return ok(error.results.map((result) => resultJson(result.isSuccess ? takenBack : result, false)));
    }
    throw error;
  }
}

const takenBack: DmlRowResult = { id: null, isSuccess: false, isCreated: false, errors: [ROLLED_BACK] };

function chunksOf<T>(records: readonly T[], objectOfRecord: (record: T) => ObjectInfo): readonly Chunk<T>[] {
  if (records.length > MOST_RECORDS) {
    throw badRequest(
      'EXCEEDED_MAX_SIZE_REQUEST',
      `record limit reached. cannot submit more than ${MOST_RECORDS} records into this call`,
    );
  }
  const chunks: Chunk<T>[] = [];
  for (const record of records) {
    const object = objectOfRecord(record);
    const last = chunks.at(-1);
    if (last?.object === object) {
      last.records.push(record);
    } else {
      chunks.push({ object, records: [record] });
    }
  }
  if (chunks.length > MOST_CHUNKS) {
    throw badRequest(
      'LIMIT_EXCEEDED',
      `The request has ${chunks.length} chunks of records; there can be ${MOST_CHUNKS} at most. Put records of one type next to each other.`,
    );
  }
  return chunks;
}

function objectOfId(call: DataCall, id: string): ObjectInfo {
  const object = call.org.local.parts.context.schema.byKeyPrefix(id.slice(0, 3));
  return objectOf(call.org, call.session.userId, object?.name ?? id);
}

function typeOf(record: FieldsJson): string {
  const type = (record['attributes'] as { readonly type?: unknown } | undefined)?.type;
  if (typeof type !== 'string') {
    throw badRequest('INVALID_INPUT', 'A type is required in the attributes of each record.');
  }
  return type;
}

function idOf(object: ObjectInfo, record: FieldsJson): string {
  const id = Object.entries(record).find(([name]) => name.toLowerCase() === 'id')?.[1];
  if (typeof id !== 'string') {
    throw badRequest('MISSING_ARGUMENT', 'Id not specified in an update call');
  }
  return recordId(object, id);
}
