/** Test results as text, JSON and JUnit XML. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CompileError, TestResult } from '../index.ts';
import { columnOf, lineOf } from '../apex/ast.ts';

export interface Summary {
  readonly passed: number;
  readonly failed: number;
}
export const summarize = (results: readonly TestResult[]): Summary => {
  const passed = results.filter((result) => result.outcome === 'pass').length;
  return { passed, failed: results.length - passed };
};

export const placeOf = (error: CompileError): string => `${error.file}:${lineOf(error.at)}:${columnOf(error.at)}`;
export const compileErrorText = (error: CompileError): string => `${placeOf(error)}: ${error.message}`;

/** Message, Apex stack and the source line the failure came from. */
export function failureText(result: TestResult): string {
  const [first] = result.stack;
  const lines = [
    `FAIL ${result.class}.${result.method}`,
    `  ${(result.message ?? '').replaceAll('\n', '\n  ')}`,
    ...result.stack.map((frame) => `    ${frame.text}`),
  ];
  const source = first === undefined ? null : sourceLine(first.file, first.line);
  return [
    ...lines,
    ...(source === null || first === undefined ? [] : [`  ${first.file}:${first.line}`, `  > ${source}`]),
  ].join('\n');
}

function sourceLine(file: string, line: number): string | null {
  try {
    return readFileSync(file, 'utf8').split('\n')[line - 1]?.trim() ?? null;
  } catch {
    return null;
  }
}

export function jsonReport(results: readonly TestResult[], errors: readonly CompileError[]): string {
  return JSON.stringify(
    {
      ...summarize(results),
      tests: results,
      compileErrors: errors.map((error) => ({
        file: error.file,
        line: lineOf(error.at),
        column: columnOf(error.at),
        message: error.message,
        isUnsupported: error.isUnsupported,
      })),
    },
    null,
    2,
  );
}

/** What XML 1.0 cannot hold is left out; line ends stay as they are inside of an attribute. */
const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(
      /[&<>"\t\n\r]/g,
      (character) =>
        ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? `&#${character.charCodeAt(0)};`,
    );
const seconds = (results: readonly TestResult[]): string =>
  (results.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000).toFixed(3);

/** A suite for each class; what does not compile is a suite of its own, for readers that know no exit code. */
export function junitReport(results: readonly TestResult[], errors: readonly CompileError[]): string {
  const classes = new Map<string, TestResult[]>();
  for (const result of results) {
    classes.set(result.class, [...(classes.get(result.class) ?? []), result]);
  }
  const broken = errors.filter((error) => !error.isUnsupported);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${results.length + broken.length}" time="${seconds(results)}">`,
    ...[...classes].flatMap(([name, tests]) => suite(name, tests)),
    ...(broken.length === 0
      ? []
      : [
          `  <testsuite name="compile" tests="${broken.length}" failures="0" errors="${broken.length}">`,
          ...broken.map(
            (error) =>
              `    <testcase classname="compile" name="${escapeXml(placeOf(error))}"><error message="${escapeXml(error.message)}"/></testcase>`,
          ),
          '  </testsuite>',
        ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(name: string, tests: readonly TestResult[]): readonly string[] {
  const failures = tests.filter((one) => one.outcome === 'fail').length;
  const errors = tests.filter((one) => one.outcome === 'unsupported' || one.outcome === 'internal').length;
  return [
    `  <testsuite name="${escapeXml(name)}" tests="${tests.length}" failures="${failures}" errors="${errors}" time="${seconds(tests)}">`,
    ...tests.map(testCase),
    '  </testsuite>',
  ];
}

function testCase(result: TestResult): string {
  const open = `    <testcase classname="${escapeXml(result.class)}" name="${escapeXml(result.method)}" time="${seconds([result])}"`;
  if (result.outcome === 'pass') {
    return `${open}/>`;
  }
  const kind = result.outcome === 'fail' ? 'failure' : 'error';
  const stack = result.stack.map((frame) => frame.text).join('\n');
  return `${open}><${kind} message="${escapeXml(result.message ?? '')}">${escapeXml(stack)}</${kind}></testcase>`;
}

/** Nothing where no file was asked for. */
export function writeReport(file: string | null, text: () => string): void {
  if (file !== null) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text());
  }
}
