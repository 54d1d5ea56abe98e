/** The path of a record: its steps, where it stands, what matters at each step. */
import type { FieldInfo, ObjectInfo, PicklistValue } from '../../data/schema.ts';
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { notFound } from '../errors.ts';
import { look } from '../records/work.ts';
import { fieldLabel } from '../uiModel/columns.ts';
import { STANDARD_PATH_FIELDS, type PathAssistant } from '../uiModel/pathAssistant.ts';
import { objectOfId } from './records.ts';
import { readRecords } from './recordValue.ts';

export const PATH_ROUTES: readonly Route[] = [{ method: 'GET', path: '/_/org/path', access: 'ui', handle: readPath }];

/** `path` is null where the object has none, or its field is hidden from the user. */
function readPath(call: UserCall): ApiResponse {
  const { object, id } = objectOfId(call, call.param('recordId') ?? '');
  const { security, store } = call.org.local.parts.context;
  const { userId } = call.session;
  const typeId = store.get(object.name, id)?.['RecordTypeId'] as string | null | undefined;
  const typeName = typeId == null ? null : (store.get('RecordType', typeId)?.['DeveloperName'] as string);
  const assistant = call.org.ui.path(object.name, typeName);
  const field = object.fields.get((assistant?.field ?? STANDARD_PATH_FIELDS[object.name] ?? '').toLowerCase());
  const record = look(call.org.local, userId, (runtime) =>
    readRecords(runtime, object, [id], field === undefined ? [] : [field.name]).get(id),
  );
  if (record === undefined) {
    throw notFound();
  }
  if (field === undefined || !security.canReadField(userId, object, field)) {
    return ok({ path: null });
  }
  const current = (record.fields[field.name]?.value as string | null | undefined) ?? null;
  return ok({ path: pathOf(call, { object, field, typeName, assistant, current }) });
}

interface Path {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly typeName: string | null;
  readonly assistant: PathAssistant | null;
  readonly current: string | null;
}

function pathOf(call: UserCall, path: Path): object {
  const { object, field, assistant, current } = path;
  const { security } = call.org.local.parts.context;
  const values = stepValues(path);
  const steps = values.map((value) => ({ value, end: endOf(call, object, value) }));
  const open = steps.filter(({ end }) => end === null);
  const closed = steps.filter(({ end }) => end !== null);
  const reached = steps.find(({ value }) => value.value === current);
  const place = open.findIndex(({ value }) => value.value === current);
  const step = ({ value, end }: (typeof steps)[number], index: number): object => ({
    value: value.value,
    label: value.label,
    isClosed: end !== null,
    isWon: end === 'won',
    state: stateOf(value.value === current, end, reached?.end != null || index < place),
    ...detailsOf(call, path, value.value),
  });
  return {
    objectApiName: object.name,
    fieldApiName: field.name,
    fieldLabel: fieldLabel(object, field),
    label: assistant?.label ?? null,
    current,
    isClosed: reached?.end != null,
    isEditable: field.isUpdateable && security.canEditField(call.session.userId, object, field),
    steps: open.map(step),
    closedSteps: closed.map((one) => step(one, Number.MAX_SAFE_INTEGER)),
  };
}

function stateOf(isCurrent: boolean, end: 'won' | 'lost' | null, isPassed: boolean): string {
  return isCurrent ? (end ?? 'current') : isPassed && end === null ? 'complete' : 'incomplete';
}

function stepValues({ object, field, typeName }: Path): readonly PicklistValue[] {
  const type = object.recordTypes.find((one) => one.developerName === typeName);
  const allowed = type?.picklistValues.get(field.name.toLowerCase());
  return field.picklist.filter((one) => one.isActive && (allowed === undefined || allowed.includes(one.value)));
}

/** Whether a value ends the path, and how: stages say so, statuses of cases and leads are rows. */
function endOf(call: UserCall, object: ObjectInfo, value: PicklistValue): 'won' | 'lost' | null {
  if (value.stage !== undefined) {
    return value.stage.isClosed ? (value.stage.isWon ? 'won' : 'lost') : null;
  }
  const { store } = call.org.local.parts;
  const isEnd = (statuses: string, flag: string): boolean =>
    [...store.rows(statuses)].some((row) => row['ApiName'] === value.value && row[flag] === true);
  return (object.name === 'Case' && isEnd('CaseStatus', 'IsClosed')) ||
    (object.name === 'Lead' && isEnd('LeadStatus', 'IsConverted'))
    ? 'won'
    : null;
}

function detailsOf(call: UserCall, { object, assistant }: Path, value: string): object {
  const { security } = call.org.local.parts.context;
  const step = assistant?.steps.find((one) => one.value === value);
  const fields = (step?.keyFields ?? []).flatMap((name) => object.fields.get(name.toLowerCase()) ?? []);
  return {
    guidance: step?.guidance ?? null,
    keyFields: fields
      .filter((field) => security.canReadField(call.session.userId, object, field))
      .map((field) => ({ apiName: field.name, label: fieldLabel(object, field) })),
  };
}
