const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CONTINUES = 32;
const VALUE = 31;
const BITS = 5;
/** Where a segment of a source map holds the change of the source line. */
const SOURCE_LINE = 2;

/** Finds the source line of a line of emitted code, by the source map at the end of that code. Both count from 1. */
export function generatedLineToSource(code: string, generatedLine: number): number {
  const encoded = /sourceMappingURL=data:application\/json;base64,(\S+)/.exec(code)?.[1];
  if (!encoded) {
    return generatedLine;
  }
  const { mappings } = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as { mappings: string };
  let sourceLine = 0;
  let found = 0;
  // Each segment holds the difference to the one before it, so all lines up to the wanted one must be read.
  for (const line of mappings.split(';').slice(0, generatedLine)) {
    const segments = line.split(',').filter((segment) => segment !== '');
    segments.forEach((segment, position) => {
      sourceLine += decode(segment)[SOURCE_LINE] ?? 0;
      found = position === 0 ? sourceLine : found;
    });
  }
  return found + 1;
}

/** Base 64 digits of five bits each, the lowest first; the last bit of a number is its sign. */
function decode(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    value |= (digit & VALUE) << shift;
    shift += BITS;
    if ((digit & CONTINUES) === 0) {
      numbers.push(value & 1 ? -(value >> 1) : value >> 1);
      value = 0;
      shift = 0;
    }
  }
  return numbers;
}
