/** The four commands. Each gives its exit code: 0 fine, 1 failures, 2 the program or the call is at fault. */
import { readFileSync, writeFileSync } from 'node:fs';
import { LocalOrg, type CompileError, type LocalOrgOptions } from '../index.ts';
import { SObjectValue } from '../runtime/sobject.ts';
import type { Arguments } from './arguments.ts';
import { runPool } from './pool.ts';
import { compileErrorText, failureText, jsonReport, junitReport, summarize } from './report.ts';

export type Print = (line: string) => void;

export function orgOptions(args: Arguments): LocalOrgOptions {
  return {
    sources: args.sources.map((directory) => ({ directory, namespace: args.namespace })),
    features: args.features,
    ...(args.data === null ? {} : { store: args.data }),
    ...(args.cache === null ? {} : { parseCacheDirectory: args.cache }),
  };
}

export async function run(args: Arguments, print: Print): Promise<number> {
  switch (args.command) {
    case 'test':
      return test(args, print);
    case 'exec':
      return execute(args, print);
    case 'query':
      return query(args, print);
    case 'check':
      return check(args, print);
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
  write(args.json, () => jsonReport(results, errors));
  write(args.junit, () => junitReport(results));
  write(args.coverage, () => JSON.stringify(coverage, null, 2));
  const { passed, failed } = summarize(results);
  print(`${passed} passed, ${failed} failed`);
  return errors.some((error) => !error.isUnsupported) ? 2 : failed > 0 ? 1 : 0;
}

async function execute(args: Arguments, print: Print): Promise<number> {
  const org = await LocalOrg.create(orgOptions(args));
  const source = readFileSync(args.operand === '-' ? 0 : (args.operand ?? ''), 'utf8');
  const result = org.execute(source);
  for (const line of result.log) {
    print(`${line.level} ${line.text}`);
  }
  for (const error of result.errors) {
    print(compileErrorText(error));
  }
  if (!result.isSuccess && result.errors.length === 0) {
    print([result.message ?? '', ...result.stack.map((frame) => `  ${frame.text}`)].join('\n'));
  }
  org.close();
  return result.isSuccess ? 0 : result.errors.length > 0 ? 2 : 1;
}

async function query(args: Arguments, print: Print): Promise<number> {
  const org = await LocalOrg.create(orgOptions(args));
  try {
    for (const row of org.query(args.operand ?? '').rows) {
      print(JSON.stringify(plain(row)));
    }
    return 0;
  } catch (error) {
    print((error as Error).message);
    return 1;
  } finally {
    org.close();
  }
}

function plain(row: SObjectValue): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...row.content].map(([name, content]) => [
      row.spelling.get(name) ?? name,
      content instanceof SObjectValue ? plain(content) : printable(content),
    ]),
  );
}
function printable(content: unknown): unknown {
  if (typeof content === 'object' && content !== null && 'items' in content) {
    return (content.items as readonly unknown[]).map((item) => (item instanceof SObjectValue ? plain(item) : item));
  }
  return typeof content === 'object' && content !== null ? (content as { toString(): string }).toString() : content;
}

async function check(args: Arguments, print: Print): Promise<number> {
  const org = await LocalOrg.create(orgOptions(args));
  const errors: readonly CompileError[] = org.compileErrors;
  for (const error of errors) {
    print(compileErrorText(error));
  }
  write(args.json, () => jsonReport([], errors));
  print(errors.length === 0 ? 'No errors' : `${errors.length} errors`);
  return errors.length === 0 ? 0 : 2;
}

function write(file: string | null, text: () => string): void {
  if (file !== null) {
    writeFileSync(file, text());
  }
}
