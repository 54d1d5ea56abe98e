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

/** Whether a text has the form of an id: 15 characters, or 18 whose suffix is right. */
export function isId(text: string): boolean {
  return toLongId(text) !== null;
}

/** The 18-character form; null for a text that is no id. A long id is put into its proper case. */
export function toLongId(text: string): string | null {
  if (!SHAPE.test(text)) {
    return null;
  }
  if (text.length === 15) {
    return text + idSuffix(text);
  }
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
