/** FROM and WHERE of one query: the object, its filter and the indexes that narrow it. */
import type { ObjectInfo } from '../../data/schema.ts';
import type { Condition, Query } from '../ast.ts';
import { SoqlFault, SoqlUnsupported } from '../faults.ts';
import { WherePlanner } from './conditions.ts';
import type { Filter, IndexChoice } from './plan.ts';
import type { Scope } from './resolvePath.ts';
import type { Uses } from './uses.ts';

export interface Source {
  readonly scope: Scope;
  readonly object: ObjectInfo;
  readonly filter: Filter | null;
  readonly indexes: readonly IndexChoice[];
}

/** USING SCOPE as a condition; null for everything. */
function scopeCondition(query: Query, object: ObjectInfo): Filter | null {
  switch (query.scope?.toLowerCase() ?? 'everything') {
    case 'everything':
      return null;
    case 'mine': {
      const owner = object.fields.get('ownerid');
      if (!owner) {
        throw new SoqlUnsupported(`USING SCOPE mine on ${object.name}`, query.from.at);
      }
      return (execution) => (row) => row[owner.name] === execution.access.userId;
    }
    default:
      throw new SoqlUnsupported(`USING SCOPE ${query.scope ?? ''}`, query.from.at);
  }
}

/** The lower-case names of the columns some condition names. */
function filteredColumns(condition: Condition | null): readonly string[] {
  switch (condition?.kind) {
    case 'and':
    case 'or':
      return condition.conditions.flatMap(filteredColumns);
    case 'not':
      return filteredColumns(condition.condition);
    case 'compare':
      return 'parts' in condition.left ? [condition.left.parts.join('.').toLowerCase()] : [];
    case 'semiJoin':
      return [condition.left.parts.join('.').toLowerCase()];
    case undefined:
      return [];
  }
}

export function planSource(
  outer: Pick<Scope, 'schema' | 'namespace'>,
  uses: Uses,
  query: Query,
  isInner: boolean,
  given?: ObjectInfo,
): Source {
  const object = given ?? outer.schema.find(query.from.name, outer.namespace);
  if (!object?.isQueryable) {
    throw new SoqlFault('OBJECT', query.from.at, query.from.name);
  }
  uses.objects.push({ object, at: query.from.at });
  const required = REIFIED.get(object.name);
  if (required && !filteredColumns(query.where).some((column) => required.has(column))) {
    throw new SoqlFault('REIFIED', query.from.at, object.name);
  }
  const scope: Scope = { schema: outer.schema, namespace: outer.namespace, object, alias: query.from.alias };
  const where = query.where ? new WherePlanner(scope, uses, isInner).plan(query.where) : null;
  const mine = scopeCondition(query, object);
  const whole = where?.filter ?? null;
  const filter: Filter | null = mine && whole ? both(mine, whole) : (mine ?? whole);
  return { scope, object, filter, indexes: where?.indexes ?? [] };
}

function both(left: Filter, right: Filter): Filter {
  return (execution) => {
    const [first, second] = [left(execution), right(execution)];
    return (row) => first(row) && second(row);
  };
}

/** Objects that answer only to a filter on one of these columns (Tooling API Guide, "FieldDefinition"). */
const REIFIED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'FieldDefinition',
    new Set([
      'entitydefinitionid',
      'entitydefinition.qualifiedapiname',
      'entitydefinition.developername',
      'entitydefinition.id',
      'entitydefinition.durableid',
      'durableid',
      'id',
    ]),
  ],
]);
