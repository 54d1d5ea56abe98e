/**
 * A query as the compiler sees it: its object, the kind of its result, the columns its binds are compared with, and the
 * fault the platform would refuse it for. The same planner serves run time, so both agree on every rule and word.
 */
import type { ObjectInfo, OrgSchema } from '../data/schema.ts';
import type { Query } from './ast.ts';
import { SoqlFault, SoqlUnsupported } from './faults.ts';
import type { BindUse } from './plan/plan.ts';
import { isAggregateQuery } from './plan/grouping.ts';
import { isCountQuery, planQuery } from './plan/planQuery.ts';
import type { FieldUse } from './plan/uses.ts';

export interface QueryDescription {
  /** Null where the object is unknown. */
  readonly object: ObjectInfo | null;
  readonly kind: 'rows' | 'count' | 'aggregate';
  readonly fields: readonly FieldUse[];
  readonly binds: readonly BindUse[];
  readonly error: { readonly message: string; readonly at: number; readonly isUnsupported: boolean } | null;
}

/** `text` is what `query` was parsed from: messages quote it. */
export function describeQuery(query: Query, schema: OrgSchema, namespace: string, text: string): QueryDescription {
  try {
    const plan = planQuery(query, schema, namespace);
    return { object: plan.object, kind: plan.kind, fields: plan.fieldUses, binds: plan.bindUses, error: null };
  } catch (error) {
    const isFault = error instanceof SoqlFault;
    if (!isFault && !(error instanceof SoqlUnsupported)) {
      throw error;
    }
    const kind = isCountQuery(query) ? 'count' : isAggregateQuery(query) ? 'aggregate' : 'rows';
    const message = isFault ? error.textIn(text) : error.message;
    return {
      object: schema.find(query.from.name, namespace),
      kind,
      fields: [],
      binds: [],
      error: { message, at: error.at, isUnsupported: !isFault },
    };
  }
}
