/** Test results as text, JSON and JUnit XML. */
import { readFileSync, writeFileSync } from 'node:fs';
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

const escapeXml = (text: string): string =>
  text
    .replace(
      /[&<>"]/g,
      (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? character,
    )
    .replace(/[^\t\n\r\x20-\uFFFF]/g, '');

export function junitReport(results: readonly TestResult[]): string {
  const { passed, failed } = summarize(results);
  const cases = results.map((result) => {
    const open = `  <testcase classname="${escapeXml(result.class)}" name="${escapeXml(result.method)}" time="${(result.milliseconds / 1000).toFixed(3)}"`;
    const stack = result.stack.map((frame) => frame.text).join('\n');
    return result.outcome === 'pass'
      ? `${open}/>`
      : `${open}><failure message="${escapeXml(result.message ?? '')}">${escapeXml(stack)}</failure></testcase>`;
  });
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuite name="apex" tests="${passed + failed}" failures="${failed}">`,
    ...cases,
    '</testsuite>',
    '',
  ].join('\n');
}

/** Nothing where no file was asked for. */
export function writeReport(file: string | null, text: () => string): void {
  if (file !== null) {
    writeFileSync(file, text());
  }
}
