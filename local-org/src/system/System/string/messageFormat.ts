/**
 * `String.format`: Java's MessageFormat. A single quote starts text taken as it is up to the next one, two quotes are
 * one quote, `{n}` is the n-th argument, `{n,…}` is not simulated.
 */
import type { ApexValue, Runtime } from '../../../runtime/runtime.ts';

export function formatMessage(runtime: Runtime, pattern: string, args: readonly ApexValue[]): string {
  let text = '';
  let isQuoted = false;
  for (let index = 0; index < pattern.length; index++) {
    const unit = pattern[index] ?? '';
    if (unit === "'") {
      if (pattern[index + 1] === "'") {
        text += "'";
        index++;
      } else {
        isQuoted = !isQuoted;
      }
    } else if (unit === '{' && !isQuoted) {
      const end = closingBrace(pattern, index);
      if (end < 0) {
        runtime.fail('System.StringException', 'Unmatched braces in the pattern.');
      }
      text += argument(runtime, pattern.slice(index + 1, end), args);
      index = end;
    } else {
      text += unit;
    }
  }
  return text;
}

function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let index = open; index < pattern.length; index++) {
    depth += pattern[index] === '{' ? 1 : pattern[index] === '}' ? -1 : 0;
    if (depth === 0) {
      return index;
    }
  }
  return -1;
}

function argument(runtime: Runtime, inside: string, args: readonly ApexValue[]): string {
  const [position = ''] = inside.split(',');
  if (!/^-?\d+$/.test(position)) {
    runtime.fail('System.StringException', `can't parse argument number: ${position}`);
  }
  if (position.startsWith('-')) {
    runtime.fail('System.StringException', `negative argument number: ${position}`);
  }
  if (inside.includes(',')) {
    runtime.unsupported(`String.format with a format type: {${inside}}`);
  }
  const number = Number(position);
  const value = args[number];
  return value === undefined ? `{${number}}` : value === null ? 'null' : runtime.text(value);
}
