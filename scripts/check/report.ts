import type { Outcome } from './run.ts';
import type { Finding } from './types.ts';

/** What the process reports to its caller: 0 all proven, 1 defects found, 2 something could not be checked. */
export type ExitCode = 0 | 1 | 2;

export function exitCodeOf(outcomes: readonly Outcome[]): ExitCode {
  if (outcomes.some(({ problem }) => problem !== undefined)) {
    return 2;
  }
  return outcomes.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

/** One finding on one line, with the place in the form that editors and terminals turn into a link. */
export function lineOf({ file, line, check, message, fix }: Finding): string {
  return `${file}:${line}  ${check}  ${onOneLine(message)}  → ${onOneLine(fix)}`;
}

/** The line that says how one check ended, for the progress report. */
export function progressOf({ check, seconds, findings, problem }: Outcome): string {
  const mark = problem === undefined && findings.length === 0 ? '✓' : '✗';
  const result =
    problem !== undefined ? problem.kind : findings.length === 0 ? check.proves : plural(findings.length, 'finding');
  return `${mark} ${check.name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s  ${result}`;
}

/** Everything that needs a person, and a last line that sums it up. */
export function summaryOf(outcomes: readonly Outcome[], seconds: number): string {
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  const problems = outcomes.flatMap(({ check, problem }) =>
    problem === undefined ? [] : [`${check.name}  ${problem.kind}: ${problem.message}`],
  );
  const passed = outcomes.filter((outcome) => outcome.problem === undefined && outcome.findings.length === 0).length;
  const counts = [
    `${passed} of ${plural(outcomes.length, 'check')} passed`,
    plural(findings.length, 'finding'),
    ...(problems.length > 0 ? [`${plural(problems.length, 'check')} could not run`] : []),
  ];
  return [...findings.map(lineOf), ...problems, `${counts.join(', ')} in ${seconds.toFixed(0)} s`].join('\n');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
