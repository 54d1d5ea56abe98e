/** Key prefixes of custom objects: by order of name, unless an earlier load of the org has given one already. */
import type { ObjectKind } from '../schema.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const LETTER: Readonly<Partial<Record<ObjectKind, string>>> = {
  custom: 'a',
  listSetting: 'a',
  hierarchySetting: 'a',
  customMetadata: 'm',
  platformEvent: 'e',
};

interface Prefixed {
  readonly name: string;
  readonly kind: ObjectKind;
  keyPrefix: string | null;
}

export function assignKeyPrefixes(objects: readonly Prefixed[], earlier: ReadonlyMap<string, string>): void {
  const taken = new Set(earlier.values());
  const next: Record<string, number> = { a: 0, m: 0, e: 0 };
  const custom = objects
    .filter((object) => object.kind !== 'standard')
    .sort((one, other) => isOwn(other) - isOwn(one) || (one.name < other.name ? -1 : 1));
  for (const object of custom) {
    const letter = LETTER[object.kind];
    const known = earlier.get(object.name.toLowerCase());
    if (letter !== undefined) {
      object.keyPrefix = known ?? free(letter, next, taken);
    }
  }
}

/** Events that the platform brings come last. */
const isOwn = (object: Prefixed): number => (object.name.includes('__') ? 1 : 0);

function free(letter: string, next: Record<string, number>, taken: Set<string>): string {
  for (;;) {
    const number = next[letter] ?? 0;
    next[letter] = number + 1;
    const prefix = `${letter}${DIGITS[Math.floor(number / DIGITS.length)] ?? ''}${DIGITS[number % DIGITS.length] ?? ''}`;
    if (!taken.has(prefix)) {
      taken.add(prefix);
      return prefix;
    }
  }
}
