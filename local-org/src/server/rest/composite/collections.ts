/** Up to 200 records at a time. Source: REST API Developer Guide, "sObject Collections". */
import type { ObjectInfo } from '../../../data/schema.ts';
import type { SObjectValue } from '../../../runtime/sobject.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import { toLongId } from '../../../values/id.ts';
import { ok, type ApiResponse, type Route } from '../../api.ts';
import { badRequest, notFound } from '../../errors.ts';
import { fieldOf, objectOf } from '../../records/save.ts';
import { look, transact } from '../../records/work.ts';
import { dataRoute, objectBody, type DataCall } from '../dataRoute.ts';
import { isIdLookup } from '../sobjects/fieldFacts.ts';
import { readRecords } from '../sobjects/read.ts';
import { dmlOptionsOf, resultJson, saveList, writableRow } from '../sobjects/saving.ts';
import { isJson, listOf, type Json } from './subrequest.ts';

const MOST = 200;
const MOST_READ = 2000;

export const COLLECTION_ROUTES: readonly Route[] = [
  dataRoute('POST', '/composite/sobjects', (call) => save(call, 'insert')),
  dataRoute('PATCH', '/composite/sobjects', (call) => save(call, 'update')),
  dataRoute('DELETE', '/composite/sobjects', remove),
  dataRoute('PATCH', '/composite/sobjects/:object/:key', upsert),
  dataRoute('GET', '/composite/sobjects/:object', (call) =>
    retrieve(call, textList(call.param('ids')), textList(call.param('fields'))),
  ),
  dataRoute('POST', '/composite/sobjects/:object', (call) => {
    const { ids, fields } = objectBody(call);
    const texts = (list: unknown): readonly string[] =>
      Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
    return retrieve(call, texts(ids), texts(fields));
  }),
];

const textList = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What a record of the list is: every one tells its type. */
export function typeOf(call: DataCall, record: Json): ObjectInfo {
  const attributes = record['attributes'];
  const type = isJson(attributes) ? attributes['type'] : undefined;
  if (typeof type !== 'string') {
    throw badRequest('INVALID_INPUT', 'The attributes of a record must include its type');
  }
  const object = call.org.local.parts.context.packages.schemaFor('').find(type);
  if (object === null) {
    throw badRequest('INVALID_TYPE', `sObject type '${type}' is not supported.`);
  }
  return objectOf(call.org, call.session.userId, type);
}

function save(call: DataCall, operation: 'insert' | 'update'): ApiResponse {
  const body = objectBody(call);
  const records = listOf(body, 'records', MOST);
  const results = transact(call.org.local, call.session.userId, 'synchronous', (runtime) =>
    saveList(
      runtime,
      operation,
      records.map((record) => rowFor(call, runtime, record, operation === 'insert')),
      { isAllOrNone: body['allOrNone'] === true, dmlOptions: dmlOptionsOf(call) },
    ),
  );
  return ok(results.map((result) => resultJson(result, false)));
}

function rowFor(call: DataCall, runtime: Transaction, record: Json, isInsert: boolean): SObjectValue {
  const object = typeOf(call, record);
  const id = Object.entries(record).find(([name]) => name.toLowerCase() === 'id')?.[1];
  if (isInsert) {
    if (id !== undefined) {
      throw badRequest('INVALID_FIELD', 'cannot specify Id in an insert call', ['Id']);
    }
    return writableRow(runtime, object, record, null, true);
  }
  if (typeof id !== 'string') {
    throw badRequest('MISSING_ARGUMENT', 'Id not specified in an update call', ['Id']);
  }
  const { security, store } = runtime.org;
  const row = store.get(object.name, toLongId(id) ?? id);
  // What the user can't see is not there for the user.
  const isSeen = row === null || security.recordAccess(runtime.access.userId, object, row) !== 'none';
  return writableRow(
    runtime,
    object,
    record,
    isSeen ? (toLongId(id) ?? id) : `${object.keyPrefix ?? ''}000000000000`,
    false,
  );
}

function upsert(call: DataCall): ApiResponse {
  const object = objectOf(call.org, call.session.userId, call.params['object'] ?? '');
  const key = fieldOf(object, call.params['key'] ?? '');
  if (!isIdLookup(key)) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${key.name}`);
  }
  const body = objectBody(call);
  const records = listOf(body, 'records', MOST);
  if (records.some((record) => typeOf(call, record) !== object)) {
    throw badRequest('INVALID_INPUT', `Every record must be of the type ${object.name}`);
  }
  const results = transact(call.org.local, call.session.userId, 'synchronous', (runtime) =>
    saveList(
      runtime,
      'upsert',
      records.map((record) => {
        const id = Object.entries(record).find(([name]) => name.toLowerCase() === 'id')?.[1];
        return writableRow(runtime, object, record, typeof id === 'string' ? toLongId(id) : null, true, key.name);
      }),
      { isAllOrNone: body['allOrNone'] === true, externalIdField: key.name, dmlOptions: dmlOptionsOf(call) },
    ),
  );
  return ok(results.map((result) => resultJson(result, true)));
}

function remove(call: DataCall): ApiResponse {
  const ids = textList(call.param('ids'));
  if (ids.length === 0) {
    throw badRequest('INVALID_INPUT', 'The ids parameter is required');
  }
  if (ids.length > MOST) {
    throw badRequest(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MOST} records into this call`,
    );
  }
  const { schema } = call.org.local.parts.context;
  const results = transact(call.org.local, call.session.userId, 'synchronous', (runtime) =>
    saveList(
      runtime,
      'delete',
      ids.map((text) => {
        const id = toLongId(text);
        const object = id === null ? null : schema.byKeyPrefix(id.slice(0, 3));
        if (id === null || object === null) {
          throw badRequest('MALFORMED_ID', `malformed id ${text}`);
        }
        const row = runtime.newRow(objectOf(call.org, call.session.userId, object.name));
        row.id = id;
        return row;
      }),
      { isAllOrNone: call.param('allOrNone') === 'true' },
    ),
  );
  return ok(results.map((result) => resultJson(result, false)));
}

/** One entry an id, in their order; null for a record that is not there. */
function retrieve(call: DataCall, ids: readonly string[], fields: readonly string[]): ApiResponse {
  const object = objectOf(call.org, call.session.userId, call.params['object'] ?? '');
  if (ids.length === 0 || fields.length === 0) {
    throw badRequest('INVALID_INPUT', 'Both ids and fields are required');
  }
  if (ids.length > MOST_READ) {
    throw badRequest(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MOST_READ} records into this call`,
    );
  }
  fields.filter((name) => !name.includes('.')).forEach((name) => fieldOf(object, name));
  const long = ids.map((id) => toLongId(id));
  const wanted = long.filter((id) => id !== null);
  const selected = fields.some((name) => name.toLowerCase() === 'id') ? fields : ['Id', ...fields];
  const records = look(call.org.local, call.session.userId, (runtime) =>
    readRecords(call.org, runtime, object, wanted, selected, call.base),
  );
  const byId = new Map(records.map((record) => [record['Id'], record]));
  return ok(long.map((id) => byId.get(id) ?? null));
}
