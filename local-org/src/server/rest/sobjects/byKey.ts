/**
 * Addresses of three parts: records by an external id, what a record is related to, and the contents of blobs. Source:
 * REST API Developer Guide, "sObject Rows by External ID", "sObject Relationships", "sObject Blob Get".
 */
import type { FieldInfo, ObjectInfo } from '../../../data/schema.ts';
import type { Row } from '../../../data/store.ts';
import { toLongId } from '../../../values/id.ts';
import type { ApiResponse, Route } from '../../api.ts';
import { ok } from '../../api.ts';
import { ApiError, badRequest, methodNotAllowed, notFound } from '../../errors.ts';
import { look, transact } from '../../records/work.ts';
import { fromJson } from '../../records/fieldJson.ts';
import { objectOf } from '../../records/save.ts';
import { dataRoute, objectBody, type DataCall } from '../dataRoute.ts';
import { runQuery } from '../query/index.ts';
import { isIdLookup } from './fieldFacts.ts';
import { removeRecord, updateRecord } from './index.ts';
import { missing, readBlob, readRecord } from './read.ts';
import { dmlOptionsOf, saveOne, writableRow } from './saving.ts';

export const BY_KEY_ROUTES: readonly Route[] = [
  dataRoute('GET', '/sobjects/:object/:key/:value', read),
  dataRoute('PATCH', '/sobjects/:object/:key/:value', upsert),
  dataRoute('POST', '/sobjects/:object/:key', upsertOnlyById),
  dataRoute('DELETE', '/sobjects/:object/:key/:value', remove),
];

const objectFor = (call: DataCall): ObjectInfo => objectOf(call.org, call.session.userId, call.params['object'] ?? '');

/** Rows that the key names. */
function rowsByKey(call: DataCall, object: ObjectInfo, field: FieldInfo): readonly Row[] {
  const { store, context } = call.org.local.parts;
  const value = fromJson(field, call.params['value'] ?? '');
  return store
    .findBy(object.name, field.name, value)
    .filter((row) => context.security.recordAccess(call.session.userId, object, row) !== 'none');
}

function keyOf(call: DataCall, object: ObjectInfo): FieldInfo {
  const name = call.params['key'] ?? '';
  const field = object.fields.get(name.toLowerCase());
  const { security } = call.org.local.parts.context;
  if (field === undefined || !isIdLookup(field) || !security.canReadField(call.session.userId, object, field)) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
  }
  return field;
}

/** Several records of one key: the client is told their addresses. */
const choices = (call: DataCall, object: ObjectInfo, rows: readonly Row[]): ApiResponse => ({
  status: 300,
  body: rows.map((row) => `${call.base}/sobjects/${object.name}/${row.Id}`),
});

function read(call: DataCall): ApiResponse {
  const object = objectFor(call);
  if (toLongId(call.params['key'] ?? '')?.startsWith(object.keyPrefix ?? ' ') === true) {
    return readRelated(call, object);
  }
  const rows = rowsByKey(call, object, keyOf(call, object));
  const [row] = rows;
  if (row === undefined) {
    throw notFound();
  }
  return rows.length > 1
    ? choices(call, object, rows)
    : ok(
        look(call.org.local, call.session.userId, (runtime) =>
          readRecord(call.org, runtime, object, row.Id, fieldsOf(call), call.base),
        ),
      );
}

const fieldsOf = (call: DataCall): readonly string[] | null =>
  call
    .param('fields')
    ?.split(',')
    .map((one) => one.trim()) ?? null;

