/** Coverage of linked code by class or trigger. */
import { basename } from 'node:path';
import type { FileCoverage } from '../apex/link/link.ts';

export interface ClassCoverage {
  readonly name: string;
  readonly file: string;
  readonly coveredLines: readonly number[];
  readonly uncoveredLines: readonly number[];
  /** 0 to 1; 1 for a file without lines that run. */
  readonly share: number;
}

export function classCoverage(
  files: readonly FileCoverage[],
  isTest: (file: string) => boolean,
): readonly ClassCoverage[] {
  return files
    .filter(({ file }) => !isTest(file))
    .map(({ file, coveredLines, uncoveredLines }) => {
      const lines = coveredLines.length + uncoveredLines.length;
      return {
        name: basename(file).replace(/\.(cls|trigger)$/, ''),
        file,
        coveredLines,
        uncoveredLines,
        share: lines === 0 ? 1 : coveredLines.length / lines,
      };
    });
}

/** Coverage of one class in two runs: a line counts when either ran it. */
export function mergeCoverage(left: ClassCoverage, right: ClassCoverage): ClassCoverage {
  const covered = new Set([...left.coveredLines, ...right.coveredLines]);
  const uncovered = left.uncoveredLines.filter((line) => !covered.has(line));
  const lines = covered.size + uncovered.length;
  return {
    ...left,
    coveredLines: [...covered].sort((one, other) => one - other),
    uncoveredLines: uncovered,
    share: lines === 0 ? 1 : covered.size / lines,
  };
}
