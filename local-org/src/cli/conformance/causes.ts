/** Groups failures by cause: two messages that differ in names and numbers only are one. */
import type { TestResult } from '../../index.ts';

export interface Cause {
  readonly cause: string;
  readonly count: number;
  readonly example: string;
}

export function causesOf(results: readonly TestResult[]): readonly Cause[] {
  const causes = new Map<string, Cause>();
  for (const result of results) {
    if (result.outcome !== 'pass') {
      const cause = normalize(result.message ?? '');
      const known = causes.get(cause);
      causes.set(cause, {
        cause,
        count: (known?.count ?? 0) + 1,
        example: known?.example ?? `${result.class}.${result.method}`,
      });
    }
  }
  return [...causes.values()].sort((left, right) => right.count - left.count || compare(left.cause, right.cause));
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const PLACE = / ?\([^()]*:\d+:\d+\)/g;
const ID = /\b[a-zA-Z0-9]{5}0[a-zA-Z0-9]{9}(?:[A-Z0-5]{3})?\b/g;
const QUOTED = /'[^']*'|"[^"]*"|\u201c[^\u201d]*\u201d/g;
const CUSTOM_NAME = /\b\w+__(?:c|r|mdt|e|b|x|share|history|feed|kav|pc|pr)\b/gi;
const NUMBER = /\d+(?:[.:/-]\d+)*/g;
/** What a test says beside its assertion is its own; expected and actual values follow it. */
const ASSERTION = /^(.*System\.AssertException: Assertion Failed).*$/;

/** The first line without places, ids, quoted text, custom names and numbers. What is unsupported keeps its name. */
export function normalize(message: string): string {
  const line = withoutSetup(message.split('\n')[0] ?? '').replace(PLACE, '');
  if (line.startsWith('UNSUPPORTED: ')) {
    return line;
  }
  return line
    .replace(ASSERTION, '$1')
    .replace(QUOTED, "'…'")
    .replace(ID, '<id>')
    .replace(CUSTOM_NAME, '<name>')
    .replace(NUMBER, '<n>')
    .trim();
}

/** A failure in test setup carries the name of the setup method. */
const withoutSetup = (line: string): string => line.replace(/^\w+: (?=[\w.]+Exception: |UNSUPPORTED: |INTERNAL: )/, '');
