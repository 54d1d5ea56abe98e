import type { Finding } from '../types.ts';
import type { ProjectModel } from './model/project.ts';

/** A finding before it carries the name of its check. */
export type Defect = Omit<Finding, 'check'>;

/** One thing that must hold. A rule reads the shared model and nothing else, so that rules can be run in any order. */
export interface Rule {
  readonly name: string;
  run(model: ProjectModel): Iterable<Defect>;
}

export function defect(file: string, line: number, message: string, fix: string): Defect {
  return { file, line, message, fix };
}

/** The name that is nearest to a wrong one, as a hint for the fix; empty when none is near. */
export function didYouMean(wrong: string, names: Iterable<string>): string {
  let best = '';
  let least = 4;
  for (const name of names) {
    const distance = Math.abs(name.length - wrong.length) < least ? editDistance(wrong, name, least) : least;
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best === '' ? '' : ` Did you mean ${best}?`;
}

/** Levenshtein distance without case, cut off at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const swap = (row[j - 1] ?? limit) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? limit) + 1, (next[j - 1] ?? limit) + 1));
    }
    row = next;
  }
  return row[right.length] ?? limit;
}
