/** Replaces matches: `$1`, `${name}` and `\$` in the replacement as in Java. */
import type { JavaMatch, JavaPattern } from '../../values/regex/javaPattern.ts';
import type { Runtime } from '../../runtime/runtime.ts';

export function replaceMatches(
  runtime: Runtime,
  pattern: JavaPattern,
  text: string,
  replacement: string,
  times: number,
): string {
  let result = '';
  let at = 0;
  let from = 0;
  for (let count = 0; count < times; count++) {
    const match = pattern.find(text, from);
    if (match === null) {
      break;
    }
    result += text.slice(at, match.start) + expand(runtime, pattern, match, text, replacement);
    at = match.end;
    from = match.end > match.start ? match.end : match.end + 1;
  }
  return result + text.slice(at);
}

function expand(runtime: Runtime, pattern: JavaPattern, match: JavaMatch, text: string, replacement: string): string {
  const group = (number: number): string => {
    const found = match.groups[number];
    return found ? text.slice(found.start, found.end) : '';
  };
  let result = '';
  for (let index = 0; index < replacement.length; index++) {
    const unit = replacement[index] ?? '';
    if (unit === '\\') {
      index++;
      if (index >= replacement.length) {
        runtime.fail('System.StringException', 'character to be escaped is missing');
      }
      result += replacement[index] ?? '';
    } else if (unit === '$') {
      const named = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(replacement.slice(index + 1));
      const digits = groupDigits(replacement.slice(index + 1), pattern.groupCount);
      if (named) {
        const number =
          pattern.names.get(named[1] ?? '') ??
          runtime.fail('System.StringException', `No group with name {${named[1] ?? ''}}`);
        result += group(number);
        index += named[0].length;
      } else if (digits === null) {
        runtime.fail('System.StringException', 'Illegal group reference');
      } else {
        if (Number(digits) > pattern.groupCount) {
          runtime.fail('System.StringException', `No group ${digits}`);
        }
        result += group(Number(digits));
        index += digits.length;
      }
    } else {
      result += unit;
    }
  }
  return result;
}

/** The first digit counts always, further ones while they name a group that exists. */
function groupDigits(text: string, groupCount: number): string | null {
  const digits = /^\d+/.exec(text)?.[0];
  if (digits === undefined) {
    return null;
  }
  let taken = 1;
  while (taken < digits.length && Number(digits.slice(0, taken + 1)) <= groupCount) {
    taken++;
  }
  return digits.slice(0, taken);
}
