/** A parsed query and a schema make a plan, or the first fault the platform would report. No data is looked at. */
import type { ObjectInfo, OrgSchema } from '../../data/schema.ts';
import type { Query } from '../ast.ts';
import { SoqlFault, SoqlUnsupported } from '../faults.ts';
import { GroupingPlanner, isAggregateQuery } from './grouping.ts';
import { planOrder } from './ordering.ts';
import type { Plan } from './plan.ts';
import { planSource } from './planSource.ts';
import { SelectionPlanner } from './selection.ts';
import { Uses } from './uses.ts';

/** `SELECT COUNT() FROM …`: the answer is a number. */
export function isCountQuery(query: Query): boolean {
  const [only] = query.select;
  return (
    query.select.length === 1 && only?.kind === 'function' && only.alias === null && only.call.name.toUpperCase() === 'COUNT' &&
    only.call.arguments.length === 0 && query.groupBy === null
  ); // prettier-ignore
}

export function planQuery(query: Query, schema: OrgSchema, namespace: string): Plan {
  return plan(query, schema, namespace, new Uses(), null);
}

function plan(query: Query, schema: OrgSchema, namespace: string, uses: Uses, child: ObjectInfo | null): Plan {
  const source = planSource({ schema, namespace }, uses, query, false, child ?? undefined);
  const { scope, object } = source;
  if (query.isForUpdate && query.orderBy.length > 0) {
    throw new SoqlFault('LOCK_ORDER', query.from.at);
  }
  for (const [literal, name] of [
    [query.limit, 'LIMIT'],
    [query.offset, 'OFFSET'],
  ] as const) {
    if (literal?.kind === 'bind') {
      uses.binds.push({ text: literal.text, at: query.from.at, field: null, takesMany: false });
    } else if (literal && literal.kind !== 'number') {
      throw new SoqlFault('NEGATIVE', query.from.at, name);
    }
  }
  const isCount = isCountQuery(query);
  const isAggregate = !isCount && isAggregateQuery(query);
  if (child && (isCount || isAggregate)) {
    throw new SoqlUnsupported('aggregates in a child query', query.from.at);
  }
  const isRows = !isCount && !isAggregate;
  const planChild = (inner: Query, innerObject: ObjectInfo, innerUses: Uses): Plan =>
    plan(inner, schema, namespace, innerUses, innerObject);
  const shape = isRows ? new SelectionPlanner(scope, uses, planChild).plan(query.select) : null;
  const grouping = isAggregate ? new GroupingPlanner(scope, uses, query).plan() : null;
  return {
    query,
    object,
    kind: isCount ? 'count' : isAggregate ? 'aggregate' : 'rows',
    filter: source.filter,
    indexes: source.indexes,
    order: isRows ? planOrder(scope, uses, query.orderBy) : [],
    limit: query.limit,
    offset: query.offset,
    shape,
    grouping,
    fieldUses: uses.fields,
    objectUses: uses.objects,
    bindUses: uses.binds,
    childQueryCount: uses.childQueries,
  };
}
