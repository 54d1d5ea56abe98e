/** What names in a formula mean: fields of the record and its parents, and the `$` globals. Parents are read in system mode. */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../../data/schema.ts';
import type { Runtime, RowView } from '../../runtime/runtime.ts';
import { ApexDatetime, fromUtc } from '../../values/temporal.ts';
import type { Value } from '../../values/value.ts';
import { customMetadataValue } from '../settings/customMetadata.ts';
import { hierarchyValue } from '../settings/hierarchy.ts';
import { contextReference, type ApexContext } from './apexContext.ts';
import { kindOf, valueOf } from './fieldValues.ts';
import type { Purpose } from './functions/define.ts';
import { ZERO } from './number.ts';
import { FormulaProblem } from './problem.ts';
import { typed, type Code, type Frame, type Typed } from './typed.ts';

/** What a formula is compiled for. */
export interface Scope {
  readonly schema: OrgSchema;
  /** Set for a formula over objects of Apex. */
  readonly context: ApexContext | null;
  /** Null where the formula belongs to no record: only globals can be named. */
  readonly object: ObjectInfo | null;
  readonly namespace: string;
  readonly purpose: Purpose;
  readonly blanksAsZero: boolean;
  readonly hasLabel: (namespace: string, name: string) => boolean;
  /** The code of a formula field, whose value is not rounded on the way. Throws on a cycle. */
  readonly formulaField: (object: ObjectInfo, field: FieldInfo, at: number) => Typed;
}

type Parts = readonly string[];
/** Finds the record a path goes through; null when there is none. */
type Step = (frame: Frame) => RowView | null;

const missing = (name: string, at: number): FormulaProblem =>
  new FormulaProblem(`Field ${name} does not exist. Check spelling.`, at);

/** A stored row, seen by field name in any case. Computed fields are not among them. */
export function storedView(object: ObjectInfo, row: Readonly<Record<string, Value>>): RowView {
  return { get: (name) => row[object.fields.get(name.toLowerCase())?.name ?? name] ?? null };
}

export function parentRow(runtime: Runtime, object: ObjectInfo, id: Value): RowView | null {
  const row = typeof id === 'string' && id !== '' ? runtime.org.store.get(object.name, id) : null;
  return row === null ? null : storedView(object, row);
}

export function reference(scope: Scope, parts: Parts, at: number): Typed {
  const [first = ''] = parts;
  if (first.startsWith('$')) {
    if (scope.context?.globals.has(first.slice(1).toLowerCase()) === false) {
      throw missing(parts.join('.'), at);
    }
    return globalReference(scope, parts, at);
  }
  if (scope.context !== null) {
    return contextReference(scope.context, scope.schema, scope.blanksAsZero, parts, at);
  }
  if (scope.object === null || scope.purpose === 'default') {
    throw new FormulaProblem(`Field ${parts.join('.')} may not be used in this type of formula`, at);
  }
  return walk(scope, scope.object, parts, at, (frame) => frame.row, true);
}

/** Follows lookups from a record to the field at the end. */
function walk(scope: Scope, start: ObjectInfo, parts: Parts, at: number, from: Step, isOwn: boolean): Typed {
  let object = start;
  let step = from;
  for (const name of parts.slice(0, -1)) {
    const [relationship = '', target = null] = name.split(':');
    const lookup = relationshipField(scope, object, relationship);
    const parent = lookup === null ? null : targetOf(scope, lookup, target);
    if (lookup === null || parent === null) {
      throw missing(parts.join('.'), at);
    }
    step = follow(step, lookup, parent);
    object = parent;
  }
  const field = scope.schema.findField(object, parts.at(-1) ?? '', scope.namespace);
  if (field === null) {
    throw missing(parts.join('.'), at);
  }
  const { code, kind } = read(scope, object, field, at, step, isOwn && parts.length === 1);
  const isZeroed = kind === 'number' && scope.blanksAsZero;
  return typed(kind, at, isZeroed ? (frame) => code(frame) ?? ZERO : code, field);
}

