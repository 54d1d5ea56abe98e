/** Actions as the UI API shows them. Source: User Interface API Developer Guide, "Platform Action". */
import type { ObjectInfo } from '../../../data/schema.ts';
import type { UserCall } from '../../api.ts';
import type { QuickAction } from '../../uiModel/quickAction.ts';
import { MASTER_RECORD_TYPE } from '../objectInfo.ts';
import { pageLayoutOf } from '../layouts/layout.ts';

export interface PlatformAction {
  readonly actionListContext: string;
  readonly actionTarget: string | null;
  readonly actionTargetType: string | null;
  readonly apiName: string;
  readonly description: string | null;
  readonly iconName: string;
  readonly id: string;
  readonly isMassAction: string;
  readonly label: string;
  readonly section: string;
  readonly sourceObject: string;
  readonly subtype: string | null;
  readonly targetObject: string | null;
  readonly type: 'StandardButton' | 'QuickAction';
  /** How a component of the action opens: `ScreenAction` or `Action`, which shows nothing. */
  readonly actionSubtype: string | null;
}

/** Standard buttons that are simulated, in the order a new org's pages have them. */
const STANDARD: readonly { readonly name: string; readonly label: string; readonly icon: string }[] = [
  { name: 'Edit', label: 'Edit', icon: 'action:edit' },
  { name: 'Clone', label: 'Clone', icon: 'action:clone' },
  { name: 'Delete', label: 'Delete', icon: 'action:delete' },
  { name: 'ChangeOwnerOne', label: 'Change Owner', icon: 'action:change_owner' },
];

export interface ActionRecord {
  readonly object: ObjectInfo;
  readonly id: string;
}

/** What the user may do with a record, in the order of its layout. */
export function recordActions(call: UserCall, record: ActionRecord): readonly PlatformAction[] {
  const { object, id } = record;
  const row = call.org.local.parts.store.get(object.name, id);
  const recordTypeId = (row?.['RecordTypeId'] as string | null | undefined) ?? MASTER_RECORD_TYPE;
  const layout = pageLayoutOf(call.org, call.session.userId, object, recordTypeId);
  const offered = [...standardActions(call, record), ...quickActions(call, object)];
  const names = layout.actions?.map((action) => action.name) ?? offered.map((action) => action.apiName);
  return names
    .filter((name) => !layout.excludedButtons.includes(name))
    .flatMap((name) => offered.find((action) => action.apiName === name) ?? []);
}

/** All that could be offered, for pages that choose by name. */
export function namedActions(
  call: UserCall,
  record: ActionRecord,
  names: readonly string[],
): readonly PlatformAction[] {
  const offered = [...standardActions(call, record), ...quickActions(call, record.object), ...globalActions(call)];
  return names.flatMap((name) => {
    const folded = name.toLowerCase();
    return (
      offered.find(({ apiName }) => apiName.toLowerCase() === folded) ??
      offered.find(({ apiName }) => apiName.toLowerCase() === `${record.object.name}.${name}`.toLowerCase()) ??
      []
    );
  });
}

function standardActions(call: UserCall, { object, id }: ActionRecord): readonly PlatformAction[] {
  const { security, store } = call.org.local.parts.context;
  const { userId } = call.session;
  const access = security.objectAccess(userId, object);
  const row = store.get(object.name, id);
  const onRecord = row === null ? 'none' : security.recordAccess(userId, object, row);
  const canEdit = access.edit && object.isUpdateable && (onRecord === 'edit' || onRecord === 'all');
  const owner = object.fields.get('ownerid');
  const isAllowed: Readonly<Record<string, boolean>> = {
    Edit: canEdit,
    Clone: access.create && object.isCreateable,
    Delete: access.delete && object.isDeletable && onRecord === 'all',
    ChangeOwnerOne: canEdit && object.hasOwner && owner?.isUpdateable === true && onRecord === 'all',
  };
  return STANDARD.filter(({ name }) => isAllowed[name] === true).map(({ name, label, icon }) =>
    standardAction(call, object, { name, label, icon, context: 'Record' }),
  );
}

interface StandardButton {
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  readonly context: string;
}

/** A component or page that stands in for the platform's own is the target. */
export function standardAction(call: UserCall, object: ObjectInfo, button: StandardButton): PlatformAction {
  const override = call.org.pages.overrides.find(
    (one) => one.target === object.name && one.action === button.name && one.content !== '',
  );
  return {
    actionListContext: button.context,
    actionTarget: override?.content ?? null,
    actionTargetType: override?.type ?? 'StandardAction',
    apiName: button.name,
    description: null,
    iconName: button.icon,
    id: `${object.name}.${button.name}`,
    isMassAction: 'false',
    label: button.label,
    section: 'Page',
    sourceObject: object.name,
    subtype: null,
    targetObject: object.name,
    type: 'StandardButton',
    actionSubtype: null,
  };
}

/** Quick actions of an object that the user can carry out. */
function quickActions(call: UserCall, object: ObjectInfo): readonly PlatformAction[] {
  return call.org.ui
    .quickActionsOf(object.name)
    .filter((action) => canRun(call, action, object))
    .map((action) => quickAction(action, object.name));
}

export function globalActions(call: UserCall): readonly PlatformAction[] {
  return call.org.ui
    .quickActionsOf(null)
    .filter((action) => canRun(call, action, null))
    .map((action) => quickAction(action, 'Global'));
}

export function canRun(call: UserCall, action: QuickAction, object: ObjectInfo | null): boolean {
  const { schema, security } = call.org.local.parts.context;
  const target = action.targetObject === null ? object : schema.find(action.targetObject);
  if (action.type === 'Create' || action.type === 'LogACall') {
    return target !== null && security.objectAccess(call.session.userId, target).create;
  }
  return action.type !== 'Update' || (target !== null && security.objectAccess(call.session.userId, target).edit);
}

const ICONS: Readonly<Record<string, string>> = {
  Create: 'action:new',
  Update: 'action:update',
  LogACall: 'action:log_a_call',
};

function quickAction(action: QuickAction, sourceObject: string): PlatformAction {
  return {
    actionListContext: sourceObject === 'Global' ? 'Global' : 'Record',
    actionTarget: action.component,
    actionTargetType: action.type,
    apiName: action.name,
    description: action.description,
    iconName: ICONS[action.type] ?? 'action:custom1',
    id: action.name,
    isMassAction: 'false',
    label: action.label,
    section: 'Page',
    sourceObject,
    subtype: action.type,
    targetObject: action.targetObject,
    type: 'QuickAction',
    actionSubtype: action.subtype,
  };
}
