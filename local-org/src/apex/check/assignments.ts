/** Assignments: what may stand on the left, and when a final field may be written. */
import type { Expression } from '../ast.ts';
import type { ApexType } from '../types.ts';
import { nameOf } from '../bind/signatures.ts';
import { UNKNOWN } from '../bind/typePool.ts';
import { accessOf, isVisible } from '../bind/access.ts';
import type { Body } from './body.ts';
import { expressionType } from './expressions.ts';
import { arithmetic } from './operators.ts';

export function assignmentType(body: Body, node: Extract<Expression, { kind: 'Assign' }>): ApexType {
  body.storing = node.operator === '=' ? node.target : null;
  const target = expressionType(body, node.target);
  body.storing = null;
  const value = expressionType(body, node.value);
  checkStorable(body, node.target);
  if (target.kind === 'unknown') {
    return body.set(node, UNKNOWN);
  }
  if (node.operator === '=' && target.kind !== 'void') {
    body.assign(node.value, value, target, node.at);
    return body.set(node, target);
  }
  if (value.kind === 'unknown') {
    return body.set(node, target);
  }
  const operator = node.operator.slice(0, -1);
  const result = arithmetic(body, operator, node, target, value);
  if (!body.conversions.isAssignable(result, target)) {
    body.report(node.at, 'ASSIGNMENT', nameOf(result), nameOf(target));
  }
  return body.set(node, target, null, result.kind === 'unknown' ? null : result);
}

/** Checks that a place can be written. */
export function checkStorable(body: Body, target: Expression): void {
  if (target.kind === 'Index') {
    return;
  }
  if (target.kind === 'Member' && target.isSafe) {
    body.report(target.at, 'NOT_ASSIGNABLE');
    return;
  }
  const info = body.world.info.get(target);
  const reference = info?.reference ?? null;
  switch (reference?.kind) {
    case 'field':
      if (reference.field.isFinal && !mayInitialize(body, reference.field)) {
        body.report(target.at, 'FINAL_ASSIGNMENT', reference.field.name);
      }
      return;
    case 'property': {
      const { property, isBacking } = reference;
      const { setter, modifiers } = property.declaration;
      if (isBacking) {
        return;
      }
      const access = setter?.access ?? accessOf(modifiers, property.owner);
      if (setter === null) {
        body.report(target.at, 'VARIABLE_HIDDEN', `${property.owner.name}.${property.name}`);
      } else if (!isVisible(access, modifiers, property.owner, body.scope)) {
        body.report(target.at, 'VARIABLE_HIDDEN', property.name);
      }
      return;
    }
    case 'platformProperty':
      if (reference.property.set === null) {
        body.report(target.at, 'STORE_FORBIDDEN', reference.property.name, reference.owner.name);
      }
      return;
    case 'enumValue':
      body.report(target.at, 'FINAL_ASSIGNMENT', reference.name);
      return;
    case 'local':
    case 'sobjectField':
    case 'sobjectParent':
    case 'genericId':
      return;
    default:
      if (info?.type.kind !== 'unknown') {
        body.report(target.at, 'NOT_ASSIGNABLE');
      }
  }
}

function mayInitialize(body: Body, field: { readonly owner: Body['owner']; readonly isStatic: boolean }): boolean {
  if (!body.conversions.isSubtype(body.owner, field.owner)) {
    return false;
  }
  return field.isStatic
    ? body.kind === 'initializer' && body.isStatic
    : (body.kind === 'constructor' || body.kind === 'initializer') && !body.isStatic;
}
