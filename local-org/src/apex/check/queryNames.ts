/** Objects, fields and relationships named in a query exist. */
import type { Position } from '../ast.ts';
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import type { Condition, FieldPath, FunctionCall, Query } from '../../soql/ast.ts';
import { isKnownObject } from '../bind/knownObjects.ts';
import type { Body } from './body.ts';
import { matches, parentField } from './fieldTypes.ts';

interface QueryScope {
  readonly body: Body;
  readonly at: Position;
  readonly object: ObjectInfo;
  readonly alias: string | null;
  /** Lower-case aliases of selected expressions: ORDER BY and HAVING may name them. */
  readonly aliases: ReadonlySet<string>;
}

/** The queried object; null, with an error reported, when there is none. */
export function checkQuery(body: Body, at: Position, query: Query): ObjectInfo | null {
  const object = body.world.schema.find(query.from.name, body.scope.namespace);
  if (object === null) {
    reportObject(body, at, query.from.name);
    return null;
  }
  checkClauses(body, at, query, object);
  return object;
}

function reportObject(body: Body, at: Position, name: string): void {
  if (isKnownObject(name)) {
    body.report(at, 'UNSUPPORTED', `object ${name}`);
  } else {
    body.report(at, 'SOQL_OBJECT', name);
  }
}

function checkClauses(body: Body, at: Position, query: Query, object: ObjectInfo): void {
  const aliases = new Set(
    query.select.flatMap((item) => ('alias' in item && item.alias !== null ? [item.alias.toLowerCase()] : [])),
  );
  const scope: QueryScope = { body, at, object, alias: query.from.alias?.toLowerCase() ?? null, aliases };
  for (const item of query.select) {
    switch (item.kind) {
      case 'field':
        checkPath(scope, item.path);
        break;
      case 'function':
        checkCall(scope, item.call);
        break;
      case 'subquery':
        checkChildren(scope, item.query);
        break;
      case 'typeof':
        checkTypeOf(scope, item);
        break;
      case 'allFields':
        break;
    }
  }
  checkCondition(scope, query.where);
  for (const item of query.groupBy?.items ?? []) {
    checkItem(scope, item);
  }
  checkCondition(scope, query.having);
  for (const order of query.orderBy) {
    checkItem(scope, order.by);
  }
}

function checkItem(scope: QueryScope, item: FieldPath | FunctionCall): void {
  if ('name' in item) {
    checkCall(scope, item);
  } else if (!(item.parts.length === 1 && scope.aliases.has(item.parts[0]?.toLowerCase() ?? ''))) {
    checkPath(scope, item);
  }
}

function checkCall(scope: QueryScope, call: FunctionCall): void {
  for (const argument of call.arguments) {
    if ('name' in argument && 'arguments' in argument) {
      checkCall(scope, argument);
    } else if ('parts' in argument) {
      checkPath(scope, argument);
    }
  }
}

function checkCondition(scope: QueryScope, condition: Condition | null): void {
  switch (condition?.kind) {
    case 'and':
    case 'or':
      for (const one of condition.conditions) {
        checkCondition(scope, one);
      }
      return;
    case 'not':
      checkCondition(scope, condition.condition);
      return;
    case 'compare':
      checkItem(scope, condition.left);
      return;
    case 'semiJoin':
      checkItem(scope, condition.left);
      checkQuery(scope.body, scope.at, condition.query);
      return;
    default:
  }
}

/** `(SELECT … FROM Contacts)`: FROM names a child relationship. */
function checkChildren(scope: QueryScope, query: Query): void {
  const { body, object } = scope;
  const name = query.from.name.split('.').at(-1) ?? '';
  const relationship = object.childRelationships.find((one) => matches(one.name, name, body.scope.namespace));
  const child = relationship === undefined ? null : body.world.schema.find(relationship.childObject);
  if (child === null) {
    body.report(scope.at, 'SOQL_CHILDREN', name);
    return;
  }
  checkClauses(body, scope.at, query, child);
}

function checkTypeOf(scope: QueryScope, item: Extract<Query['select'][number], { kind: 'typeof' }>): void {
  const { body, object } = scope;
  const last = item.path.parts.at(-1) ?? '';
  if (item.path.parts.length === 1 && parentField(object, last, body.scope.namespace) === null) {
    body.report(scope.at, 'SOQL_RELATIONSHIP', last);
  }
  for (const branch of item.branches) {
    const target = body.world.schema.find(branch.type, body.scope.namespace);
    if (target === null) {
      reportObject(body, scope.at, branch.type);
      continue;
    }
    for (const path of branch.fields) {
      checkPath({ ...scope, object: target, alias: null }, path);
    }
  }
}

/** Follows a path from the object: relationships, then a field. */
function checkPath(scope: QueryScope, path: FieldPath): void {
  const { body } = scope;
  const { namespace } = body.scope;
  const [first = '', ...rest] = path.parts;
  const isQualified =
    path.parts.length > 1 &&
    (first.toLowerCase() === scope.alias || first.toLowerCase() === scope.object.name.toLowerCase());
  const parts = isQualified ? rest : path.parts;
  let objects: readonly ObjectInfo[] = [scope.object];
  for (const relationship of parts.slice(0, -1)) {
    const lookup: FieldInfo | undefined =
      objects.map((one) => parentField(one, relationship, namespace)).find((one) => one !== null) ?? undefined;
    if (lookup === undefined) {
      body.report(scope.at, 'SOQL_RELATIONSHIP', relationship);
      return;
    }
    objects = lookup.referenceTo.map((name) => body.world.schema.find(name)).filter((one) => one !== null);
  }
  const name = parts.at(-1) ?? '';
  if (objects.length > 0 && !objects.some((one) => hasColumn(body, one, name))) {
    body.report(scope.at, 'SOQL_FIELD', name, objects.length > 1 ? 'Name' : (objects[0]?.name ?? ''));
  }
}

/** Parts of compound fields and the type of a polymorphic row count as columns. */
function hasColumn(body: Body, object: ObjectInfo, name: string): boolean {
  return body.world.schema.findField(object, name, body.scope.namespace) !== null || name.toLowerCase() === 'type';
}
