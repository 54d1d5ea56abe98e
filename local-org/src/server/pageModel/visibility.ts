/** Decides a component's visibility rule for a user and a record. Source: Salesforce Help, "Dynamic Lightning Pages". */
import type { VisibilityRule } from './flexiPage.ts';

/** The text of `{!Record.Status__c}`, `{!$User.Profile.Name}` …; null where it is blank. */
export type Lookup = (expression: string) => string | number | boolean | null;

export function isVisible(rule: VisibilityRule | null, lookup: Lookup): boolean {
  if (rule === null) {
    return true;
  }
  const results = rule.criteria.map((one) => holds(lookup(expressionOf(one.left)), one.operator, one.right));
  return rule.filter === null ? results.every(Boolean) : logic(rule.filter, results);
}

const expressionOf = (left: string): string => left.replace(/^\{!|\}$/g, '');

function holds(left: string | number | boolean | null, operator: string, right: string): boolean {
  const text = String(left ?? '').toLowerCase();
  const wanted = right.toLowerCase();
  const compare = (): number =>
    typeof left === 'number' ? left - Number(right) : text < wanted ? -1 : text > wanted ? 1 : 0;
  switch (operator) {
    case 'EQUAL':
      return typeof left === 'number' ? left === Number(right) : text === wanted;
    case 'NE':
      return typeof left === 'number' ? left !== Number(right) : text !== wanted;
    case 'CONTAINS':
      return text.includes(wanted);
    case 'GT':
      return left !== null && compare() > 0;
    case 'GE':
      return left !== null && compare() >= 0;
    case 'LT':
      return left !== null && compare() < 0;
    case 'LE':
      return left !== null && compare() <= 0;
    default:
      throw new Error(`UNSUPPORTED: visibility operator ${operator}`);
  }
}

/** `1 AND (2 OR NOT 3)`: a recursive descent over words; numbers count criteria from 1. */
function logic(filter: string, results: readonly boolean[]): boolean {
  const words = filter.toUpperCase().match(/\d+|AND|OR|NOT|\(|\)/g) ?? [];
  let at = 0;
  const any = (): boolean => {
    let value = all();
    while (words[at] === 'OR') {
      at++;
      const right = all();
      value = value || right;
    }
    return value;
  };
  const all = (): boolean => {
    let value = one();
    while (words[at] === 'AND') {
      at++;
      const right = one();
      value = value && right;
    }
    return value;
  };
  const one = (): boolean => {
    const word = words[at++];
    if (word === 'NOT') {
      return !one();
    }
    if (word === '(') {
      const value = any();
      at++;
      return value;
    }
    return results[Number(word) - 1] ?? false;
  };
  return any();
}
