/** Decides a component's visibility rule for a user and a record. Source: Salesforce Help, "Dynamic Lightning Pages". */
import { holdsTogether } from '../../declarative/filterLogic.ts';
import type { VisibilityRule } from './flexiPage.ts';

/** The text of `{!Record.Status__c}`, `{!$User.Profile.Name}` …; null where it is blank. */
export type Lookup = (expression: string) => string | number | boolean | null;

export function isVisible(rule: VisibilityRule | null, lookup: Lookup): boolean {
  if (rule === null) {
    return true;
  }
  const results = rule.criteria.map((one) => holds(lookup(expressionOf(one.left)), one.operator, one.right));
  return holdsTogether(rule.filter, results.length, (position) => results[position] ?? false);
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
