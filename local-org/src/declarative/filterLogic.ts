/** `1 AND (2 OR NOT 3)` over numbered conditions, counted from 1; without logic all of them hold. */
export function holdsTogether(logic: string | null, count: number, holds: (position: number) => boolean): boolean {
  if (logic === null) {
    return Array.from({ length: count }, (_, index) => index).every((index) => holds(index));
  }
  const words = logic.toUpperCase().match(/\(|\)|\w+/g) ?? [];
  let at = 0;
  const primary = (): boolean => {
    const word = words[at++] ?? '';
    if (word === '(') {
      const value = either();
      at++;
      return value;
    }
    return word === 'NOT' ? !primary() : holds(Number(word) - 1);
  };
  const both = (): boolean => {
    let value = primary();
    while (words[at] === 'AND') {
      at++;
      const right = primary();
      value = value && right;
    }
    return value;
  };
  const either = (): boolean => {
    let value = both();
    while (words[at] === 'OR') {
      at++;
      const right = both();
      value = value || right;
    }
    return value;
  };
  return either();
}
