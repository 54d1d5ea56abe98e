/** The state of a Matcher: text, region and last match. The region is seen as the whole text, as Java does by default. */
import { PlatformObject } from '../../../runtime/platformObject.ts';
import type { JavaMatch, JavaPattern } from '../../../values/regex/javaPattern.ts';

export class MatcherValue extends PlatformObject {
  readonly apexType = 'System.Matcher';
  pattern: JavaPattern;
  text: string;
  regionStart = 0;
  regionEnd: number;
  /** Positions count from the beginning of the text. */
  match: JavaMatch | null = null;
  /** Where the last search ended; null before the first and after a reset. */
  #lastEnd: number | null = null;

  constructor(pattern: JavaPattern, text: string) {
    super();
    this.pattern = pattern;
    this.text = text;
    this.regionEnd = text.length;
  }

  reset(text = this.text): void {
    this.text = text;
    this.region(0, text.length);
  }
  region(start: number, end: number): void {
    this.regionStart = start;
    this.regionEnd = end;
    this.match = null;
    this.#lastEnd = null;
  }
  usePattern(pattern: JavaPattern): void {
    this.pattern = pattern;
    this.match = null;
  }

  find(): boolean {
    const isEmpty = this.match !== null && this.match.start === this.match.end;
    const last = this.#lastEnd ?? this.regionStart;
    const from = last + (isEmpty ? 1 : 0);
    const region = this.text.slice(this.regionStart, this.regionEnd);
    return this.#take(
      from > this.regionEnd ? null : this.pattern.find(region, from - this.regionStart, last - this.regionStart),
    );
  }
  /** Begins anew at an index of the whole text. */
  findFrom(index: number): boolean {
    this.reset();
    return this.#take(this.pattern.find(this.text, index));
  }
  matches(): boolean {
    return this.#take(this.pattern.matches(this.text.slice(this.regionStart, this.regionEnd)));
  }
  lookingAt(): boolean {
    return this.#take(this.pattern.lookingAt(this.text.slice(this.regionStart, this.regionEnd)));
  }

  #take(match: JavaMatch | null): boolean {
    const shift = this.regionStart;
    const moved = (at: {
      readonly start: number;
      readonly end: number;
    }): { readonly start: number; readonly end: number } => ({ start: at.start + shift, end: at.end + shift });
    this.match =
      match === null
        ? null
        : { ...moved(match), groups: match.groups.map((group) => (group === null ? null : moved(group))) };
    this.#lastEnd = this.match === null ? this.regionEnd + 1 : this.match.end;
    return match !== null;
  }
}
