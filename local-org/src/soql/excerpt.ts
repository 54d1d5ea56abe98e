/**
 * The part of a query around an error: thirty characters to both sides, lengthened to whole words, within one line.
 * Derived from messages quoted in public issue threads; words end at blanks and commas.
 */
const REACH = 30;

const isBreak = (character: string | undefined): boolean => character === undefined || /[\s,]/.test(character);

/** `\nSELECT Id, Foo FROM Account\n           ^\nERROR at Row:1:Column:12\n`. */
export function excerptOf(query: string, at: number): string {
  const before = query.slice(0, at).split('\n');
  const line = query.split('\n')[before.length - 1] ?? '';
  const column = before[before.length - 1]?.length ?? 0;
  let start = Math.max(0, column - REACH);
  while (start > 0 && !isBreak(line[start - 1])) {
    start--;
  }
  let end = Math.min(line.length, column + REACH + 1);
  while (end < line.length && !isBreak(line[end - 1]) && !isBreak(line[end])) {
    end++;
  }
  return `\n${line.slice(start, end)}\n${' '.repeat(column - start)}^\nERROR at Row:${before.length}:Column:${column + 1}\n`;
}
