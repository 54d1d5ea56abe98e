/**
 * Record ids: 15 characters whose case matters, or 18 with three more that tell the case of the first fifteen. Inside
 * the local org an id has 18.
 */
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Characters 4 to 6 of an id: the instance and a reserved zero. */
const DEFAULT_INSTANCE = '5g0';
const COUNTER_LENGTH = 9;

function checkCharacter(part: string): string {
  let bits = 0;
  for (let index = 0; index < part.length; index += 1) {
    const code = part.charCodeAt(index);
    if (code >= 65 && code <= 90) {
      bits |= 1 << index;
    }
  }
  return CHECK.charAt(bits);
}

/** Lengthens a 15-character id to the form that survives case folding. The caller knows that it is one. */
export function toLongId(id: string): string {
  return id + checkCharacter(id.slice(0, 5)) + checkCharacter(id.slice(5, 10)) + checkCharacter(id.slice(10, 15));
}

/** The 18-character form of an id of 15 or 18 characters; null for anything else. Wrong case is put right by the last three. */
export function normalizeId(text: string): string | null {
  if (text.length === 15) {
    return /^[0-9A-Za-z]{15}$/.test(text) ? toLongId(text) : null;
  }
  if (text.length !== 18 || !/^[0-9A-Za-z]{15}[A-Za-z0-5]{3}$/.test(text)) {
    return null;
  }
  if (toLongId(text.slice(0, 15)) === text) {
    return text;
  }
  const check = text.slice(15).toUpperCase();
  let restored = '';
  for (let index = 0; index < 15; index += 1) {
    const isUpper = (CHECK.indexOf(check.charAt(Math.floor(index / 5))) >> (index % 5)) & 1;
    const character = text.charAt(index);
    restored += isUpper ? character.toUpperCase() : character.toLowerCase();
  }
  return restored + check;
}

/** The id with that number under that prefix. */
export function makeId(prefix: string, number: number, instance = DEFAULT_INSTANCE): string {
  let digits = '';
  for (let rest = number, count = 0; count < COUNTER_LENGTH; count += 1) {
    digits = BASE62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return toLongId(prefix + instance + digits);
}

export const keyPrefixOf = (id: string): string => id.slice(0, 3);
