/** The plainest reading of a filter: no index, no plan, three kinds of value. What the engine is compared with. */
export type Plain = string | number | boolean | null;
export type PlainRow = Readonly<Record<string, Plain>>;
export type PlainCondition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly PlainCondition[] }
  | { readonly kind: 'not'; readonly part: PlainCondition }
  | { readonly kind: 'compare'; readonly field: string; readonly operator: string; readonly values: readonly Plain[] };

const fold = (value: Plain | undefined): Plain => (typeof value === 'string' ? value.toLowerCase() : (value ?? null));

function like(value: string, pattern: string): boolean {
  if (pattern === '') {
    return value === '';
  }
  if (pattern.startsWith('%')) {
    return like(value, pattern.slice(1)) || (value !== '' && like(value.slice(1), pattern));
  }
  return value !== '' && (pattern[0] === '_' || pattern[0] === value[0]) && like(value.slice(1), pattern.slice(1));
}

function compare(value: Plain, operator: string, values: readonly Plain[]): boolean {
  const [wanted = null] = values;
  const isOrdered = value !== null && wanted !== null;
  switch (operator) {
    case '=':
      return value === wanted;
    case '!=':
      return value !== wanted;
    case '<':
      return isOrdered && value < wanted;
    case '<=':
      return isOrdered && value <= wanted;
    case '>':
      return isOrdered && value > wanted;
    case '>=':
      return isOrdered && value >= wanted;
    case 'LIKE':
      return typeof value === 'string' && like(value, String(wanted));
    case 'IN':
      return values.includes(value);
    case 'NOT IN':
      return !values.includes(value);
    default:
      throw new Error(operator);
  }
}

export function holds(condition: PlainCondition, row: PlainRow): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => holds(part, row));
    case 'or':
      return condition.parts.some((part) => holds(part, row));
    case 'not':
      return !holds(condition.part, row);
    case 'compare':
      return compare(fold(row[condition.field]), condition.operator, condition.values.map(fold));
  }
}

const written = (value: Plain): string => (typeof value === 'string' ? `'${value}'` : String(value));

export function soqlOf(condition: PlainCondition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${condition.parts.map(soqlOf).join(` ${condition.kind.toUpperCase()} `)})`;
    case 'not':
      return `(NOT ${soqlOf(condition.part)})`;
    case 'compare': {
      const isList = condition.operator.endsWith('IN');
      const right = condition.values.map(written).join(', ');
      return `${condition.field} ${condition.operator} ${isList ? `(${right})` : right}`;
    }
  }
}
