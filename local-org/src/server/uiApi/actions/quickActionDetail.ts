/** What a quick action opens: its component, or the form of the record it makes or changes. */
import type { ObjectInfo } from '../../../data/schema.ts';
import { storedView } from '../../../declarative/formula/references.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import { ok, type ApiResponse, type UserCall } from '../../api.ts';
import { notFound } from '../../errors.ts';
import { fromJson } from '../../records/fieldJson.ts';
import { look } from '../../records/work.ts';
import type { FieldOverride, QuickAction } from '../../uiModel/quickAction.ts';
import type { Value } from '../../../values/value.ts';
import { newRecord } from '../layouts/defaults.ts';
import { layoutFields, layoutOfSections, type LayoutValue } from '../layouts/layout.ts';
import { MASTER_RECORD_TYPE, objectInfo } from '../objectInfo.ts';
import { readRecords, type RecordValue } from '../recordValue.ts';
import { objectOfId } from '../records.ts';
import { canRun } from './platformAction.ts';

interface Source {
  readonly object: ObjectInfo;
  readonly id: string;
}

/** `?name=Thing__c.Book&recordId=`: for global actions without a record. */
export function readQuickAction(call: UserCall): ApiResponse {
  const name = call.param('name') ?? '';
  const recordId = call.param('recordId');
  const source = recordId === null ? null : objectOfId(call, recordId);
  const action = call.org.ui.quickAction(name, source?.object.name ?? null);
  if (action === null || !canRun(call, action, source?.object ?? null)) {
    throw notFound(`The quick action ${name} does not exist, or you have no access to it.`);
  }
  const target = targetOf(call, action, source);
  const layout = target === null ? null : formOf(call, action, target);
  return ok({
    apiName: action.name,
    component: action.component,
    description: action.description,
    iconName: action.iconName,
    label: action.label,
    successMessage: action.successMessage,
    subtype: action.subtype,
    targetObject: target?.name ?? null,
    targetParentField: action.targetParentField,
    type: action.type,
    layout,
    objectInfo: target === null ? null : objectInfo(call.org, call.session.userId, target),
    record: target === null || layout === null ? null : recordOf(call, action, { target, layout, source }),
  });
}

/** The object of the form: of Create the target, of Update the record's own. */
function targetOf(call: UserCall, action: QuickAction, source: Source | null): ObjectInfo | null {
  const { schema } = call.org.local.parts.context;
  switch (action.type) {
    case 'Create':
    case 'LogACall':
      return schema.find(action.targetObject ?? (action.type === 'LogACall' ? 'Task' : ''));
    case 'Update':
      return source?.object ?? null;
    default:
      return null;
  }
}

function formOf(call: UserCall, action: QuickAction, target: ObjectInfo): LayoutValue {
  return layoutOfSections(
    call.org,
    call.session.userId,
    {
      object: target,
      type: 'Full',
      mode: action.type === 'Update' ? 'Edit' : 'Create',
      recordTypeId: recordTypeId(call, action, target),
    },
    [
      {
        label: action.label,
        hasViewHeading: false,
        hasEditHeading: false,
        columns: action.columns.filter((one) => one.length > 0),
      },
    ],
  );
}

function recordTypeId(call: UserCall, action: QuickAction, target: ObjectInfo): string | null {
  const rows = [...call.org.local.parts.store.rows('RecordType')];
  return (
    rows.find((row) => row['SobjectType'] === target.name && row['DeveloperName'] === action.targetRecordType)?.Id ??
    null
  );
}

interface Form {
  readonly target: ObjectInfo;
  readonly layout: LayoutValue;
  readonly source: Source | null;
}

/** Of Update the record itself; of Create the defaults, the action's own values, and the parent. */
function recordOf(call: UserCall, action: QuickAction, { target, layout, source }: Form): RecordValue {
  return look(call.org.local, call.session.userId, (runtime) => {
    const paths = layoutFields(layout);
    if (action.type === 'Update' && source !== null) {
      const record = readRecords(runtime, target, [source.id], paths).get(source.id);
      if (record === undefined) {
        throw notFound();
      }
      return record;
    }
    const parent = action.targetParentField;
    const values = new Map(action.overrides.map((one) => [one.field, valueOf(runtime, target, one, source)]));
    if (parent !== null && source !== null) {
      values.set(parent, source.id);
    }
    return newRecord(runtime, target, [...paths, ...values.keys()], layout.recordTypeId ?? MASTER_RECORD_TYPE, values);
  });
}

/** A literal, or a formula over the record the action starts from. */
function valueOf(runtime: Transaction, target: ObjectInfo, override: FieldOverride, source: Source | null): Value {
  const field = target.fields.get(override.field.toLowerCase());
  if (field === undefined) {
    return null;
  }
  if (override.formula === null) {
    return fromJson(field, override.literal);
  }
  const row = source === null ? null : runtime.org.store.get(source.object.name, source.id);
  const from = source?.object ?? target;
  return runtime.org.declarative.formulaValue(
    runtime,
    from,
    { ...field, formula: override.formula },
    storedView(from, row ?? {}),
  );
}
