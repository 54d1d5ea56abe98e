/** `value.name`: fields and properties of objects, fields and relationships of rows. */
import type { Expression } from '../ast.ts';
import type { ApexType } from '../types.ts';
import { accessOf, isVisible } from '../bind/access.ts';
import { ID, SOBJECT, UNKNOWN } from '../bind/typePool.ts';
import type { Body } from './body.ts';
import { polymorphicMember, rowMember, type RowMember } from './fieldTypes.ts';
import { noteVariable } from './names.ts';
import { describeMember } from './staticMembers.ts';

type MemberNode = Extract<Expression, { kind: 'Member' }>;

export function valueMember(body: Body, expression: MemberNode, target: ApexType): ApexType {
  switch (target.kind) {
    case 'unknown':
      return body.set(expression, UNKNOWN);
    case 'sobject':
      return rowAccess(body, expression, target);
    case 'query':
      body.convert(expression.target, target.element);
      return rowAccess(body, expression, target.element);
    case 'user':
      return userMember(body, expression, target);
    default:
      return describeMember(body, expression) ?? platformMember(body, expression, target);
  }
}

function missing(body: Body, expression: MemberNode, owner: ApexType | null = null): ApexType {
  const parent = body.world.unknownParentOf(owner);
  if (parent !== null) {
    body.refuseInherited(expression.at, parent, expression.name);
    return body.set(expression, UNKNOWN);
  }
  body.report(expression.at, 'VARIABLE_MISSING', expression.name);
  return body.set(expression, UNKNOWN);
}

function rowAccess(body: Body, expression: MemberNode, row: ApexType): ApexType {
  const member =
    row.kind === 'sobject' && row.object !== null
      ? rowMember(body.world, row.object, expression.name, body.scope.namespace)
      : genericMember(body, expression);
  if (member !== null) {
    return body.set(expression, member.type, member.reference);
  }
  if (row === SOBJECT && expression.name.toLowerCase() === 'id') {
    return body.set(expression, ID, { kind: 'genericId' });
  }
  return missing(body, expression);
}

/** Behind a lookup to several objects any field of theirs may be read. */
function genericMember(body: Body, expression: MemberNode): RowMember | null {
  const reference = body.referenceOf(expression.target);
  return reference?.kind === 'sobjectParent'
    ? polymorphicMember(body.world, reference.field, expression.name, body.scope.namespace)
    : null;
}

function userMember(body: Body, expression: MemberNode, target: Extract<ApexType, { kind: 'user' }>): ApexType {
  const folded = expression.name.toLowerCase();
  const enumValue = target.enumValues.find((one) => one.toLowerCase() === folded);
  if (enumValue !== undefined) {
    return body.set(expression, body.fail(expression.at, 'STATIC_FIELD_CONTEXT', enumValue, target.name));
  }
  for (let owner: ApexType | null = target; owner !== null; owner = owner.superType) {
    if (owner.kind !== 'user') {
      return platformMember(body, expression, owner);
    }
    const symbol = owner.fields.get(folded) ?? owner.properties.get(folded);
    if (symbol === undefined) {
      continue;
    }
    if (symbol.isStatic) {
      body.report(expression.at, 'STATIC_FIELD_CONTEXT', symbol.name, owner.name);
    } else if (
      !isVisible(accessOf(symbol.declaration.modifiers, owner), symbol.declaration.modifiers, owner, body.scope)
    ) {
      body.report(expression.at, 'VARIABLE_HIDDEN', `${owner.name}.${symbol.name}`);
    }
    return noteVariable(body, expression, symbol);
  }
  return missing(body, expression, target);
}

function platformMember(body: Body, expression: MemberNode, target: ApexType): ApexType {
  const found = body.world.platform.property(target, expression.name.toLowerCase());
  if (found !== null && !found.property.isStatic) {
    return body.set(expression, found.type, { kind: 'platformProperty', owner: found.owner, property: found.property });
  }
  const className = body.world.platform.classNameOf(target);
  if (body.world.catalog.knowsProperty(className, expression.name)) {
    body.report(expression.at, 'UNSUPPORTED', `${className}.${expression.name}`);
    return body.set(expression, UNKNOWN);
  }
  return missing(body, expression);
}
