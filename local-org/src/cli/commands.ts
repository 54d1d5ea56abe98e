/**
 * The commands. Each gives its exit code: 0 fine, 1 failures, 2 source that does not compile. The code of the org is
 * loaded only by what needs it in this thread: tests run in others.
 */
import { statSync } from 'node:fs';
import { DEFAULT_DATA, UsageError, type Arguments } from './arguments.ts';
import { orgOptions, type Output } from './options.ts';
import { runPool } from './pool.ts';
import { isProject, sourceFolders } from './project.ts';
import { compileErrorText, failureText, jsonReport, junitReport, summarize, writeReport } from './report.ts';
import { asksFor } from './selection.ts';

export async function run(asked: Arguments, output: Output): Promise<number> {
  if (asked.command === 'clock') {
    const { clock } = await import('./clock.ts');
    return clock(asked.data ?? DEFAULT_DATA, asked.operand ?? '', output);
  }
  const args = { ...asked, sources: sourcesOf(asked) };
  return asked.command === 'test'
    ? test(args, output)
    : (await import('./orgCommands.ts')).runInOrg(args, asked.command, output);
}

function sourcesOf(args: Arguments): readonly string[] {
  const missing = args.sources.find((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true);
  if (missing !== undefined) {
    throw new UsageError(`There is no folder ${missing} (--source)`);
  }
  const here = isProject('.') ? ['.'] : [];
  const sources = (args.sources.length > 0 ? args.sources : here).flatMap(sourceFolders);
  if (sources.length === 0 && (args.command === 'test' || args.command === 'check')) {
    throw new UsageError(`${args.command} needs --source DIR, or an sfdx-project.json in the current folder`);
  }
  return sources;
}

/** Errors of the source end in exit code 2; what is not simulated fails the tests that reach it. */
async function test(args: Arguments, { print, complain }: Output): Promise<number> {
  const { results, errors, coverage } = await runPool({
    org: orgOptions(args),
    only: args.only,
    workers: args.workers,
    timeLimitSeconds: args.timeLimitSeconds,
    hasCoverage: args.coverage !== null,
  });
  const unknown = args.only.find((name) => !results.some((result) => asksFor(name, result.class, result.method)));
  if (unknown !== undefined) {
    throw new UsageError(`No test is called ${unknown} (--only)`);
  }
  for (const error of errors) {
    print(compileErrorText(error));
  }
  for (const result of results) {
    if (result.outcome !== 'pass') {
      print(failureText(result));
    }
  }
  writeReport(args.json, () => jsonReport(results, errors));
  writeReport(args.junit, () => junitReport(results, errors));
  writeReport(args.coverage, () => JSON.stringify(coverage, null, 2));
  const { passed, failed } = summarize(results);
  if (results.length === 0) {
    complain(`No tests in ${args.sources.join(', ')}`);
  }
  print(`${passed} passed, ${failed} failed`);
  return errors.some((error) => !error.isUnsupported) ? 2 : failed > 0 || results.length === 0 ? 1 : 0;
}
