/** Regular expressions in formulas are Java's, and the whole text must match. A pattern that is none is a fault. */
import type { Runtime } from '../../runtime/runtime.ts';
import { RegexError, RegexUnsupported } from '../../values/regex/ast.ts';
import { JavaPattern } from '../../values/regex/javaPattern.ts';
import { FormulaFault } from './problem.ts';

export function fullMatch(runtime: Runtime, pattern: string, text: string): boolean {
  try {
    return new JavaPattern(pattern).matches(text) !== null;
  } catch (error) {
    if (error instanceof RegexUnsupported) {
      return runtime.unsupported(`The regular expression ${pattern} in a formula: ${error.message}`);
    }
    throw error instanceof RegexError ? new FormulaFault(`Invalid regular expression ${pattern}`) : error;
  }
}
