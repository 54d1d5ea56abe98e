/** ORDER BY terms over rows. Nulls come first unless told otherwise; picklists sort by the order of their values. */
import type { FieldInfo } from '../../data/schema.ts';
import type { Query } from '../ast.ts';
import { SoqlFault } from '../faults.ts';
import { planExpression } from './expression.ts';
import type { OrderTerm } from './plan.ts';
import type { Scope } from './resolvePath.ts';
import type { Uses } from './uses.ts';

export function picklistPlaces(field: FieldInfo): ReadonlyMap<string, number> | null {
  return field.type === 'picklist' && field.picklist.length > 0
    ? new Map(field.picklist.map((entry, index) => [entry.value.toLowerCase(), index]))
    : null;
}

export function isSortable(field: FieldInfo): boolean {
  return (
    field.isSortable &&
    !field.isLongText &&
    field.type !== 'multipicklist' &&
    field.type !== 'base64' &&
    field.type !== 'address' &&
    field.type !== 'location'
  );
}

export function planOrder(scope: Scope, uses: Uses, orderBy: Query['orderBy']): readonly OrderTerm[] {
  return orderBy.map(({ by, isDescending, nulls }) => {
    const expression = planExpression(scope, uses, by);
    if (!isSortable(expression.field)) {
      throw new SoqlFault('NOT_SORTABLE', expression.at, expression.field.name);
    }
    const places = expression.isPlain ? picklistPlaces(expression.field) : null;
    return { kind: expression.kind, isDescending, nullsFirst: nulls !== 'LAST', places, bind: expression.bind };
  });
}
