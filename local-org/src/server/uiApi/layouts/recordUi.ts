/** `ui-api/layout` and `ui-api/record-ui`: layouts alone, and records with all that draws them. */
import type { ObjectInfo } from '../../../data/schema.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import { ok, type ApiResponse, type UserCall } from '../../api.ts';
import { notFound } from '../../errors.ts';
import { look } from '../../records/work.ts';
import { listOf, objectParam, pathsOf } from '../base.ts';
import { MASTER_RECORD_TYPE, objectInfo } from '../objectInfo.ts';
import { readRecords, type RecordValue } from '../recordValue.ts';
import { objectOfId } from '../records.ts';
import { layoutFields, layoutValue, type LayoutMode, type LayoutType, type LayoutValue } from './layout.ts';
import { layoutModes, layoutTypes } from './requests.ts';

export function readLayout(call: UserCall): ApiResponse {
  const object = objectParam(call);
  const [type = 'Full'] = layoutTypes(call.param('layoutType'), ['Full']);
  const [mode = 'View'] = layoutModes(call.param('mode'), ['View']);
  return ok(
    layoutValue(call.org, call.session.userId, { object, type, mode, recordTypeId: call.param('recordTypeId') }),
  );
}

type Layouts = Record<string, Record<string, Partial<Record<LayoutType, Partial<Record<LayoutMode, LayoutValue>>>>>>;

export function readRecordUi(call: UserCall): ApiResponse {
  const types = layoutTypes(call.param('layoutTypes'), ['Full']);
  const modes = layoutModes(call.param('modes'), ['View']);
  const ids = listOf(call.params['ids'] ?? '').map((id) => objectOfId(call, id));
  const layouts: Layouts = {};
  const records = look(call.org.local, call.session.userId, (runtime) =>
    ids.map(({ object, id }) => recordOf(call, runtime, { object, id, types, modes }, layouts)),
  );
  const objects = new Map(ids.map(({ object }) => [object.name, object]));
  return ok({
    eTag: records.map((record) => record.eTag).join(','),
    layoutUserStates: {},
    layouts,
    objectInfos: Object.fromEntries(
      [...objects].map(([name, object]) => [name, objectInfo(call.org, call.session.userId, object)]),
    ),
    records: Object.fromEntries(records.map((record) => [record.id ?? '', record])),
  });
}

interface Asked {
  readonly object: ObjectInfo;
  readonly id: string;
  readonly types: readonly LayoutType[];
  readonly modes: readonly LayoutMode[];
}

function recordOf(call: UserCall, runtime: Transaction, asked: Asked, layouts: Layouts): RecordValue {
  const { object, id, types, modes } = asked;
  const recordTypeId = recordTypeOf(call, object, id);
  const byType = ((layouts[object.name] ??= {})[recordTypeId ?? MASTER_RECORD_TYPE] ??= {});
  for (const type of types) {
    for (const mode of modes) {
      (byType[type] ??= {})[mode] ??= layoutValue(call.org, call.session.userId, { object, type, mode, recordTypeId });
    }
  }
  const fields = Object.values(byType).flatMap((one) => Object.values(one).flatMap(layoutFields));
  const optional = listOf(call.param('optionalFields')).filter((path) => path.startsWith(`${object.name}.`));
  const paths = [...fields, ...pathsOf(object, optional.join(','))];
  const record = readRecords(runtime, object, [id], paths).get(id);
  if (record === undefined) {
    throw notFound();
  }
  return record;
}

const recordTypeOf = (call: UserCall, object: ObjectInfo, id: string): string | null =>
  (call.org.local.parts.store.get(object.name, id)?.['RecordTypeId'] as string | null | undefined) ?? null;

/** Paths of a record that was asked for by layouts: `layoutTypes=Full&modes=View`. */
export function layoutPaths(call: UserCall, object: ObjectInfo, id: string): readonly string[] {
  const text = call.param('layoutTypes');
  if (text === null) {
    return [];
  }
  const recordTypeId = recordTypeOf(call, object, id);
  return layoutTypes(text, ['Full']).flatMap((type) =>
    layoutModes(call.param('modes'), ['View']).flatMap((mode) =>
      layoutFields(layoutValue(call.org, call.session.userId, { object, type, mode, recordTypeId })),
    ),
  );
}
