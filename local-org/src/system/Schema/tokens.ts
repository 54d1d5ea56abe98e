/**
 * Tokens and describes of objects and fields. One token an object or field and org, so `==`, map keys and sets of them
 * work by identity. They are made on first use and kept with the org.
 */
import type { ChildRelationship, FieldInfo, FieldSetInfo, ObjectInfo } from '../../data/schema.ts';
import { DescribeMap, type ApexMap } from '../../runtime/collections.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { OrgContext, Runtime } from '../../runtime/runtime.ts';

export class SObjectTypeToken extends PlatformObject {
  readonly apexType = 'Schema.SObjectType';
  readonly object: ObjectInfo;
  constructor(object: ObjectInfo) {
    super();
    this.object = object;
  }
  override toString(): string {
    return this.object.name;
  }
}

export class SObjectFieldToken extends PlatformObject {
  readonly apexType = 'Schema.SObjectField';
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  constructor(object: ObjectInfo, field: FieldInfo) {
    super();
    this.object = object;
    this.field = field;
  }
  override toString(): string {
    return this.field.name;
  }
}

export class ObjectDescribe extends PlatformObject {
  readonly apexType = 'Schema.DescribeSObjectResult';
  readonly object: ObjectInfo;
  constructor(object: ObjectInfo) {
    super();
    this.object = object;
  }
  override toString(): string {
    return `Schema.DescribeSObjectResult[${this.object.name}]`;
  }
}

export class FieldDescribe extends PlatformObject {
  readonly apexType = 'Schema.DescribeFieldResult';
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  constructor(object: ObjectInfo, field: FieldInfo) {
    super();
    this.object = object;
    this.field = field;
  }
  override toString(): string {
    return `Schema.DescribeFieldResult[${this.object.name}.${this.field.name}]`;
  }
}

export class FieldSetToken extends PlatformObject {
  readonly apexType = 'Schema.FieldSet';
  readonly object: ObjectInfo;
  readonly set: FieldSetInfo;
  constructor(object: ObjectInfo, set: FieldSetInfo) {
    super();
    this.object = object;
    this.set = set;
  }
  override toString(): string {
    return `Schema.FieldSet[${this.set.name}]`;
  }
}

/** `Schema.SObjectType.Account.fields` and `.fieldSets`. */
export class ObjectFields extends PlatformObject {
  readonly apexType = 'Schema.SObjectTypeFields';
  readonly object: ObjectInfo;
  constructor(object: ObjectInfo) {
    super();
    this.object = object;
  }
}
export class ObjectFieldSets extends PlatformObject {
  readonly apexType = 'Schema.SObjectTypeFieldSets';
  readonly object: ObjectInfo;
  constructor(object: ObjectInfo) {
    super();
    this.object = object;
  }
}

export class ChildRelationshipDescribe extends PlatformObject {
  readonly apexType = 'Schema.ChildRelationship';
  readonly relationship: ChildRelationship;
  readonly child: ObjectInfo;
  readonly field: FieldInfo;
  constructor(relationship: ChildRelationship, child: ObjectInfo, field: FieldInfo) {
    super();
    this.relationship = relationship;
    this.child = child;
    this.field = field;
  }
}

class TokenTable {
  readonly objects = new Map<ObjectInfo, { readonly token: SObjectTypeToken; readonly describe: ObjectDescribe }>();
  readonly fields = new Map<
    FieldInfo,
    { readonly object: ObjectInfo; readonly token: SObjectFieldToken; readonly describe: FieldDescribe }[]
  >();
  readonly sets = new Map<FieldSetInfo, FieldSetToken>();
  readonly children = new Map<ChildRelationship, ChildRelationshipDescribe>();

  object(object: ObjectInfo): { readonly token: SObjectTypeToken; readonly describe: ObjectDescribe } {
    let found = this.objects.get(object);
    if (found === undefined) {
      found = { token: new SObjectTypeToken(object), describe: new ObjectDescribe(object) };
      this.objects.set(object, found);
    }
    return found;
  }

  /** System fields may be shared by objects, so the object is part of the key. */
  field(object: ObjectInfo, field: FieldInfo): { readonly token: SObjectFieldToken; readonly describe: FieldDescribe } {
    let list = this.fields.get(field);
    if (list === undefined) {
      list = [];
      this.fields.set(field, list);
    }
    let found = list.find((one) => one.object === object);
    if (found === undefined) {
      found = { object, token: new SObjectFieldToken(object, field), describe: new FieldDescribe(object, field) };
      list.push(found);
    }
    return found;
  }
}

const TOKENS = Symbol('schema tokens');

function table(org: OrgContext): TokenTable {
  let found = org.state.get(TOKENS);
  if (!(found instanceof TokenTable)) {
    found = new TokenTable();
    org.state.set(TOKENS, found);
  }
  return found as TokenTable;
}

export function objectToken(runtime: Runtime, object: ObjectInfo): SObjectTypeToken {
  return table(runtime.org).object(object).token;
}
export function fieldToken(runtime: Runtime, object: ObjectInfo, field: FieldInfo): SObjectFieldToken {
  return table(runtime.org).field(object, field).token;
}
export function objectDescribe(runtime: Runtime, object: ObjectInfo): ObjectDescribe {
  return table(runtime.org).object(object).describe;
}
export function fieldDescribe(runtime: Runtime, object: ObjectInfo, field: FieldInfo): FieldDescribe {
  return table(runtime.org).field(object, field).describe;
}
/** One description a relationship, so that asking twice gives equal keys. */
export function childRelationshipDescribe(
  runtime: Runtime,
  relationship: ChildRelationship,
  child: ObjectInfo,
  field: FieldInfo,
): ChildRelationshipDescribe {
  const { children } = table(runtime.org);
  let found = children.get(relationship);
  if (found === undefined) {
    found = new ChildRelationshipDescribe(relationship, child, field);
    children.set(relationship, found);
  }
  return found;
}
export function fieldSetToken(runtime: Runtime, object: ObjectInfo, set: FieldSetInfo): FieldSetToken {
  const { sets } = table(runtime.org);
  let found = sets.get(set);
  if (found === undefined) {
    found = new FieldSetToken(object, set);
    sets.set(set, found);
  }
  return found;
}

/** A map with text keys that are found in any case, as describe maps are; its keys read in lower case. */
export function describeMap(valueType: string, entries: Iterable<readonly [string, object]>): ApexMap {
  const map = new DescribeMap(valueType);
  for (const [name, value] of entries) {
    map.put(name.toLowerCase(), value);
  }
  return map;
}

/** The fields of an object by name; a field of the asking code's own namespace is found without it too. */
export function fieldMap(runtime: Runtime, object: ObjectInfo): ApexMap {
  return describeMap(
    'Schema.SObjectField',
    [...object.fields.values()].map((field) => [field.name, fieldToken(runtime, object, field)] as const),
  );
}

export function fieldSetMap(runtime: Runtime, object: ObjectInfo): ApexMap {
  return describeMap(
    'Schema.FieldSet',
    [...object.fieldSets.values()].map((set) => [set.name, fieldSetToken(runtime, object, set)] as const),
  );
}

/** `Thing__c` of `ns__Thing__c`. */
export function localName(name: string, namespace: string): string {
  const prefix = `${namespace}__`;
  return namespace !== '' && name.toLowerCase().startsWith(prefix.toLowerCase()) ? name.slice(prefix.length) : name;
}
