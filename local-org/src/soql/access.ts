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
import type { FieldUse } from './plan/uses.ts';

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
  const isHidden = (object: ObjectInfo): boolean =>
    !isOpen(object) && !security.objectAccess(access.userId, object).read;
  const isHiddenField = ({ object, field, isSelected }: FieldUse): boolean =>
    (access.isUserMode || isSelected) &&
    !isOpen(object) &&
    !field.isAlwaysVisible &&
    field.type !== 'id' &&
    !security.canReadField(access.userId, object, field);
  const object = plan.objectUses.find((use) => isHidden(use.object));
  const field = plan.fieldUses.find(isHiddenField);
  const fault =
    object !== undefined
      ? isSecured
        ? new SoqlFault('SECURITY', object.at)
        : new SoqlFault('OBJECT', object.at, object.object.name)
      : field === undefined
        ? null
        : isSecured && !access.isUserMode
          ? new SoqlFault('SECURITY', field.at)
          : new SoqlFault('FIELD', field.at, field.field.name, field.object.name);
  if (fault !== null) {
    fault.inaccessibleFields = byObject(
      plan.fieldUses.filter((use) => use.field.type !== 'id' && (isHidden(use.object) || isHiddenField(use))),
    );
    throw fault;
  }
}

/** Every field of the query out of reach, as `QueryException.getInaccessibleFields()` gives them. */
function byObject(uses: readonly FieldUse[]): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const { object, field } of uses) {
    const known = fields.get(object.name) ?? [];
    fields.set(object.name, known.includes(field.name) ? known : [...known, field.name]);
  }
  return fields;
}

/** Null where every row can be seen. Sharing is asked of the object in FROM, not of the parents a path reaches. */
export function visibleTo(execution: Execution, object: ObjectInfo): Predicate | null {
  const { access, namespace, runtime } = execution;
  const { packages } = runtime.org;
  if (object.kind === 'customMetadata') {
    return packages.isEmpty ? null : (row: Row) => !packages.hidesRecord(object, row, namespace);
  }
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
