/** The syntax tree of a Java regular expression; flags are already applied to the nodes they govern. */
export type RegexNode =
  | { readonly kind: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly options: readonly RegexNode[] }
  /** JavaScript text that matches one character or a position and captures nothing. */
  | { readonly kind: 'text'; readonly source: string }
  | { readonly kind: 'group'; readonly number: number; readonly name: string | null; readonly body: RegexNode }
  | { readonly kind: 'plain'; readonly body: RegexNode }
  | { readonly kind: 'atomic'; readonly body: RegexNode }
  | { readonly kind: 'look'; readonly opening: '(?=' | '(?!' | '(?<=' | '(?<!'; readonly body: RegexNode }
  | {
      readonly kind: 'repeat';
      readonly body: RegexNode;
      readonly quantifier: string;
      readonly mode: 'greedy' | 'lazy' | 'possessive';
    }
  | { readonly kind: 'reference'; readonly number: number }
  | { readonly kind: 'namedReference'; readonly name: string };

export interface RegexFlags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly comments: boolean;
  readonly unixLines: boolean;
  readonly unicodeCase: boolean;
}

/** What Java refuses; `index` as Java's PatternSyntaxException gives it. */
export class RegexError extends Error {
  readonly description: string;
  readonly index: number;
  constructor(description: string, index: number) {
    super(description);
    this.description = description;
    this.index = index;
  }
}

/** What Java accepts and this translation does not. */
export class RegexUnsupported extends Error {}
