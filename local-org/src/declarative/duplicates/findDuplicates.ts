/**
 * Runs the duplicate rules for one record. Only exact matching is simulated: how near two names are is a method the
 * platform does not publish, so a rule with a fuzzy method is refused where it would decide anything.
 */
import type { ObjectInfo } from '../../data/schema.ts';
import type { DmlError, DmlRequest, Runtime, RowView } from '../../runtime/runtime.ts';
import type { Value } from '../../values/value.ts';
import { matches } from '../filters.ts';
import { holdsTogether } from '../filterLogic.ts';
import type { DuplicateRule, MatchingRule } from './rules.ts';

/** `DMLOptions.DuplicateRuleHeader.AllowSave`. */
const ALLOW_SAVE = 'duplicateruleheader.allowsave';

/** Reads a stored row, computed fields included. */
export type Candidates = (object: ObjectInfo) => Iterable<{ readonly id: string; readonly row: RowView }>;

export function duplicateErrors(
  runtime: Runtime,
  object: ObjectInfo,
  row: RowView,
  options: DmlRequest['options'],
  rules: readonly DuplicateRule[],
  matchingRules: readonly MatchingRule[],
  candidates: Candidates,
): readonly DmlError[] {
  const ownId = row.get('Id');
  const isInsert = ownId === null || runtime.org.store.get(object.name, String(ownId)) === null;
  for (const rule of rules) {
    const action = isInsert ? rule.onInsert : rule.onUpdate;
    const isStopped = action === 'block' || (action === 'alert' && options[ALLOW_SAVE] !== true);
    if (
      !isStopped ||
      !holds(
        runtime,
        rule.filterLogic,
        rule.filters.map((item) => () => matches(runtime, object, item, row)),
        rule.name,
      )
    ) {
      continue;
    }
    if (rule.matches.some((match) => hasMatch(runtime, object, row, ownId, match, matchingRules, candidates))) {
      return [{ statusCode: 'DUPLICATES_DETECTED', message: rule.alertText, fields: [] }];
    }
  }
  return [];
}

function hasMatch(
  runtime: Runtime,
  object: ObjectInfo,
  row: RowView,
  ownId: Value,
  match: DuplicateRule['matches'][number],
  rules: readonly MatchingRule[],
  candidates: Candidates,
): boolean {
  const found = rules.find((rule) => rule.name === match.rule && rule.object === match.object) ?? null;
  if (match.object !== object.name || match.hasMapping) {
    return runtime.unsupported(`A duplicate rule of ${object.name} that compares with ${match.object}`);
  }
  if (found === null) {
    return runtime.unsupported(`The matching rule ${match.object}.${match.rule}, which is not in the source`);
  }
  if (!found.isActive) {
    return false;
  }
  for (const { id, row: other } of candidates(object)) {
    const tests = found.items.map((item) => () => isMatch(runtime, object, item, row, other, found.name));
    if (id !== ownId && holds(runtime, found.logic, tests, found.name)) {
      return true;
    }
  }
  return false;
}

function isMatch(
  runtime: Runtime,
  object: ObjectInfo,
  item: MatchingRule['items'][number],
  row: RowView,
  other: RowView,
  rule: string,
): boolean {
  const field =
    runtime.org.schema.findField(object, item.field, object.namespace) ??
    runtime.unsupported(`The matching rule ${rule} on ${item.field}, which is no field`);
  const [left, right] = [row.get(field.name), other.get(field.name)];
  if (left === null || right === null || left === '' || right === '') {
    return item.matchesBlanks && (left === null || left === '') && (right === null || right === '');
  }
  const isSame =
    typeof left === 'string' || typeof right === 'string' ? left === right : runtime.compare(left, right) === 0;
  if (item.method !== 'Exact') {
    // Equal texts match whatever the method; anything nearer or farther is the platform's secret.
    return isSame || runtime.unsupported(`The matching method ${item.method} of the matching rule ${rule}`);
  }
  if (
    typeof left === 'string' &&
    typeof right === 'string' &&
    left !== right &&
    left.toLowerCase() === right.toLowerCase()
  ) {
    return runtime.unsupported(`The matching rule ${rule} on texts that differ in case only`);
  }
  return isSame;
}

/** Whether the conditions of a rule hold together; a number that stands for none is refused. */
function holds(runtime: Runtime, logic: string | null, tests: readonly (() => boolean)[], rule: string): boolean {
  const refuse = (): never => runtime.unsupported(`The logic ${logic ?? ''} of the rule ${rule}`);
  return holdsTogether(logic, tests.length, (position) => (tests[position] ?? refuse)());
}
