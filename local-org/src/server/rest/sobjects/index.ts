/** `sobjects`: objects, their descriptions and their records. Source: REST API Developer Guide, "sObject" resources. */
import { objectBody, dataRoute, type DataCall } from '../dataRoute.ts';
import type { ObjectInfo } from '../../../data/schema.ts';
import { ok, noContent, type ApiResponse, type Route } from '../../api.ts';
import { badRequest, notFound } from '../../errors.ts';
import { look, transact } from '../../records/work.ts';
import { objectOf, type FieldsJson } from '../../records/save.ts';
import { toLongId } from '../../../values/id.ts';
import { changedSince, isPreconditionMet, PRECONDITION_FAILED } from './conditions.ts';
import { describeObject, objectSummary } from './describe.ts';
import { publishEvent } from './events.ts';
import { BY_KEY_ROUTES } from './byKey.ts';
import { CHANGES_ROUTES } from './changes.ts';
import { missing, readRecord } from './read.ts';
import { dmlOptionsOf, saveOne, writableRow } from './saving.ts';

export const SOBJECT_ROUTES: readonly Route[] = [
  dataRoute('GET', '/sobjects', describeGlobal),
  dataRoute('GET', '/sobjects/:object', describeBriefly),
  dataRoute('GET', '/sobjects/:object/describe', describeWhole),
  dataRoute('POST', '/sobjects/:object', create),
  ...CHANGES_ROUTES,
  dataRoute('GET', '/sobjects/:object/:id', read),
  dataRoute('PATCH', '/sobjects/:object/:id', update),
  dataRoute('DELETE', '/sobjects/:object/:id', remove),
  ...BY_KEY_ROUTES,
];

const objectFor = (call: DataCall): ObjectInfo => objectOf(call.org, call.session.userId, call.params['object'] ?? '');

function describeGlobal(call: DataCall): ApiResponse {
  const { packages, security } = call.org.local.parts.context;
  const { userId } = call.session;
  const objects = [...packages.schemaFor('').objects.values()].filter(
    (object) => object.isQueryable && security.objectAccess(userId, object).read,
  );
  return (
    changedSince(call, call.org.startedAt) ??
    ok({
      encoding: 'UTF-8',
      maxBatchSize: 200,
      sobjects: objects.map((object) => objectSummary(call.org, userId, object, call.base)),
    })
  );
}

function describeBriefly(call: DataCall): ApiResponse {
  const object = objectFor(call);
  const { userId } = call.session;
  const recentItems = look(call.org.local, userId, () => []);
  return ok({ objectDescribe: objectSummary(call.org, userId, object, call.base), recentItems });
}

function describeWhole(call: DataCall): ApiResponse {
  const object = objectFor(call);
  return changedSince(call, call.org.startedAt) ?? ok(describeObject(call.org, call.session.userId, object, call.base));
}

function create(call: DataCall): ApiResponse {
  const { org, session } = call;
  const name = call.params['object'] ?? '';
  const event = org.local.parts.context.schema.find(name);
  if (event?.kind === 'platformEvent') {
    return publishEvent(call, event, objectBody(call));
  }
  const object = objectFor(call);
  const json = objectBody(call);
  const { id } = transact(org.local, session.userId, 'synchronous', (runtime) => {
    if (Object.keys(json).some((key) => key.toLowerCase() === 'id')) {
      throw badRequest('INVALID_FIELD', 'cannot specify Id in an insert call', ['Id']);
    }
    return saveOne(runtime, 'insert', writableRow(runtime, object, json, null, true), {
      dmlOptions: dmlOptionsOf(call),
    });
  });
  return {
    status: 201,
    headers: { location: `${call.base}/sobjects/${object.name}/${id ?? ''}` },
    body: { id, success: true, errors: [] },
  };
}

function read(call: DataCall): ApiResponse {
  const object = objectFor(call);
  const { org, session } = call;
  const id = idOf(object, call.params['id'] ?? '');
  const fields = call.param('fields');
  const paths = fields === null ? null : fields.split(',').map((one) => one.trim());
  return look(org.local, session.userId, (runtime) => {
    const record = readRecord(org, runtime, object, id, paths, call.base);
    return changedSince(call, modifiedAt(call, object, id)) ?? ok(record);
  });
}

const modifiedAt = (call: DataCall, object: ObjectInfo, id: string): number => {
  const stamp = call.org.local.parts.store.get(object.name, id)?.['LastModifiedDate'];
  return stamp !== null && typeof stamp === 'object' && 'instant' in stamp ? Number(stamp.instant) : 0;
};

/** An id in the address; what can't be one of this object is taken for an external id nobody has. */
export function idOf(object: ObjectInfo, text: string): string {
  const id = toLongId(text);
  if (id === null || (object.keyPrefix !== null && !id.startsWith(object.keyPrefix))) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${text}`);
  }
  return id;
}

/** The record must be there for this user before anything is made of it. */
export function proveThere(call: DataCall, object: ObjectInfo, id: string): void {
  const { local } = call.org;
  const { userId } = call.session;
  const row = local.parts.store.get(object.name, id);
  if (row === null || local.parts.context.security.recordAccess(userId, object, row) === 'none') {
    throw missing(call.org, object, id);
  }
}

function update(call: DataCall): ApiResponse {
  const object = objectFor(call);
  const id = idOf(object, call.params['id'] ?? '');
  const json = objectBody(call);
  return updateRecord(call, object, id, json);
}

export function updateRecord(call: DataCall, object: ObjectInfo, id: string, json: FieldsJson): ApiResponse {
  proveThere(call, object, id);
  if (!isPreconditionMet(call, modifiedAt(call, object, id))) {
    return PRECONDITION_FAILED;
  }
  if (Object.keys(json).some((key) => key.toLowerCase() === 'id')) {
    throw badRequest('INVALID_FIELD', 'The Id field should not be specified in the sobject data.', ['Id']);
  }
  transact(call.org.local, call.session.userId, 'synchronous', (runtime) =>
    saveOne(runtime, 'update', writableRow(runtime, object, json, id, false), { dmlOptions: dmlOptionsOf(call) }),
  );
  return noContent;
}

function remove(call: DataCall): ApiResponse {
  const object = objectFor(call);
  return removeRecord(call, object, idOf(object, call.params['id'] ?? ''));
}

export function removeRecord(call: DataCall, object: ObjectInfo, id: string): ApiResponse {
  proveThere(call, object, id);
  transact(call.org.local, call.session.userId, 'synchronous', (runtime) => {
    const row = runtime.newRow(object);
    row.id = id;
    return saveOne(runtime, 'delete', row);
  });
  return noContent;
}
