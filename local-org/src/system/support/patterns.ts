/** Compiles regular expressions: once a transaction, refused in the platform's words. */
import { RegexError, RegexUnsupported } from '../../values/regex/ast.ts';
import { JavaPattern } from '../../values/regex/javaPattern.ts';
import type { Runtime } from '../../runtime/runtime.ts';

const PATTERNS = Symbol('regular expressions');

export function compilePattern(runtime: Runtime, source: string): JavaPattern {
  let patterns = runtime.transactionState.get(PATTERNS) as Map<string, JavaPattern> | undefined;
  if (patterns === undefined) {
    patterns = new Map();
    runtime.transactionState.set(PATTERNS, patterns);
  }
  let pattern = patterns.get(source);
  if (pattern === undefined) {
    pattern = compile(runtime, source);
    patterns.set(source, pattern);
  }
  return pattern;
}

function compile(runtime: Runtime, source: string): JavaPattern {
  try {
    return new JavaPattern(source);
  } catch (thrown) {
    if (thrown instanceof RegexError) {
      return runtime.fail(
        'System.StringException',
        `Invalid regex at index ${Math.max(0, thrown.index)}: ${thrown.description}`,
      );
    }
    if (thrown instanceof RegexUnsupported || thrown instanceof SyntaxError) {
      return runtime.unsupported(thrown instanceof RegexUnsupported ? thrown.message : `regular expression ${source}`);
    }
    throw thrown;
  }
}
