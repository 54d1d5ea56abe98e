/** System.Pattern: a compiled regular expression. */
import { PlatformObject } from '../../runtime/platformObject.ts';
import { splitByPattern } from '../../values/regex/split.ts';
import type { JavaPattern } from '../../values/regex/javaPattern.ts';
import { platformClass } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';
import { compilePattern } from '../support/patterns.ts';
import { MatcherValue } from './matcher/matcherValue.ts';

export class PatternValue extends PlatformObject {
  readonly apexType = 'System.Pattern';
  readonly pattern: JavaPattern;
  constructor(pattern: JavaPattern) {
    super();
    this.pattern = pattern;
  }
  override toString(): string {
    return this.pattern.source;
  }
}

export default platformClass('System.Pattern', {
  methods: withoutNulls({
    'static Pattern compile(String regularExpression)': (runtime, source: string) =>
      new PatternValue(compilePattern(runtime, source)),
    'static Boolean matches(String regularExpression, String text)': (runtime, source: string, text: string) =>
      compilePattern(runtime, source).matches(text) !== null,
    'static String quote(String text)': (_runtime, text: string) => `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`,
    'Matcher matcher(String text)': (_runtime, self: PatternValue, text: string) =>
      new MatcherValue(self.pattern, text),
    'String pattern()': (_runtime, self: PatternValue) => self.pattern.source,
    'List<String> split(String text)': (runtime, self: PatternValue, text: string) =>
      runtime.newList('String', splitByPattern(self.pattern, text, 0)),
    'List<String> split(String text, Integer limit)': (runtime, self: PatternValue, text: string, limit: number) =>
      runtime.newList('String', splitByPattern(self.pattern, text, limit)),
  }),
});
