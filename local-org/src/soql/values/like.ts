/** LIKE patterns: `%` any text, `_` one character, a backslash takes the next character as it is; case is folded. */
export function likeTest(pattern: string): (value: string) => boolean {
  const parts: string[] = [];
  let plain = '';
  let isSimple = true;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index] ?? '';
    if (character === '\\' && index + 1 < pattern.length) {
      plain += pattern[++index] ?? '';
    } else if (character === '%') {
      parts.push(plain);
      plain = '';
    } else {
      isSimple &&= character !== '_';
      plain += character;
    }
  }
  parts.push(plain);
  if (!isSimple) {
    return regexTest(pattern);
  }
  const folded = parts.map((part) => part.toLowerCase());
  const [first = '', last = ''] = [folded[0], folded[folded.length - 1]];
  if (folded.length === 1) {
    return (value) => value.toLowerCase() === first;
  }
  const middle = folded.slice(1, -1).filter((part) => part !== '');
  return (value) => {
    const text = value.toLowerCase();
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) {
      return false;
    }
    let at = first.length;
    for (const part of middle) {
      const found = text.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length;
    }
    return at <= text.length - last.length;
  };
}

function regexTest(pattern: string): (value: string) => boolean {
  const source = pattern
    .toLowerCase()
    .replace(/\\([\s\S])|%|_|[.*+?^${}()|[\]/]/g, (match, escaped: string | undefined) => {
      if (escaped !== undefined) {
        return escaped.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
      }
      return match === '%' ? '[\\s\\S]*' : match === '_' ? '[\\s\\S]' : `\\${match}`;
    });
  const regex = new RegExp(`^${source}$`);
  return (value) => regex.test(value.toLowerCase());
}
