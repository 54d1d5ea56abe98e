/**
 * What the user may do: the object first (a refusal ends the statement), then fields, then the record and the records
 * it points to. Object and field permissions count in user mode, records where sharing is enforced.
 */
import type { Row } from '../store.ts';
import { dmlError } from './errors.ts';
import { isChanged, type DmlCall, type RowWork } from './work.ts';

export function checkObjectAccess(call: DmlCall, operation: 'insert' | 'update' | 'delete' | 'undelete'): void {
  const { runtime, object, access } = call;
  if (!access.isUserMode) {
    return;
  }
  const rights = runtime.org.security.objectAccess(access.userId, object);
  const isAllowed = operation === 'insert' ? rights.create : operation === 'update' ? rights.edit : rights.delete;
  if (!isAllowed) {
    runtime.fail('System.SecurityException', `Access to entity '${object.name}' denied`);
  }
}

export function checkFieldAccess(call: DmlCall, work: RowWork): void {
  const { runtime, object, access } = call;
  if (!access.isUserMode) {
    return;
  }
  const hidden: string[] = [];
  for (const name of work.given) {
    const field = object.fields.get(name.toLowerCase());
    const isWritten =
      field !== undefined && isChanged(work, name) && (work.isInsert ? field.isCreateable : field.isUpdateable);
    if (isWritten && !runtime.org.security.canEditField(access.userId, object, field)) {
      hidden.push(name);
    }
  }
  if (hidden.length > 0) {
    work.errors.push(dmlError('fieldAccess', [object.name], hidden));
  }
}

export function checkRecordAccess(call: DmlCall, work: RowWork, row: Row, needed: 'edit' | 'all'): void {
  const { runtime, object, access } = call;
  if (!access.isSharingEnforced || (object.kind !== 'standard' && object.kind !== 'custom')) {
    return;
  }
  const granted = runtime.org.security.recordAccess(access.userId, object, row);
  if (granted !== 'all' && (granted !== 'edit' || needed === 'all')) {
    work.errors.push(dmlError('noEditAccess'));
  }
}

/** The records that changed lookups point to must be visible. */
export function checkReferenceAccess(
  call: DmlCall,
  work: RowWork,
  field: string,
  targetObject: string,
  target: Row,
): void {
  const { runtime, access } = call;
  const object = runtime.org.schema.find(targetObject);
  if (
    access.isSharingEnforced &&
    object !== null &&
    !object.isSetup &&
    isChanged(work, field) &&
    runtime.org.security.recordAccess(access.userId, object, target) === 'none'
  ) {
    work.errors.push(dmlError('noReferenceAccess'));
  }
}