function follow(step: Step, lookup: FieldInfo, parent: ObjectInfo): Step {
  return (frame) => {
    const row = step(frame);
    return row === null ? null : parentRow(frame.runtime, parent, row.get(lookup.name));
  };
}

function read(
  scope: Scope,
  object: ObjectInfo,
  field: FieldInfo,
  at: number,
  step: Step,
  isOwn: boolean,
): { readonly code: Code; readonly kind: Typed['kind'] } {
  if (field.formula !== null) {
    const inner = scope.formulaField(object, field, at);
    const run: Code = (frame) => {
      const row = step(frame);
      // A parent's formula sees the parent as it is: nothing of it changes with this record.
      return row === null ? null : inner.run(isOwn ? frame : { ...frame, row, before: null, isNew: false });
    };
    return { kind: inner.kind, code: inner.kind === 'boolean' ? (frame) => run(frame) === true : run };
  }
  const kind = kindOf(field, at, scope.purpose);
  if (kind === 'location') {
    return { kind, code: (frame) => locationOf(step(frame), field) };
  }
  return { kind, code: (frame) => valueOf(field, step(frame)?.get(field.name) ?? null) };
}

function locationOf(row: RowView | null, field: FieldInfo): ReturnType<Code> {
  const stem = field.name.replace(/__c$/, '');
  const part = (name: string): number => Number(valueOfNumber(row?.get(`${stem}__${name}__s`) ?? null));
  const [latitude, longitude] = [part('Latitude'), part('Longitude')];
  return Number.isNaN(latitude) || Number.isNaN(longitude) ? null : { latitude, longitude };
}
const valueOfNumber = (value: Value): string => (value === null || typeof value === 'boolean' ? 'NaN' : String(value));

function relationshipField(scope: Scope, object: ObjectInfo, name: string): FieldInfo | null {
  const folded = name.toLowerCase();
  const qualified =
    scope.namespace === '' || !folded.endsWith('__r') ? folded : `${scope.namespace}__${folded}`.toLowerCase();
  for (const field of object.fields.values()) {
    const relationship = field.relationshipName?.toLowerCase();
    if (relationship !== undefined && (relationship === folded || relationship === qualified)) {
      return field;
    }
  }
  return null;
}

/** `Owner:Queue` says which object a lookup to several means; without it a user is meant. */
function targetOf(scope: Scope, lookup: FieldInfo, named: string | null): ObjectInfo | null {
  const wanted = named === null ? null : named.toLowerCase() === 'queue' ? 'group' : named.toLowerCase();
  const names = lookup.referenceTo;
  const found =
    wanted === null
      ? (names.find((name) => names.length === 1 || name === 'User') ?? null)
      : (names.find((name) => name.toLowerCase() === wanted) ?? null);
  return found === null ? null : scope.schema.find(found);
}

// ---- globals -----------------------------------------------------------------------------------------------------

const ORIGIN = new ApexDatetime(fromUtc(1900, 1, 1));

function globalReference(scope: Scope, parts: Parts, at: number): Typed {
  const name = (parts[0] ?? '').toLowerCase();
  const rest = parts.slice(1);
  switch (name) {
    case '$user':
      return ofUser(scope, rest, at, null, 'User');
    case '$profile':
      return ofUser(scope, rest, at, 'ProfileId', 'Profile');
    case '$userrole':
      return ofUser(scope, rest, at, 'UserRoleId', 'UserRole');
    case '$organization':
      return ofObject(scope, 'Organization', rest, at, (frame) => firstRow(frame.runtime, 'Organization'));
    case '$recordtype':
      return ofObject(scope, 'RecordType', rest, at, (frame) =>
        objectRow(frame, 'RecordType', frame.row.get('RecordTypeId')),
      );
    case '$permission':
      return typed('boolean', at, (frame) => hasPermission(frame.runtime, scope, rest.join('.')));
    case '$label':
      return label(scope, rest, at);
    case '$setup':
      return setup(scope, rest, at);
    case '$custommetadata':
      return customMetadata(scope, rest, at);
    case '$system':
      if (rest.join('.').toLowerCase() === 'origindatetime') {
        return typed('datetime', at, () => ORIGIN);
      }
      throw missing(parts.join('.'), at);
    default:
      throw new FormulaProblem(`${parts.join('.')} in a formula`, at, true);
  }
}