function readRelated(call: DataCall, object: ObjectInfo): ApiResponse {
  const { org, session } = call;
  const id = toLongId(call.params['key'] ?? '') ?? '';
  const name = (call.params['value'] ?? '').toLowerCase();
  const row = org.local.parts.store.get(object.name, id);
  if (row === null || org.local.parts.context.security.recordAccess(session.userId, object, row) === 'none') {
    throw missing(org, object, id);
  }
  const blob = object.fields.get(name);
  if (blob?.type === 'base64') {
    return {
      status: 200,
      headers: { 'content-type': String(row['ContentType'] ?? 'application/octet-stream') },
      body: readBlob(org, object, id, blob),
    };
  }
  const parent = [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === name);
  if (parent !== undefined) {
    return readParent(call, row, parent);
  }
  const children = object.childRelationships.find((one) => one.name?.toLowerCase() === name);
  const child = children === undefined ? null : org.local.parts.context.schema.find(children.childObject);
  if (children === undefined || child === null) {
    throw notFound();
  }
  objectOf(org, session.userId, child.name);
  const fields = fieldsOf(call) ?? readableNames(call, child);
  return ok(runQuery(call, `SELECT ${fields.join(', ')} FROM ${child.name} WHERE ${children.field} = '${id}'`));
}

function readableNames(call: DataCall, object: ObjectInfo): readonly string[] {
  const { security } = call.org.local.parts.context;
  return [...object.fields.values()]
    .filter((field) => field.type !== 'address' && field.type !== 'location')
    .filter((field) => security.canReadField(call.session.userId, object, field))
    .map((field) => field.name);
}

function readParent(call: DataCall, row: Row, lookup: FieldInfo): ApiResponse {
  const id = row[lookup.name];
  const target = typeof id === 'string' ? call.org.local.parts.context.schema.byKeyPrefix(id.slice(0, 3)) : null;
  if (typeof id !== 'string' || target === null) {
    throw notFound(`The requested resource does not exist`);
  }
  const object = objectOf(call.org, call.session.userId, target.name);
  return ok(
    look(call.org.local, call.session.userId, (runtime) =>
      readRecord(call.org, runtime, object, id, fieldsOf(call), call.base),
    ),
  );
}

function upsert(call: DataCall): ApiResponse {
  const object = objectFor(call);
  const field = keyOf(call, object);
  const json = objectBody(call);
  const { local } = call.org;
  const { userId } = call.session;
  if (field.type === 'id') {
    return updateRecord(call, object, toLongId(call.params['value'] ?? '') ?? '', json);
  }
  if (Object.keys(json).some((key) => key.toLowerCase() === field.name.toLowerCase())) {
    throw badRequest('INVALID_FIELD', `The ${field.name} field should not be specified in the sobject data.`, [
      field.name,
    ]);
  }
  const rows = rowsByKey(call, object, field);
  if (rows.length > 1) {
    return choices(call, object, rows);
  }
  const isInsert = rows.length === 0;
  if (isInsert && call.param('updateOnly') === 'true') {
    throw notFound();
  }
  const result = transact(local, userId, 'synchronous', (runtime) => {
    const row = writableRow(runtime, object, json, null, isInsert);
    row.set(field.name, fromJson(field, call.params['value'] ?? ''));
    return saveOne(runtime, 'upsert', row, { externalIdField: field.name, dmlOptions: dmlOptionsOf(call) });
  });
  const body = { id: result.id, success: true, errors: [], created: result.isCreated };
  // Until version 45 an update had no body.
  return !result.isCreated && call.version < 46
    ? { status: 204, body: null }
    : { status: result.isCreated ? 201 : 200, body };
}

/** `POST sobjects/X/Id` inserts: the one key that never names a record. */
function upsertOnlyById(call: DataCall): ApiResponse {
  if ((call.params['key'] ?? '').toLowerCase() !== 'id') {
    throw methodNotAllowed('POST', ['GET', 'HEAD', 'PATCH', 'DELETE']);
  }
  const object = objectFor(call);
  const json = objectBody(call);
  const result = transact(call.org.local, call.session.userId, 'synchronous', (runtime) =>
    saveOne(runtime, 'insert', writableRow(runtime, object, json, null, true), { dmlOptions: dmlOptionsOf(call) }),
  );
  return { status: 201, body: { id: result.id, success: true, errors: [], created: true } };
}

function remove(call: DataCall): ApiResponse {
  const object = objectFor(call);
  const rows = rowsByKey(call, object, keyOf(call, object));
  const [row] = rows;
  if (row === undefined) {
    throw new ApiError(404, { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' });
  }
  return rows.length > 1 ? choices(call, object, rows) : removeRecord(call, object, row.Id);
}
