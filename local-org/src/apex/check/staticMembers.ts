/** `Type.name`: enum values, static fields and properties, tokens and describes of objects and fields. */
import type { Expression } from '../ast.ts';
import type { ApexType } from '../types.ts';
import type { FieldInfo } from '../../data/schema.ts';
import { accessOf, isVisible } from '../bind/access.ts';
import { AGGREGATE, STRING } from '../bind/typePool.ts';
import { AGGREGATE_RESULT } from '../../soql/plan/syntheticFields.ts';
import type { Body } from './body.ts';
import { platformType, rowMember } from './fieldTypes.ts';
import { noteVariable } from './names.ts';

type MemberNode = Extract<Expression, { kind: 'Member' }>;

/** Null when the type has no static member of that name: it may still be an inner type. */
export function staticMember(body: Body, expression: MemberNode, type: ApexType): ApexType | null {
  switch (type.kind) {
    case 'user':
      return userMember(body, expression, type);
    case 'sobject':
      return tokenMember(body, expression, type);
    default:
      return platformMember(body, expression, type);
  }
}

function userMember(body: Body, expression: MemberNode, type: Extract<ApexType, { kind: 'user' }>): ApexType | null {
  const folded = expression.name.toLowerCase();
  if (type.form === 'enum') {
    const value = type.enumValues.find((one) => one.toLowerCase() === folded);
    return value === undefined ? null : body.set(expression, type, { kind: 'enumValue', type, name: value });
  }
  for (let owner: ApexType | null = type; owner?.kind === 'user'; owner = owner.superType) {
    const symbol = owner.fields.get(folded) ?? owner.properties.get(folded);
    if (symbol === undefined) {
      continue;
    }
    if (!symbol.isStatic) {
      if (type.innerTypes.has(folded)) {
        return null;
      }
      body.report(expression.at, 'VARIABLE_MISSING', expression.name);
    } else if (
      !isVisible(accessOf(symbol.declaration.modifiers, owner), symbol.declaration.modifiers, owner, body.scope)
    ) {
      body.report(expression.at, 'VARIABLE_HIDDEN', `${owner.name}.${symbol.name}`);
    }
    return noteVariable(body, expression, symbol);
  }
  return null;
}

/** `Account.SObjectType`, `Account.Name`, `Account.fields`. */
function tokenMember(
  body: Body,
  expression: MemberNode,
  type: Extract<ApexType, { kind: 'sobject' }>,
): ApexType | null {
  const object =
    type.object ?? (type === AGGREGATE ? (body.world.schema.find(AGGREGATE.name) ?? AGGREGATE_RESULT) : null);
  const folded = expression.name.toLowerCase();
  if (object === null) {
    return null;
  }
  if (folded === 'sobjecttype') {
    return body.set(expression, platformType(body.world, 'Schema.SObjectType'), { kind: 'objectToken', object });
  }
  const member = rowMember(body.world, object, expression.name, body.scope.namespace);
  if (member?.reference.kind === 'sobjectField') {
    return body.set(expression, platformType(body.world, 'Schema.SObjectField'), {
      kind: 'fieldToken',
      object,
      field: member.reference.field,
    });
  }
  if (folded === 'fields' || folded === 'fieldsets') {
    return body.set(
      expression,
      platformType(body.world, folded === 'fields' ? 'Schema.SObjectTypeFields' : 'Schema.SObjectTypeFieldSets'),
      {
        kind: 'fieldsDescribe',
        object,
        what: folded === 'fields' ? 'fields' : 'fieldSets',
      },
    );
  }
  return null;
}

function platformMember(body: Body, expression: MemberNode, type: ApexType): ApexType | null {
  const { world } = body;
  const folded = expression.name.toLowerCase();
  if (type.kind === 'platform' && type.class.form === 'enum') {
    const value = type.class.values.find((one) => one.toLowerCase() === folded);
    if (value !== undefined) {
      return body.set(expression, type, { kind: 'enumValue', type, name: value });
    }
  }
  const found = world.platform.property(type, folded);
  if (found?.property.isStatic) {
    return body.set(expression, found.type, { kind: 'platformProperty', owner: found.owner, property: found.property });
  }
  if (type.kind === 'platform' && type.class.name === 'Schema.SObjectType') {
    const object = world.schema.find(expression.name, body.scope.namespace);
    if (object !== null) {
      return body.set(expression, platformType(world, 'Schema.DescribeSObjectResult'), {
        kind: 'objectDescribe',
        object,
      });
    }
  }
  return null;
}

/** `Schema.SObjectType.Account.fields.Name`, `Account.fields.Name`, `….fieldSets.Summary`. Null for any other value. */
export function describeMember(body: Body, expression: MemberNode): ApexType | null {
  const { world } = body;
  const reference = body.referenceOf(expression.target);
  const folded = expression.name.toLowerCase();
  if (
    (reference?.kind === 'objectDescribe' || reference?.kind === 'objectToken') &&
    (folded === 'fields' || folded === 'fieldsets')
  ) {
    return body.set(
      expression,
      platformType(world, folded === 'fields' ? 'Schema.SObjectTypeFields' : 'Schema.SObjectTypeFieldSets'),
      {
        kind: 'fieldsDescribe',
        object: reference.object,
        what: folded === 'fields' ? 'fields' : 'fieldSets',
      },
    );
  }
  if (reference?.kind === 'fieldToken') {
    return sharingReason(body, expression, reference.field);
  }
  if (reference?.kind !== 'fieldsDescribe') {
    return null;
  }
  const { object } = reference;
  if (reference.what === 'fieldSets') {
    const { namespace } = body.scope;
    const set =
      object.fieldSets.get(folded) ??
      (namespace === '' ? undefined : object.fieldSets.get(`${namespace}__${folded}`.toLowerCase()));
    return set === undefined
      ? null
      : body.set(expression, platformType(world, 'Schema.FieldSet'), {
          kind: 'fieldSetDescribe',
          object,
          name: set.name,
        });
  }
  const field = world.schema.findField(object, expression.name, body.scope.namespace);
  if (field === null) {
    return null;
  }
  const isToken = expression.target.kind === 'Member' && isTokenBase(body.referenceOf(expression.target.target)?.kind);
  return isToken
    ? body.set(expression, platformType(world, 'Schema.SObjectField'), { kind: 'fieldToken', object, field })
    : body.set(expression, platformType(world, 'Schema.DescribeFieldResult'), { kind: 'fieldDescribe', object, field });
}

/** `Invoice__Share.RowCause.Manual`, `….Auditor__c`: the text that the share's field takes. */
function sharingReason(body: Body, expression: MemberNode, field: FieldInfo): ApexType | null {
  const { namespace } = body.scope;
  const names = [expression.name, ...(namespace === '' ? [] : [`${namespace}__${expression.name}`])];
  const cause =
    field.name === 'RowCause'
      ? field.picklist.find((one) => names.some((name) => name.toLowerCase() === one.value.toLowerCase()))
      : undefined;
  return cause === undefined ? null : body.set(expression, STRING, { kind: 'text', value: cause.value });
}

/** Behind `Account.fields` and `Account.SObjectType.fields` stand tokens, behind a describe stand describes. */
const isTokenBase = (kind: string | undefined): boolean => kind === 'type' || kind === 'objectToken';
