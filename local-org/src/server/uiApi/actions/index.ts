/** `ui-api/actions`: what records, objects and lists offer to do. */
import type { ObjectInfo } from '../../../data/schema.ts';
import { ok, type ApiResponse, type Route, type UserCall } from '../../api.ts';
import { notFound } from '../../errors.ts';
import { objectOf } from '../../records/save.ts';
import { look } from '../../records/work.ts';
import { relatedListByName } from '../../uiModel/relatedLists.ts';
import { columnsOf, listOf, UI_BASE } from '../base.ts';
import { readRecords } from '../recordValue.ts';
import { objectOfId } from '../records.ts';
import { namedActions, globalActions, recordActions, standardAction, type PlatformAction } from './platformAction.ts';
import { readQuickAction } from './quickActionDetail.ts';

const BASE = `${UI_BASE}/actions`;

export const ACTION_ROUTES: readonly Route[] = [
  { method: 'GET', path: `${BASE}/record/:ids`, access: 'ui', handle: ofRecords },
  { method: 'GET', path: `${BASE}/record/:ids/record-edit`, access: 'ui', handle: ofRecordForm },
  { method: 'GET', path: `${BASE}/record/:ids/related-list/:lists`, access: 'ui', handle: ofRelatedLists },
  { method: 'GET', path: `${BASE}/object/:objects`, access: 'ui', handle: ofObjects },
  { method: 'GET', path: `${BASE}/object/:objects/record-create`, access: 'ui', handle: ofObjectForm },
  { method: 'GET', path: `${BASE}/lookup/:objects`, access: 'ui', handle: ofObjects },
  { method: 'GET', path: `${BASE}/mru-list/:objects`, access: 'ui', handle: ofObjects },
  { method: 'GET', path: `${BASE}/list-view/:objects`, access: 'ui', handle: ofObjects },
  {
    method: 'GET',
    path: `${BASE}/global`,
    access: 'ui',
    handle: (call) => answer(call, { Global: globalActions(call) }),
  },
  { method: 'GET', path: '/_/org/quickAction', access: 'ui', handle: readQuickAction },
];

function answer(call: UserCall, actions: Readonly<Record<string, readonly PlatformAction[]>>): ApiResponse {
  const wanted = listOf(call.param('actionTypes'));
  return ok({
    actions: Object.fromEntries(
      Object.entries(actions).map(([key, list]) => [
        key,
        { actions: list.filter((one) => wanted.length === 0 || wanted.includes(one.type)), url: call.request.path },
      ]),
    ),
    eTag: Object.values(actions)
      .flatMap((list) => list.map((one) => one.apiName))
      .join(','),
    url: call.request.path,
  });
}

/** `apiNames` asks for actions by name, also those the layout does not show. */
function ofRecords(call: UserCall): ApiResponse {
  const names = listOf(call.param('apiNames'));
  const records = visible(call);
  return answer(
    call,
    Object.fromEntries(
      records.map((record) => [
        record.id,
        names.length > 0 ? namedActions(call, record, names) : recordActions(call, record),
      ]),
    ),
  );
}

function visible(call: UserCall): readonly { readonly object: ObjectInfo; readonly id: string }[] {
  return listOf(call.params['ids'] ?? '').map((one) => {
    const record = objectOfId(call, one);
    const found = look(call.org.local, call.session.userId, (runtime) =>
      readRecords(runtime, record.object, [record.id], []).has(record.id),
    );
    if (!found) {
      throw notFound();
    }
    return record;
  });
}

const button = (call: UserCall, object: ObjectInfo, name: string, label: string, context: string): PlatformAction =>
  standardAction(call, object, { name, label, icon: `action:${name.toLowerCase()}`, context });

function ofRecordForm(call: UserCall): ApiResponse {
  return answer(
    call,
    Object.fromEntries(
      visible(call).map(({ object, id }) => [
        id,
        [
          button(call, object, 'CancelEdit', 'Cancel', 'RecordEdit'),
          button(call, object, 'SaveEdit', 'Save', 'RecordEdit'),
        ],
      ]),
    ),
  );
}

function objects(call: UserCall): readonly ObjectInfo[] {
  return listOf(call.params['objects'] ?? '').map((name) => objectOf(call.org, call.session.userId, name));
}

const canCreate = (call: UserCall, object: ObjectInfo): boolean =>
  object.isCreateable && call.org.local.parts.context.security.objectAccess(call.session.userId, object).create;

const newButton = (call: UserCall, object: ObjectInfo, context: string): readonly PlatformAction[] =>
  canCreate(call, object) ? [button(call, object, 'New', 'New', context)] : [];

function ofObjects(call: UserCall): ApiResponse {
  return answer(
    call,
    Object.fromEntries(objects(call).map((object) => [object.name, newButton(call, object, 'ListView')])),
  );
}

function ofObjectForm(call: UserCall): ApiResponse {
  return answer(
    call,
    Object.fromEntries(
      objects(call).map((object) => [
        object.name,
        canCreate(call, object)
          ? [
              button(call, object, 'CancelEdit', 'Cancel', 'RecordEdit'),
              button(call, object, 'SaveAndNew', 'Save & New', 'RecordEdit'),
              button(call, object, 'SaveEdit', 'Save', 'RecordEdit'),
            ]
          : [],
      ]),
    ),
  );
}

function ofRelatedLists(call: UserCall): ApiResponse {
  const { schema } = call.org.local.parts.context;
  const entries = visible(call).flatMap(({ object }) =>
    listOf(call.params['lists'] ?? '').map((id) => {
      const list = relatedListByName(schema, columnsOf(call), object, id);
      if (list === null) {
        throw notFound(`The related list ${id} of ${object.name} does not exist.`);
      }
      return [list.id, newButton(call, list.child, 'RelatedList')] as const;
    }),
  );
  return answer(call, Object.fromEntries(entries));
}
