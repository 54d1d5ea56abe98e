/** Record ids in filters: 15 or 18 characters are the same id; a stored id has 18. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

function checkCharacter(part: string): string {
  let bits = 0;
  for (let index = 0; index < 5; index++) {
    const character = part[index] ?? '';
    if (character >= 'A' && character <= 'Z') {
      bits |= 1 << index;
    }
  }
  return ALPHABET[bits] ?? '';
}

/** The 18-character form, with the case restored from the last three characters; null where the text is no id. */
export function normalizeId(text: string): string | null {
  if (!/^(?:[0-9A-Za-z]{15}|[0-9A-Za-z]{18})$/.test(text)) {
    return null;
  }
  if (text.length === 15) {
    return text + [0, 5, 10].map((start) => checkCharacter(text.slice(start, start + 5))).join('');
  }
  const suffix = text.slice(15).toUpperCase();
  let restored = '';
  for (let index = 0; index < 15; index++) {
    const bits = ALPHABET.indexOf(suffix[Math.floor(index / 5)] ?? '');
    if (bits < 0) {
      return null;
    }
    const character = text[index] ?? '';
    restored += (bits >> (index % 5)) & 1 ? character.toUpperCase() : character.toLowerCase();
  }
  return restored + suffix;
}
