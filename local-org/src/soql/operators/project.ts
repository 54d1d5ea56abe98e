/** Makes the rows Apex sees: only what was selected, plus ids. A null value is queried but not set. */
import type { ObjectInfo } from '../../data/schema.ts';
import type { Row } from '../../data/store.ts';
import { ApexList } from '../../runtime/collections.ts';
import { SObjectValue } from '../../runtime/sobject.ts';
import type { Value } from '../../values/value.ts';
import { ownValue, polymorphicValue, type Execution } from '../execution.ts';
import type { Shape, ShapeField, ShapeParent } from '../plan/plan.ts';
import { childrenReader } from './subquery.ts';

export type Project = (row: Row) => SObjectValue;

/** `object` is the row's own; it differs from the shape's where a polymorphic lookup led here. */
type ProjectAny = (row: Row, object: ObjectInfo) => SObjectValue;

function fieldReader(execution: Execution, shape: Shape, item: ShapeField): (row: Row, object: ObjectInfo) => Value {
  const { field } = item;
  const read = (row: Row, object: ObjectInfo): Value =>
    shape.isPolymorphic
      ? polymorphicValue(execution, object, row, item.name)
      : ownValue(execution, shape.object, row, field);
  const transform = item.transform?.(execution);
  return transform ? (row, object) => transform(read(row, object)) : read;
}

function parentReader(execution: Execution, parent: ShapeParent): (row: Row) => SObjectValue | null {
  const { step } = parent;
  const whole = makeProject(execution, parent.shape);
  const byType = new Map([...(parent.byType ?? [])].map(([type, shape]) => [type, makeProject(execution, shape)]));
  return (row) => {
    const id = row[step.lookup.name];
    if (typeof id !== 'string') {
      return null;
    }
    const object = step.isPolymorphic ? execution.schema.byKeyPrefix(id.slice(0, 3)) : (step.targets[0] ?? null);
    const found = object && execution.tables.get(object.name, id);
    return object && found ? (byType.get(object.name.toLowerCase()) ?? whole)(found, object) : null;
  };
}

function makeProject(execution: Execution, shape: Shape): ProjectAny {
  const fields = shape.fields.map((item) => ({
    key: item.name.toLowerCase(),
    name: item.name,
    read: fieldReader(execution, shape, item),
  }));
  const parents = shape.parents.map((parent) => ({ name: parent.step.name, read: parentReader(execution, parent) }));
  const children = shape.children.map((child) => ({
    name: child.name,
    type: child.plan.object.name,
    read: childrenReader(execution, child),
  }));
  return (row, object) => {
    const made = new SObjectValue(object);
    made.queriedFields = shape.queried;
    made.set('Id', row.Id);
    for (const { key, name, read } of fields) {
      const value = read(row, object);
      if (value !== null) {
        made.content.set(key, value);
        made.spelling.set(key, name);
      }
    }
    for (const { name, read } of parents) {
      const parent = read(row);
      if (parent) {
        made.set(name, parent);
      }
    }
    for (const { name, type, read } of children) {
      made.set(name, new ApexList(type, [...read(row)]));
    }
    return made;
  };
}

export function projector(execution: Execution, shape: Shape): Project {
  const project = makeProject(execution, shape);
  return (row) => project(row, shape.object);
}
