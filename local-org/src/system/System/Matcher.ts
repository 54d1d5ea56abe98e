/** System.Matcher: finds matches of a pattern in a text, one after the other. */
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';
import { replaceMatches } from '../support/replacement.ts';
import { type MatcherValue } from './matcher/matcherValue.ts';
import { PatternValue } from './Pattern.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span of a group; null for one that took no part in the match. */
function span(runtime: Runtime, self: MatcherValue, group: number): Span | null {
  if (self.match === null) {
    return runtime.fail('System.StringException', 'No match available');
  }
  const found = self.match.groups[group];
  return found === undefined ? runtime.fail('System.StringException', `No group ${group}`) : found;
}
function groupText(runtime: Runtime, self: MatcherValue, group: number): string | null {
  const found = span(runtime, self, group);
  return found === null ? null : self.text.slice(found.start, found.end);
}
const refuse =
  (what: string) =>
  (runtime: Runtime): never =>
    runtime.unsupported(`Matcher.${what}`);

export default platformClass('System.Matcher', {
  methods: withoutNulls({
    'Boolean find()': (_runtime, self: MatcherValue) => self.find(),
    'Boolean find(Integer index)': (runtime, self: MatcherValue, index: number) =>
      index < 0 || index > self.text.length
        ? runtime.fail('System.StringException', `Illegal start index: ${index}`)
        : self.findFrom(index),
    'Boolean matches()': (_runtime, self: MatcherValue) => self.matches(),
    'Boolean lookingAt()': (_runtime, self: MatcherValue) => self.lookingAt(),
    'Integer start()': (runtime, self: MatcherValue) => span(runtime, self, 0)?.start ?? -1,
    'Integer start(Integer group)': (runtime, self: MatcherValue, group: number) =>
      span(runtime, self, group)?.start ?? -1,
    'Integer end()': (runtime, self: MatcherValue) => span(runtime, self, 0)?.end ?? -1,
    'Integer end(Integer group)': (runtime, self: MatcherValue, group: number) => span(runtime, self, group)?.end ?? -1,
    'String group()': (runtime, self: MatcherValue) => groupText(runtime, self, 0),
    'String group(Integer group)': groupText,
    'Integer groupCount()': (_runtime, self: MatcherValue) => self.pattern.groupCount,
    'Boolean hasAnchoringBounds()': () => true,
    'Boolean hasTransparentBounds()': () => false,
    'Pattern pattern()': (_runtime, self: MatcherValue) => new PatternValue(self.pattern),
    'static String quoteReplacement(String text)': (_runtime, text: string) =>
      text.replace(/[\\$]/g, (unit) => `\\${unit}`),
    'Matcher region(Integer start, Integer finish)': (runtime, self: MatcherValue, start: number, end: number) => {
      if (start < 0 || start > self.text.length || end < start || end > self.text.length) {
        runtime.fail('System.StringException', start < 0 || start > self.text.length ? 'start' : 'end');
      }
      self.region(start, end);
      return self;
    },
    'Integer regionStart()': (_runtime, self: MatcherValue) => self.regionStart,
    'Integer regionEnd()': (_runtime, self: MatcherValue) => self.regionEnd,
    'String replaceAll(String replacement)': (runtime, self: MatcherValue, replacement: string) => {
      self.reset();
      return replaceMatches(runtime, self.pattern, self.text, replacement, Infinity);
    },
    'String replaceFirst(String replacement)': (runtime, self: MatcherValue, replacement: string) => {
      self.reset();
      return replaceMatches(runtime, self.pattern, self.text, replacement, 1);
    },
    'Matcher reset()': (_runtime, self: MatcherValue) => {
      self.reset();
      return self;
    },
    'Matcher reset(String text)': (_runtime, self: MatcherValue, text: string) => {
      self.reset(text);
      return self;
    },
    'Matcher useAnchoringBounds(Boolean anchoring)': (runtime, self: MatcherValue, anchoring: boolean) =>
      anchoring ? self : refuse('useAnchoringBounds(false)')(runtime),
    'Matcher useTransparentBounds(Boolean transparent)': (runtime, self: MatcherValue, transparent: boolean) =>
      transparent ? refuse('useTransparentBounds(true)')(runtime) : self,
    'Matcher usePattern(Pattern pattern)': (_runtime, self: MatcherValue, pattern: PatternValue) => {
      self.usePattern(pattern.pattern);
      return self;
    },
  }),
});
