/**
 * Java's `String.split`: a positive limit caps the parts, zero drops empty parts at the end, a match of no width at the
 * beginning gives no empty part.
 */
import type { JavaPattern } from './javaPattern.ts';

export function splitByPattern(pattern: JavaPattern, text: string, limit: number): string[] {
  const parts: string[] = [];
  let start = 0;
  let from = 0;
  while (limit <= 0 || parts.length < limit - 1) {
    const match = pattern.find(text, from);
    if (match === null) {
      break;
    }
    from = match.end > match.start ? match.end : match.end + 1;
    if (match.end === 0) {
      continue;
    }
    if (match.start === match.end && match.start >= text.length) {
      // Java finds this empty match too: it leaves an empty part at the end.
      parts.push(text.slice(start, match.start));
      start = match.end;
      break;
    }
    parts.push(text.slice(start, match.start));
    start = match.end;
  }
  if (parts.length === 0) {
    return [text];
  }
  parts.push(text.slice(start));
  while (limit === 0 && parts.length > 0 && parts.at(-1) === '') {
    parts.pop();
  }
  return parts;
}
