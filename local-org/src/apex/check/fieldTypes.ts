/** The Apex type of an sObject field, and what stands behind the names one can write after a row. */
import type { ApexType, Reference } from '../types.ts';
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import {
  BLOB,
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  ID,
  INTEGER,
  LONG,
  OBJECT,
  SOBJECT,
  STRING,
  TIME,
  UNKNOWN,
} from '../bind/typePool.ts';
import { holdsDurableId } from '../../data/schema/durable.ts';
import type { World } from '../bind/world.ts';

export function fieldType(world: World, field: FieldInfo): ApexType {
  switch (field.type) {
    case 'id':
      return ID;
    case 'reference':
      return holdsDurableId(field) ? STRING : ID;
    case 'boolean':
      return BOOLEAN;
    case 'integer':
      return INTEGER;
    case 'long':
      return LONG;
    case 'double':
    case 'currency':
    case 'percent':
      return DECIMAL;
    case 'date':
      return DATE;
    case 'datetime':
      return DATETIME;
    case 'time':
      return TIME;
    case 'base64':
      return BLOB;
    case 'address':
      return platformType(world, 'System.Address');
    case 'location':
      return platformType(world, 'System.Location');
    case 'anytype':
      return OBJECT;
    default:
      return STRING;
  }
}

export function platformType(world: World, name: string): ApexType {
  const found = world.catalog.find(name);
  return found === null ? UNKNOWN : world.pool.platform(found);
}

export interface RowMember {
  readonly type: ApexType;
  readonly reference: Reference;
}

/** A field, parent row or child list of an object, by the name written behind a row; null when it has none. */
export function rowMember(world: World, object: ObjectInfo, name: string, namespace: string): RowMember | null {
  const field = world.schema.findField(object, name, namespace);
  if (field !== null) {
    return { type: fieldType(world, field), reference: { kind: 'sobjectField', object, field } };
  }
  const lookup = parentField(object, name, namespace);
  if (lookup !== null) {
    return { type: parentType(world, lookup), reference: { kind: 'sobjectParent', object, field: lookup } };
  }
  const relationship = object.childRelationships.find((one) => matches(one.name, name, namespace));
  const child = relationship === undefined ? null : world.schema.find(relationship.childObject);
  return relationship === undefined || child === null
    ? null
    : {
        type: world.pool.list(world.pool.sobject(child)),
        reference: { kind: 'sobjectChildren', object, relationship },
      };
}

export function matches(declared: string | null, name: string, namespace: string): boolean {
  const folded = declared?.toLowerCase();
  return folded === name.toLowerCase() || (namespace !== '' && folded === `${namespace}__${name}`.toLowerCase());
}

export function parentField(object: ObjectInfo, name: string, namespace: string): FieldInfo | null {
  for (const field of object.fields.values()) {
    if (field.relationshipName !== null && matches(field.relationshipName, name, namespace)) {
      return field;
    }
  }
  return null;
}

/** The row at the other end of a lookup: generic when it may be of several objects. */
export function parentType(world: World, field: FieldInfo): ApexType {
  const [only] = field.referenceTo;
  const parent =
    field.referenceTo.length === 1 && only !== undefined ? world.schema.find(only) : world.schema.find('Name');
  return parent === null ? SOBJECT : world.pool.sobject(parent);
}

/** A member of a parent that may be of several objects: of the first of them that has it. */
export function polymorphicMember(world: World, lookup: FieldInfo, name: string, namespace: string): RowMember | null {
  for (const target of lookup.referenceTo) {
    const object = world.schema.find(target);
    const member = object === null ? null : rowMember(world, object, name, namespace);
    if (member !== null) {
      return member;
    }
  }
  return null;
}
