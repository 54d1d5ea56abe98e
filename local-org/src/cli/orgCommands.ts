/** The commands that open an org in the thread of the command line. */
import { readFileSync } from 'node:fs';
import { LocalOrg, type CompileError } from '../index.ts';
import { SObjectValue } from '../runtime/sobject.ts';
import type { Arguments } from './arguments.ts';
import { orgOptions, type Print } from './options.ts';
import { compileErrorText, jsonReport, writeReport } from './report.ts';

export function runInOrg(args: Arguments, command: 'exec' | 'query' | 'check', print: Print): Promise<number> {
  const commands = { exec: execute, query, check };
  return commands[command](args, print);
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
  writeReport(args.json, () => jsonReport([], errors));
  print(errors.length === 0 ? 'No errors' : `${errors.length} errors`);
  return errors.length === 0 ? 0 : 2;
}
