/** `ui-api/records`: read, create, change and delete one record. */
import type { ObjectInfo } from '../../data/schema.ts';
import { ApexException } from '../../runtime/exception.ts';
import { toLongId } from '../../values/id.ts';
import { noContent, ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { ApiError, badRequest, notFound } from '../errors.ts';
import { objectOf, rowOf, save, type FieldsJson } from '../records/save.ts';
import { look, transact } from '../records/work.ts';
import { pathsOf, UI_BASE } from './base.ts';
import { recordErrorResponse } from './errors.ts';
import { layoutPaths } from './layouts/recordUi.ts';
import { objectInfo } from './objectInfo.ts';
import { readablePath, readRecords, type RecordValue } from './recordValue.ts';

export const RECORD_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: `${UI_BASE}/records/:id`,
    access: 'ui',
    handle: (call) => ok(readOne(call, call.params['id'] ?? '')),
  },
  { method: 'GET', path: `${UI_BASE}/records/batch/:ids`, access: 'ui', handle: readBatch },
  { method: 'POST', path: `${UI_BASE}/records`, access: 'ui', handle: create },
  { method: 'PATCH', path: `${UI_BASE}/records/:id`, access: 'ui', handle: update },
  { method: 'DELETE', path: `${UI_BASE}/records/:id`, access: 'ui', handle: remove },
  { method: 'POST', path: '/_/org/undelete', access: 'ui', handle: restore },
  { method: 'GET', path: `${UI_BASE}/object-info/:object`, access: 'ui', handle: readObjectInfo },
];

function readObjectInfo(call: UserCall): ApiResponse {
  const { userId } = call.session;
  return ok(objectInfo(call.org, userId, objectOf(call.org, userId, call.params['object'] ?? '')));
}

/** The object of a record id, if the user may read it. */
export function objectOfId(call: UserCall, id: string): { readonly object: ObjectInfo; readonly id: string } {
  const long = toLongId(id);
  const object = long === null ? null : call.org.local.parts.context.schema.byKeyPrefix(long.slice(0, 3));
  if (long === null || object === null) {
    throw notFound(`Record ID is invalid: ${id}`);
  }
  return { object: objectOf(call.org, call.session.userId, object.name), id: long };
}

export function readOne(call: UserCall, recordId: string): RecordValue {
  const { object, id } = objectOfId(call, recordId);
  const fields = pathsOf(object, call.param('fields'));
  const optional = [...pathsOf(object, call.param('optionalFields')), ...layoutPaths(call, object, id)];
  return look(call.org.local, call.session.userId, (runtime) => {
    for (const path of fields) {
      if (readablePath(runtime, object, path.split('.')) === null) {
        throw badRequest('INVALID_FIELD', `No such column '${path}' on entity '${object.name}'.`);
      }
    }
    const record = readRecords(runtime, object, [id], [...fields, ...optional]).get(id);
    if (record === undefined) {
      throw notFound('The requested resource does not exist');
    }
    return record;
  });
}

/** One result a record: those that can't be read have their own status. */
function readBatch(call: UserCall): ApiResponse {
  const ids = (call.params['ids'] ?? '').split(',');
  const results = ids.map((id) => {
    try {
      return { statusCode: 200, result: readOne(call, id) };
    } catch (error) {
      if (error instanceof ApiError) {
        return { statusCode: error.status, result: error.faults };
      }
      throw error;
    }
  });
  return {
    status: results.every((one) => one.statusCode === 200) ? 200 : 207,
    body: { hasErrors: results.some((one) => one.statusCode !== 200), results },
  };
}

interface RecordInput {
  readonly apiName?: string;
  readonly fields?: FieldsJson;
}

function create(call: UserCall): ApiResponse {
  const { apiName, fields = {} } = (call.json() ?? {}) as RecordInput;
  const object = objectOf(call.org, call.session.userId, apiName ?? '');
  return saving(call, () => {
    const id = transact(call.org.local, call.session.userId, 'synchronous', (runtime) => {
      const row = rowOf(runtime, object, fields, null);
      return save(runtime, 'insert', [row], { isAllOrNone: true })[0]?.id ?? '';
    });
    return { status: 201, body: reread(call, object, id, Object.keys(fields)) };
  });
}

function update(call: UserCall): ApiResponse {
  const { object, id } = objectOfId(call, call.params['id'] ?? '');
  const { fields = {} } = (call.json() ?? {}) as RecordInput;
  const changed = Object.fromEntries(Object.entries(fields).filter(([name]) => name.toLowerCase() !== 'id'));
  return saving(call, () => {
    transact(call.org.local, call.session.userId, 'synchronous', (runtime) => {
      save(runtime, 'update', [rowOf(runtime, object, changed, id)], { isAllOrNone: true });
    });
    return ok(reread(call, object, id, Object.keys(changed)));
  });
}

function remove(call: UserCall): ApiResponse {
  const { object, id } = objectOfId(call, call.params['id'] ?? '');
  return saving(call, () => {
    transact(call.org.local, call.session.userId, 'synchronous', (runtime) => {
      save(runtime, 'delete', [rowOf(runtime, object, {}, id)], { isAllOrNone: true });
    });
    return noContent;
  });
}

/** Takes a record out of the recycle bin; what pages offer after a deletion and the UI API has no resource for. */
function restore(call: UserCall): ApiResponse {
  const { recordId = '' } = (call.json() ?? {}) as { readonly recordId?: string };
  const { object, id } = objectOfId(call, recordId);
  return saving(call, () => {
    transact(call.org.local, call.session.userId, 'synchronous', (runtime) => {
      save(runtime, 'undelete', [rowOf(runtime, object, {}, id)], { isAllOrNone: true });
    });
    return noContent;
  });
}

function reread(call: UserCall, object: ObjectInfo, id: string, fields: readonly string[]): RecordValue | null {
  return look(
    call.org.local,
    call.session.userId,
    (runtime) => readRecords(runtime, object, [id], fields).get(id) ?? null,
  );
}

/** What the data layer refuses comes back by field. */
function saving(call: UserCall, work: () => ApiResponse): ApiResponse {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApexException && error.dmlFailures.length > 0) {
      const { schema } = call.org.local.parts.context;
      return recordErrorResponse(
        error,
        (objectName, field) => schema.find(objectName)?.fields.get(field.toLowerCase())?.label ?? null,
      );
    }
    throw error;
  }
}
