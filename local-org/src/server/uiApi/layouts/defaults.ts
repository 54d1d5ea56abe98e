/** `ui-api/record-defaults`: what a new record, or a copy, starts with. */
import type { FieldInfo, ObjectInfo } from '../../../data/schema.ts';
import { SObjectValue } from '../../../runtime/sobject.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import type { Value } from '../../../values/value.ts';
import { ok, type ApiResponse, type UserCall } from '../../api.ts';
import { ApiError, notFound } from '../../errors.ts';
import { look } from '../../records/work.ts';
import { objectParam, pathsOf } from '../base.ts';
import { MASTER_RECORD_TYPE, objectInfo, recordTypes } from '../objectInfo.ts';
import { readablePaths, readRecords, recordValue, type RecordValue } from '../recordValue.ts';
import { objectOfId } from '../records.ts';
import { layoutFields, layoutValue, type LayoutMode, type LayoutValue } from './layout.ts';

/** The right to create is asked first: who has none gets no form. */
function creatable(call: UserCall, object: ObjectInfo): ObjectInfo {
  const { security } = call.org.local.parts.context;
  if (!object.isCreateable || !security.objectAccess(call.session.userId, object).create) {
    throw new ApiError(403, {
      errorCode: 'INSUFFICIENT_ACCESS',
      message: `You don't have access to create ${object.labelPlural}.`,
    });
  }
  return object;
}

export function readCreateDefaults(call: UserCall): ApiResponse {
  const object = creatable(call, objectParam(call));
  const recordTypeId = call.param('recordTypeId') ?? defaultRecordType(call, object);
  const layout = layoutOf(call, object, recordTypeId, 'Create');
  return look(call.org.local, call.session.userId, (runtime) => {
    const paths = [...layoutFields(layout), ...pathsOf(object, call.param('optionalFields'))];
    const record = newRecord(runtime, object, paths, recordTypeId);
    return answer(call, object, layout, record);
  });
}

export function readCloneDefaults(call: UserCall): ApiResponse {
  const { object, id } = objectOfId(call, call.params['id'] ?? '');
  creatable(call, object);
  return look(call.org.local, call.session.userId, (runtime) => {
    const [source] = readRecords(runtime, object, [id], []).values();
    if (source === undefined) {
      throw notFound();
    }
    const recordTypeId = call.param('recordTypeId') ?? source.recordTypeId;
    const layout = layoutOf(call, object, recordTypeId, 'Create');
    const paths = [...layoutFields(layout), ...pathsOf(object, call.param('optionalFields'))];
    const copied = paths.filter((path) => isCopied(runtime, object, object.fields.get(path.toLowerCase())));
    const full = readRecords(runtime, object, [id], copied).get(id) ?? source;
    const record = { ...newRecord(runtime, object, [], recordTypeId), fields: withoutSystem(full), cloneSourceId: id };
    return answer(call, object, layout, record);
  });
}

const layoutOf = (call: UserCall, object: ObjectInfo, recordTypeId: string, mode: LayoutMode): LayoutValue =>
  layoutValue(call.org, call.session.userId, { object, type: 'Full', mode, recordTypeId });

const defaultRecordType = (call: UserCall, object: ObjectInfo): string =>
  recordTypes(call.org, object).find((one) => one.isDefault)?.id ?? MASTER_RECORD_TYPE;

function isCopied(runtime: Transaction, object: ObjectInfo, field: FieldInfo | undefined): boolean {
  return (
    field !== undefined &&
    field.isCreateable &&
    !field.isUnique &&
    runtime.org.security.canEditField(runtime.access.userId, object, field)
  );
}

const SYSTEM = ['Id', 'LastModifiedById', 'LastModifiedBy', 'LastModifiedDate', 'SystemModstamp'];
const withoutSystem = (record: RecordValue): RecordValue['fields'] =>
  Object.fromEntries(Object.entries(record.fields).filter(([name]) => !SYSTEM.includes(name)));

/** Defaults of fields, the user as owner, values that are given, the rest blank. */
export function newRecord(
  runtime: Transaction,
  object: ObjectInfo,
  paths: readonly string[],
  recordTypeId: string,
  given: ReadonlyMap<string, Value> = new Map(),
): RecordValue {
  const { declarative } = runtime.org;
  const ofType = recordTypeId === MASTER_RECORD_TYPE ? null : recordTypeId;
  const row = new SObjectValue(object);
  const names = readablePaths(runtime, object, paths).filter((path) => !path.includes('.'));
  for (const name of names) {
    const field = object.fields.get(name.toLowerCase());
    if (field !== undefined && field.isCreateable) {
      row.set(field.name, given.get(field.name) ?? declarative.defaultValue(runtime, object, field, ofType));
    }
  }
  if (object.hasOwner && names.includes('OwnerId')) {
    row.set('OwnerId', runtime.access.userId);
  }
  row.queriedFields = new Set(names.map((name) => name.toLowerCase()));
  return { ...recordValue(runtime, row), recordTypeId };
}

function answer(call: UserCall, object: ObjectInfo, layout: LayoutValue, record: RecordValue): ApiResponse {
  return ok({
    layout,
    objectInfos: { [object.name]: objectInfo(call.org, call.session.userId, object) },
    record,
  });
}
