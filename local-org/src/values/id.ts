/** Record ids: 15 characters whose case matters, or 18 with a suffix that makes them survive case folding. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const SHAPE = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;

/** The three characters that say which of the 15 are upper case. */
export function idSuffix(id: string): string {
  let suffix = '';
  for (const start of [0, 5, 10]) {
    let bits = 0;
    for (let index = 0; index < 5; index++) {
      const character = id[start + index] ?? '';
      bits |= character >= 'A' && character <= 'Z' ? 1 << index : 0;
    }
    suffix += LETTERS[bits] ?? '';
  }
  return suffix;
}

/** Whether a text is an id for sure: 15 characters, or 18 whose suffix is right. */
export function isId(text: string): boolean {
  return SHAPE.test(text) && (text.length === 15 || properForm(text) !== null);
}

/**
 * The 18-character form; null for a text that can't be an id. A long id is put into its proper case; one whose suffix
 * can't be right stays as it is, because Apex looks at the length and the characters alone when it takes a text for an
 * id (mocks count up the last of 18 characters: `001000000000000006`).
 */
export function toLongId(text: string): string | null {
  if (!SHAPE.test(text)) {
    return null;
  }
  return text.length === 15 ? text + idSuffix(text) : (properForm(text) ?? text);
}

function properForm(text: string): string | null {
  const suffix = text.slice(15).toUpperCase();
  const id = text.slice(0, 15);
  return idSuffix(id) === suffix ? id + suffix : recased(id, suffix);
}

/** A long id whose case was lost gets it back from its suffix; null when the suffix can't be one. */
function recased(id: string, suffix: string): string | null {
  let restored = '';
  for (let index = 0; index < 15; index++) {
    const bits = LETTERS.indexOf(suffix[Math.floor(index / 5)] ?? '');
    if (bits < 0) {
      return null;
    }
    const character = id[index] ?? '';
    const isUpper = (bits & (1 << (index % 5))) !== 0;
    if (isUpper && !/[A-Za-z]/.test(character)) {
      return null;
    }
    restored += isUpper ? character.toUpperCase() : character.toLowerCase();
  }
  return restored + suffix;
}
