/** What running a project came to, as data and as text. */
import type { TestResult } from '../../index.ts';
import { causesOf, type Cause } from './causes.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly unsupported: number;
  readonly internalErrors: number;
}
export interface ProjectReport extends Counts {
  readonly project: string;
  readonly commit: string;
  /** Places that do not compile, what is not simulated among them. */
  readonly compileErrors: number;
  readonly seconds: number;
  readonly causes: readonly Cause[];
}

export function countResults(results: readonly TestResult[]): Counts {
  const count = (outcome: TestResult['outcome']): number => results.filter((one) => one.outcome === outcome).length;
  return {
    passed: count('pass'),
    failed: count('fail'),
    unsupported: count('unsupported'),
    internalErrors: count('internal'),
  };
}

/** A project whose run broke off: the local org is at fault, and no test counts. */
export function brokenReport(project: string, commit: string, error: unknown, seconds: number): ProjectReport {
  const text = error instanceof Error ? error.message : String(error);
  return {
    project,
    commit,
    ...countResults([]),
    internalErrors: 1,
    compileErrors: 0,
    seconds,
    causes: [{ cause: `INTERNAL: the run broke off: ${text.split('\n')[0] ?? ''}`, count: 1, example: '' }],
  };
}

export function projectReport(
  project: { readonly name: string; readonly commit: string },
  results: readonly TestResult[],
  compileErrors: number,
  seconds: number,
): ProjectReport {
  return {
    project: project.name,
    commit: project.commit,
    ...countResults(results),
    compileErrors,
    seconds,
    causes: causesOf(results),
  };
}

export function totalOf(reports: readonly ProjectReport[]): Counts {
  const sum = (key: keyof Counts): number => reports.reduce((total, report) => total + report[key], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    unsupported: sum('unsupported'),
    internalErrors: sum('internalErrors'),
  };
}

function countsText(counts: Counts): string {
  const all = counts.passed + counts.failed + counts.unsupported + counts.internalErrors;
  const share = all === 0 ? 'no tests' : `${((100 * counts.passed) / all).toFixed(1)} %`;
  return `${counts.passed} passed, ${counts.failed} failed, ${counts.unsupported} unsupported, ${counts.internalErrors} internal errors (${share})`;
}

export function projectText(report: ProjectReport): string {
  const widest = String(report.causes[0]?.count ?? 0).length;
  return [
    `${report.project} @ ${report.commit}: ${countsText(report)} in ${report.seconds.toFixed(1)} s`,
    ...(report.compileErrors === 0 ? [] : [`  ${report.compileErrors} places do not compile`]),
    ...report.causes.map(
      ({ cause, count, example }) =>
        `  ${String(count).padStart(widest)} × ${cause}${example === '' ? '' : `   [${example}]`}`,
    ),
  ].join('\n');
}

export const totalText = (reports: readonly ProjectReport[]): string =>
  `total of ${reports.length} projects: ${countsText(totalOf(reports))}`;
