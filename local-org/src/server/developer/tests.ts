/** Apex tests: which there are, a run of all, a class or a method, and the lines it ran. */
import { basename } from 'node:path';
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { badRequest, notFound } from '../errors.ts';
import type { TestResult } from '../../index.ts';
import { developerRoute } from './developerRoute.ts';
import type { TestRun } from './testRuns.ts';

export const TEST_ROUTES: readonly Route[] = [
  developerRoute('GET', 'tests', ({ org }) =>
    ok({ classes: org.local.tests.map(({ name, methods }) => ({ name, methods })) }),
  ),
  developerRoute('POST', 'tests/run', start),
  developerRoute('GET', 'tests/run', ({ org }) => ok(report(org.testRuns.last))),
  developerRoute('GET', 'tests/results/:id', readResult),
  developerRoute('GET', 'tests/coverage/:name', lines),
];

function start(call: UserCall): ApiResponse {
  const body = (call.json() ?? {}) as { readonly only?: readonly string[]; readonly hasCoverage?: boolean };
  const run = call.org.testRuns.start(body.only ?? [], body.hasCoverage !== false);
  if (run === null) {
    throw badRequest('ALREADY_IN_PROCESS', 'Tests are running. Wait until they are done.');
  }
  return { status: 202, body: report(run) };
}

function report(run: TestRun | null): Readonly<Record<string, unknown>> | null {
  if (run === null) {
    return null;
  }
  const { id, state, only, results, coverage, problem, milliseconds } = run;
  const covered = coverage.reduce((sum, one) => sum + one.coveredLines.length, 0);
  const all = coverage.reduce((sum, one) => sum + one.coveredLines.length + one.uncoveredLines.length, 0);
  return {
    id,
    state,
    only,
    problem,
    milliseconds,
    passed: results.filter(({ outcome }) => outcome === 'pass').length,
    failed: results.filter(({ outcome }) => outcome !== 'pass').length,
    results: results.map(resultHead),
    share: all === 0 ? null : covered / all,
    coverage: coverage
      .filter((one) => one.coveredLines.length + one.uncoveredLines.length > 0)
      .map(({ name, share, coveredLines, uncoveredLines }) => ({
        name,
        share,
        covered: coveredLines.length,
        uncovered: uncoveredLines,
      })),
  };
}

const idOf = (result: TestResult): string => `${result.class}.${result.method}`;

function resultHead(result: TestResult): object {
  const { class: className, method, outcome, message, milliseconds } = result;
  return { id: idOf(result), className, method, outcome, message, milliseconds: Math.round(milliseconds) };
}

/** Stack and log are asked for one by one: a run may have thousands. */
function readResult(call: UserCall): ApiResponse {
  const result = call.org.testRuns.last?.results.find((one) => idOf(one) === call.params['id']);
  if (result === undefined) {
    throw notFound('The last run of tests has no such result.');
  }
  return ok({
    ...resultHead(result),
    stack: result.stack.map(({ text }) => text),
    log: result.log.map(({ level, text, line }) => ({ level, text, line })),
  });
}

/** The source of a class or trigger, each line with whether the last run ran it; null: nothing to run there. */
function lines(call: UserCall): ApiResponse {
  const name = call.params['name'] ?? '';
  const coverage = call.org.testRuns.last?.coverage.find((one) => one.name === name);
  const source = call.org.local.parts.trees
    .flatMap((tree) => tree.apex)
    .find(
      ({ file }) => coverage !== undefined && (file === coverage.file || basename(file) === basename(coverage.file)),
    );
  if (coverage === undefined || source === undefined) {
    throw notFound(`The last run of tests has no coverage of ${name}.`);
  }
  const covered = new Set(coverage.coveredLines);
  const uncovered = new Set(coverage.uncoveredLines);
  return ok({
    name,
    lines: source.text.split(/\r?\n/).map((text, index) => ({
      line: index + 1,
      text,
      isCovered: covered.has(index + 1) ? true : uncovered.has(index + 1) ? false : null,
    })),
  });
}
