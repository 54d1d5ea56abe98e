/**
 * What the user may see. In user mode an object or field out of reach is an unknown one; WITH SECURITY_ENFORCED says
 * so plainly and looks at what is selected; rows out of reach are left out without a word.
 */
import type { ObjectInfo } from '../data/schema.ts';
import type { Row } from '../data/store.ts';
import type { Query } from './ast.ts';
import type { AccessContext, Runtime } from '../runtime/runtime.ts';
import type { Execution, Predicate } from './execution.ts';
import { SoqlFault } from './faults.ts';
import type { Plan } from './plan/plan.ts';

/** WITH USER_MODE and WITH SYSTEM_MODE win over the caller's mode. */
export function accessOf(query: Query, access: AccessContext): AccessContext {
  switch (query.access) {
    case 'USER_MODE':
      return { ...access, isUserMode: true, isSharingEnforced: true };
    case 'SYSTEM_MODE':
      return { ...access, isUserMode: false };
    default:
      return access;
  }
}

/** `isOpen` tells objects that have no permissions of their own. */
export function checkAccess(
  runtime: Runtime,
  plan: Plan,
  access: AccessContext,
  isOpen: (object: ObjectInfo) => boolean = () => false,
): void {
  const isSecured = plan.query.access === 'SECURITY_ENFORCED';
  if (!access.isUserMode && !isSecured) {
    return;
  }
  const { security } = runtime.org;
  for (const { object, at } of plan.objectUses) {
    if (!isOpen(object) && !security.objectAccess(access.userId, object).read) {
      throw isSecured ? new SoqlFault('SECURITY', at) : new SoqlFault('OBJECT', at, object.name);
    }
  }
  for (const { object, field, at, isSelected } of plan.fieldUses) {
    const isChecked =
      (access.isUserMode || isSelected) && !isOpen(object) && !field.isAlwaysVisible && field.type !== 'id';
    if (isChecked && !security.canReadField(access.userId, object, field)) {
      throw isSecured && !access.isUserMode
        ? new SoqlFault('SECURITY', at)
        : new SoqlFault('FIELD', at, field.name, object.name);
    }
  }
}

/** Null where every row can be seen. Sharing is asked of the object in FROM, not of the parents a path reaches. */
export function visibleTo(execution: Execution, object: ObjectInfo): Predicate | null {
  const { access, runtime } = execution;
  const isShared = object.kind === 'standard' || object.kind === 'custom';
  const isPublic =
    object.sharingModel === 'read' || object.sharingModel === 'readWrite' || object.sharingModel === 'fullAccess';
  if (!access.isSharingEnforced || !isShared || isPublic) {
    return null;
  }
  const { security } = runtime.org;
  if (security.objectAccess(access.userId, object).viewAll) {
    return null;
  }
  return (row: Row) => security.recordAccess(access.userId, object, row) !== 'none';
}
