/** The commands that open an org in the thread of the command line. */
import { readFileSync, statSync } from 'node:fs';
import { LocalOrg } from '../index.ts';
import { UnsupportedError } from '../runtime/errors.ts';
import { ApexException } from '../runtime/exception.ts';
import { UsageError, type Arguments } from './arguments.ts';
import { orgOptions, type Output } from './options.ts';
import { compileErrorText, jsonReport, writeReport } from './report.ts';
import { rowText } from './rows.ts';

export function runInOrg(args: Arguments, command: 'exec' | 'query' | 'check', output: Output): Promise<number> {
  return { exec, query, check }[command](args, output);
}

async function exec(args: Arguments, { print, complain }: Output): Promise<number> {
  const source = sourceOf(args.operand ?? '-');
  const org = await LocalOrg.create(orgOptions(args));
  try {
    const result = org.execute(source);
    for (const line of result.log) {
      print(`${line.level} ${line.text}`);
    }
    for (const error of result.errors) {
      complain(compileErrorText(error));
    }
    if (!result.isSuccess && result.errors.length === 0) {
      complain([result.message ?? '', ...result.stack.map((frame) => `  ${frame.text}`)].join('\n'));
    }
    return result.isSuccess ? 0 : result.errors.length > 0 ? 2 : 1;
  } finally {
    org.close();
  }
}

function sourceOf(file: string): string {
  if (file !== '-' && statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new UsageError(`There is no file ${file}`);
  }
  return readFileSync(file === '-' ? 0 : file, 'utf8');
}

async function query(args: Arguments, { print, complain }: Output): Promise<number> {
  const soql = args.operand ?? '';
  const org = await LocalOrg.create(orgOptions(args));
  try {
    const isCount = /^\s*select\s+count\s*\(\s*\)\s+from\b/i.test(soql);
    const lines = isCount ? [String(org.count(soql))] : org.query(soql).rows.map(rowText);
    lines.forEach(print);
    return 0;
  } catch (error) {
    if (error instanceof ApexException || error instanceof UnsupportedError) {
      complain(error instanceof ApexException ? error.toString() : error.message);
      return 1;
    }
    throw error;
  } finally {
    org.close();
  }
}

async function check(args: Arguments, { print }: Output): Promise<number> {
  const { compileErrors } = await LocalOrg.create(orgOptions(args));
  for (const error of compileErrors) {
    print(compileErrorText(error));
  }
  writeReport(args.json, () => jsonReport([], compileErrors));
  const count = compileErrors.length;
  print(count === 0 ? 'No errors' : count === 1 ? '1 error' : `${count} errors`);
  return count === 0 ? 0 : 2;
}