function objectRow(frame: Frame, objectName: string, id: Value): RowView | null {
  const object = frame.runtime.org.schema.find(objectName);
  return object === null ? null : parentRow(frame.runtime, object, id);
}

function firstRow(runtime: Runtime, objectName: string): RowView | null {
  const object = runtime.org.schema.find(objectName);
  for (const row of object === null ? [] : runtime.org.store.rows(object.name)) {
    return object === null ? null : storedView(object, row);
  }
  return null;
}

function ofObject(scope: Scope, objectName: string, rest: Parts, at: number, step: Step): Typed {
  const object = scope.schema.find(objectName);
  if (object === null || rest.length !== 1) {
    throw missing(rest.join('.'), at);
  }
  return walk(scope, object, rest, at, step, false);
}

function ofUser(scope: Scope, rest: Parts, at: number, lookup: string | null, objectName: string): Typed {
  return ofObject(scope, objectName, rest, at, (frame) => {
    const { userId } = frame.runtime.access;
    const user = objectRow(frame, 'User', userId);
    return lookup === null || user === null ? user : objectRow(frame, objectName, user.get(lookup));
  });
}

/** `ns__Name` names a namespace; without one it is that of the formula. */
function qualified(scope: Scope, name: string): { readonly namespace: string; readonly name: string } {
  const parts = /^(\w+?)__(\w+)$/.exec(name);
  return parts === null ? { namespace: scope.namespace, name } : { namespace: parts[1] ?? '', name: parts[2] ?? '' };
}

function hasPermission(runtime: Runtime, scope: Scope, written: string): boolean {
  const { namespace, name } = qualified(scope, written);
  return runtime.org.security.hasCustomPermission(runtime.access.userId, name, namespace);
}

function label(scope: Scope, rest: Parts, at: number): Typed {
  const { namespace, name } =
    rest.length === 2 ? { namespace: rest[0] ?? '', name: rest[1] ?? '' } : qualified(scope, rest.join('.'));
  const home = scope.hasLabel(namespace, name) ? namespace : '';
  if (!scope.hasLabel(home, name)) {
    throw missing(`$Label.${rest.join('.')}`, at);
  }
  return typed('text', at, ({ runtime }) => runtime.org.declarative.label(home, name, runtime.userSettings.language));
}

function setup(scope: Scope, rest: Parts, at: number): Typed {
  const [objectName = '', fieldName = ''] = rest;
  const object = scope.schema.find(objectName, scope.namespace);
  const field = object === null ? null : scope.schema.findField(object, fieldName, scope.namespace);
  if (object === null || field === null || object.kind !== 'hierarchySetting' || rest.length !== 2) {
    throw missing(`$Setup.${rest.join('.')}`, at);
  }
  const kind = kindOf(field, at, scope.purpose);
  const code: Code = ({ runtime }) => valueOf(field, hierarchyValue(runtime, object, field, runtime.access.userId));
  return typed(kind, at, kind === 'number' && scope.blanksAsZero ? (frame) => code(frame) ?? ZERO : code, field);
}

function customMetadata(scope: Scope, rest: Parts, at: number): Typed {
  const [typeName = '', recordName = '', fieldName = ''] = rest;
  const object = scope.schema.find(typeName, scope.namespace);
  const field = object === null ? null : scope.schema.findField(object, fieldName, scope.namespace);
  if (object === null || field === null || object.kind !== 'customMetadata' || rest.length !== 3) {
    throw missing(`$CustomMetadata.${rest.join('.')}`, at);
  }
  const kind = kindOf(field, at, scope.purpose);
  return typed(
    kind,
    at,
    ({ runtime }) => valueOf(field, customMetadataValue(runtime, object, recordName, field, scope.namespace)),
    field,
  );
}
