/**
 * Setup objects and others in one transaction (Apex Developer Guide, "sObjects That Cannot Be Used Together in DML
 * Operations"). `System.runAs` starts anew: whoever runs it deletes the state before and restores it after.
 */
import type { ObjectInfo } from '../schema.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { dmlError } from './errors.ts';
import type { RowWork } from './work.ts';

/** Key of `Runtime.transactionState`. */
export const MIXED_DML = Symbol('objects saved in this transaction');

interface State {
  setup: string | null;
  other: string | null;
}

const SETUP: ReadonlySet<string> = new Set([
  'FieldPermissions',
  'Group',
  'GroupMember',
  'ObjectTerritory2AssignmentRule',
  'ObjectTerritory2AssignmentRuleItem',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'QueueSobject',
  'RuleTerritory2Association',
  'SetupEntityAccess',
  'Territory2',
  'Territory2Model',
  'User',
  'UserPackageLicense',
  'UserRole',
  'UserTerritory2Association',
]);
/** Changing any other field of a user is no setup change; nor is making a user without a role. */
const USER_SETUP_FIELDS = [
  'UserRoleId',
  'IsActive',
  'ForecastEnabled',
  'IsPortalEnabled',
  'Username',
  'ProfileId',
] as const;

/** Notes what the rows are; adds the error to all of them where both kinds meet. */
export function checkMixed(
  runtime: Runtime,
  object: ObjectInfo,
  works: readonly RowWork[],
  change: 'save' | 'delete',
): void {
  if (object.kind !== 'standard' && object.kind !== 'custom') {
    return;
  }
  const isSetup = SETUP.has(object.name);
  if (isHarmless(object.name, works, change)) {
    return;
  }
  const state = stateOf(runtime);
  const original = isSetup ? state.other : state.setup;
  if (original !== null) {
    works.forEach((work) => work.errors.push(dmlError('mixedDml', [object.name, original])));
    return;
  }
  state[isSetup ? 'setup' : 'other'] ??= object.name;
}

function stateOf(runtime: Runtime): State {
  let state = runtime.transactionState.get(MIXED_DML) as State | undefined;
  if (state === undefined) {
    state = { setup: null, other: null };
    runtime.transactionState.set(MIXED_DML, state);
  }
  return state;
}

/** Groups may be inserted and updated beside other objects, and users as their fields allow. */
function isHarmless(object: string, works: readonly RowWork[], change: 'save' | 'delete'): boolean {
  return (
    change === 'save' && (object === 'Group' || (object === 'User' && works.every((work) => isHarmlessUser(work))))
  );
}

function isHarmlessUser(work: RowWork): boolean {
  return work.isInsert
    ? (work.values['UserRoleId'] ?? null) === null
    : !USER_SETUP_FIELDS.some((field) => work.given.has(field));
}
