/**
 * The commands. Each gives its exit code: 0 fine, 1 failures, 2 the program or the call is at fault. The code of the
 * org is loaded only by what needs it in this thread: tests run in others.
 */
import type { Arguments } from './arguments.ts';
import { runPool } from './pool.ts';
import { orgOptions, type Print } from './options.ts';
import { compileErrorText, failureText, jsonReport, junitReport, summarize, writeReport } from './report.ts';

export async function run(args: Arguments, print: Print): Promise<number> {
  switch (args.command) {
    case 'test':
      return test(args, print);
    default:
      return (await import('./orgCommands.ts')).runInOrg(args, args.command, print);
  }
}

/** Errors of the source end the run; what is not simulated fails the tests that reach it. */
async function test(args: Arguments, print: Print): Promise<number> {
  const { results, errors, coverage } = await runPool({
    org: orgOptions(args),
    only: args.only,
    workers: args.workers,
    timeLimitSeconds: args.timeLimitSeconds,
    hasCoverage: args.coverage !== null,
  });
  for (const error of errors) {
    print(compileErrorText(error));
  }
  for (const result of results) {
    if (result.outcome !== 'pass') {
      print(failureText(result));
    }
  }
  writeReport(args.json, () => jsonReport(results, errors));
  writeReport(args.junit, () => junitReport(results));
  writeReport(args.coverage, () => JSON.stringify(coverage, null, 2));
  const { passed, failed } = summarize(results);
  print(`${passed} passed, ${failed} failed`);
  return errors.some((error) => !error.isUnsupported) ? 2 : failed > 0 ? 1 : 0;
}
