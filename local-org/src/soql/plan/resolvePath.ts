/** Turns a written field path into lookups to walk and the field at their end, or a fault in the platform's words. */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../../data/schema.ts';
import type { FieldPath } from '../ast.ts';
import { SoqlFault } from '../faults.ts';
import { POLYMORPHIC_FIELDS, POLYMORPHIC_RELATIONSHIPS, TYPE_FIELD } from './syntheticFields.ts';

/** One lookup walked upwards. A polymorphic one has several targets; which it is, the id tells. */
export interface Step {
  readonly object: ObjectInfo;
  readonly lookup: FieldInfo;
  readonly targets: readonly ObjectInfo[];
  readonly isPolymorphic: boolean;
  /** `Account`, `Project__r`. */
  readonly name: string;
}

export interface ResolvedField {
  readonly at: number;
  readonly steps: readonly Step[];
  /** Holds the field; for a polymorphic lookup the first target that has it. */
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  /** Lower-case relationship names and field name: equal for the same column however it was written. */
  readonly key: string;
}

/** Where names are looked up. */
export interface Scope {
  readonly schema: OrgSchema;
  readonly namespace: string;
  readonly object: ObjectInfo;
  readonly alias: string | null;
}

/** SOQL and SOSL Reference, "Understanding Relationship Query Limitations". */
const MAX_LEVELS = 5;

export function findRelationship(
  scope: Pick<Scope, 'schema' | 'namespace'>,
  object: ObjectInfo,
  name: string,
): Step | null {
  const wanted = name.toLowerCase();
  const qualified = scope.namespace === '' ? wanted : `${scope.namespace.toLowerCase()}__${wanted}`;
  for (const lookup of object.fields.values()) {
    const own = lookup.relationshipName?.toLowerCase();
    if (own !== undefined && (own === wanted || own === qualified)) {
      const targets = lookup.referenceTo.flatMap((target) => scope.schema.find(target) ?? []);
      return {
        object,
        lookup,
        targets,
        isPolymorphic: lookup.referenceTo.length > 1,
        name: lookup.relationshipName ?? name,
      };
    }
  }
  return null;
}

function throughPolymorphic(
  scope: Scope,
  step: Step,
  name: string,
): { readonly object: ObjectInfo; readonly field: FieldInfo } | null {
  const folded = name.toLowerCase();
  const [first] = step.targets;
  if (!POLYMORPHIC_FIELDS.has(folded) || !first) {
    return null;
  }
  if (folded === 'type') {
    return { object: first, field: TYPE_FIELD };
  }
  for (const object of [...step.targets].sort(
    (left, right) => Number(right.name === 'User') - Number(left.name === 'User'),
  )) {
    const field = scope.schema.findField(object, name);
    if (field) {
      return { object, field };
    }
  }
  const named = first.nameField === null || folded !== 'name' ? null : scope.schema.findField(first, first.nameField);
  return named ? { object: first, field: named } : null;
}

/** Leaves out a leading alias or the object's own name. */
function ownParts(scope: Scope, path: FieldPath): readonly string[] {
  const [first = ''] = path.parts;
  if (path.parts.length < 2) {
    return path.parts;
  }
  const folded = first.toLowerCase();
  const isOwn =
    folded === scope.alias?.toLowerCase() ||
    (folded === scope.object.name.toLowerCase() && !findRelationship(scope, scope.object, first));
  return isOwn ? path.parts.slice(1) : path.parts;
}

/** Walks all parts but the last. */
export function resolveSteps(scope: Scope, names: readonly string[], at: number): readonly Step[] {
  const steps: Step[] = [];
  let object = scope.object;
  for (const name of names) {
    const before = steps.at(-1);
    const isHidden = before?.isPolymorphic === true && !POLYMORPHIC_RELATIONSHIPS.has(name.toLowerCase());
    const user = before?.isPolymorphic === true ? before.targets.find((target) => target.name === 'User') : object;
    const step = isHidden || !user ? null : findRelationship(scope, user, name);
    if (!step || step.targets.length === 0) {
      throw new SoqlFault('RELATIONSHIP', at, name);
    }
    steps.push(step);
    object = step.targets[0] as ObjectInfo;
  }
  if (steps.length > MAX_LEVELS) {
    throw new SoqlFault('TOO_DEEP', at, names.join('.'));
  }
  return steps;
}

export function resolvePath(scope: Scope, path: FieldPath): ResolvedField {
  const parts = ownParts(scope, path);
  const name = parts.at(-1) ?? '';
  const steps = resolveSteps(scope, parts.slice(0, -1), path.at);
  const last = steps.at(-1);
  const key = (column: string): string => [...steps.map((step) => step.name), column].join('.').toLowerCase();
  if (last?.isPolymorphic) {
    const found = throughPolymorphic(scope, last, name);
    if (!found) {
      throw new SoqlFault('FIELD', path.at, name, 'Name');
    }
    return { at: path.at, steps, ...found, key: key(name) };
  }
  const object = last?.targets[0] ?? scope.object;
  const field = scope.schema.findField(object, name, scope.namespace);
  if (!field) {
    throw new SoqlFault('FIELD', path.at, name, object.name);
  }
  return { at: path.at, steps, object, field, key: key(field.name) };
}

export function hasPolymorphicEnd(resolved: ResolvedField): boolean {
  return resolved.steps.at(-1)?.isPolymorphic === true;
}
