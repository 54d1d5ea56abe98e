import type { FieldNameContext } from '@apexdevtools/apex-parser';
import type { Field, ObjectSchema, Schema } from './schema.ts';

export type Report = (node: unknown, message: string, fix: string) => void;

/** What a query's names are looked up in: the object in FROM, its alias, and where to report. */
export interface Scope {
  readonly schema: Schema;
  readonly object: ObjectSchema;
  readonly alias: string | null;
  readonly report: Report;
}

/** SOQL follows a lookup at most this many times. */
const DEEPEST_PATH = 5;

/**
 * Fields that exist only where an org has a feature turned on. A package that names one in a query can't be
 * installed anywhere else, so they are reached dynamically.
 */
const OPTIONAL_FIELDS =
  /^(currencyisocode|ispersonaccount|person(contactid|email|birthdate|mailing\w+|title|\w*phone)|\w+(state|country)code)$/;

export function pathOf(name: FieldNameContext): readonly string[] {
  return name.soqlId_list().map((each) => each.getText());
}

/** Resolves a field path; reports and returns null where a step does not exist. */
export function resolve(scope: Scope, name: FieldNameContext): Field | null {
  let steps = pathOf(name);
  const first = steps[0]?.toLowerCase();
  if (steps.length > 1 && first !== undefined) {
    const ofObject = first === scope.alias || scope.schema.plain(first) === scope.object.name.toLowerCase();
    // A lookup of the object's own name wins over the object itself: Contact has both `Account` and an alias.
    if (ofObject && !scope.object.parents.has(first)) {
      steps = steps.slice(1);
    }
  }
  if (steps.length - 1 > DEEPEST_PATH) {
    scope.report(name, `${name.getText()} follows more than ${DEEPEST_PATH} lookups.`, 'Shorten the path.');
    return null;
  }
  let objects: readonly ObjectSchema[] = [scope.object];
  for (const step of steps.slice(0, -1)) {
    const next = parentsOf(scope.schema, objects, step);
    if (next === null) {
      const owner = objects.map((each) => each.name).join(' or ');
      scope.report(
        name,
        `${owner} has no relationship ${step} (in ${name.getText()}).`,
        'Correct the name of the relationship.',
      );
      return null;
    }
    objects = next;
  }
  const last = steps.at(-1) ?? '';
  const field = fieldOf(scope.schema, objects, last);
  if (field === null) {
    const owner = objects.map((each) => each.name).join(' or ');
    scope.report(
      name,
      `${owner} has no field ${last} (in ${name.getText()}).`,
      'Correct the name of the field, or add it.',
    );
  } else if (OPTIONAL_FIELDS.test(last.toLowerCase())) {
    scope.report(
      name,
      `${last} exists only in orgs with a feature that many lack, so this query would keep the package out of the others.`,
      'Reach it through OrgFeatures and a dynamic query.',
    );
  }
  return field;
}

function parentsOf(schema: Schema, from: readonly ObjectSchema[], step: string): readonly ObjectSchema[] | null {
  const key = schema.plain(step);
  const targets = from.flatMap((each) => each.parents.get(key) ?? []);
  const found = targets.flatMap((each) => schema.find(each) ?? []);
  return found.length === 0 ? null : found;
}

export function fieldOf(schema: Schema, objects: readonly ObjectSchema[], name: string): Field | null {
  const key = schema.plain(name);
  for (const object of objects) {
    const field = object.fields.get(key);
    if (field !== undefined) {
      return field;
    }
  }
  return null;
}
