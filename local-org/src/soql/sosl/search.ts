/**
 * Runs a SOSL search. In a test only the rows of `Test.setFixedSearchResults` can be found, still subject to WHERE and
 * LIMIT (Apex Developer Guide, "Adding SOSL Queries to Unit Tests"); elsewhere text fields are searched row by row.
 */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import type { Row } from '../../data/store.ts';
import type { QueryResult } from '../../runtime/runtime.ts';
import { checkAccess } from '../access.ts';
import { ownValue, type Execution, type Predicate } from '../execution.ts';
import { SoqlFault } from '../faults.ts';
import { limitRows } from '../operators/limit.ts';
import { planQuery } from '../plan/planQuery.ts';
import { findRows, projectRows } from '../run.ts';
import { FIXED_SEARCH_RESULTS } from './fixedResults.ts';
import { matchTerm } from './matchTerm.ts';
import { parseSearch, type Search, type SearchScope } from './parseSearch.ts';

const TEXT_TYPES: Readonly<Record<SearchScope, readonly string[]>> = {
  ALL: ['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'multipicklist', 'combobox'],
  NAME: ['string', 'textarea'],
  EMAIL: ['email'],
  PHONE: ['phone'],
};
const NAME_PARTS: ReadonlySet<string> = new Set(['firstname', 'lastname', 'middlename']);

function searchedFields(object: ObjectInfo, scope: SearchScope): readonly FieldInfo[] {
  const isSearched = (field: FieldInfo): boolean =>
    TEXT_TYPES[scope].includes(field.type) &&
    (scope !== 'NAME' || field.isNameField || NAME_PARTS.has(field.name.toLowerCase()));
  return [...object.fields.values()].filter(isSearched);
}

function candidateTest(execution: Execution, search: Search, object: ObjectInfo): Predicate {
  const { runtime } = execution;
  if (runtime.isTest) {
    const fixed = runtime.transactionState.get(FIXED_SEARCH_RESULTS);
    const ids = new Set(Array.isArray(fixed) ? (fixed as readonly unknown[]) : []);
    return (row) => ids.has(row.Id);
  }
  const term = search.find.kind === 'bind' ? execution.bind(search.find.text) : search.find.value;
  if (typeof term !== 'string' || term.replace(/[*?"\s]/g, '').length < 2) {
    throw new SoqlFault('SYNTAX', 0, 'search term must be longer than one character');
  }
  const matches = matchTerm(term);
  const fields = searchedFields(object, search.scope);
  return (row: Row) =>
    matches(
      fields.flatMap((field) => {
        const value = ownValue(execution, object, row, field);
        return typeof value === 'string' ? [value] : [];
      }),
    );
}

/** SOSL finds at most this many rows: Apex Developer Guide, "Execution Governors and Limits". */
const MAX_ROWS = 2_000;

export function searchRows(execution: Execution, text: string): readonly QueryResult[] {
  const search = parseSearch(text);
  let left = MAX_ROWS;
  return search.returning.map((query) => {
    const plan = planQuery(query, execution.schema, execution.namespace);
    checkAccess(execution.runtime, plan, execution.access);
    const isCandidate = candidateTest(execution, search, plan.object);
    const own = plan.filter;
    const filter = (run: Execution): Predicate => {
      const passes = own?.(run) ?? ((): boolean => true);
      return (row) => passes(row) && isCandidate(row);
    };
    const found = limitRows(execution, findRows(execution, { ...plan, filter }), search.limit, null).slice(0, left);
    left -= found.length;
    return { objectName: plan.object.name, isAggregate: false, rows: projectRows(execution, plan, found) };
  });
}
