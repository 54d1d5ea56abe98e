/** Blanks comments and texts out of Apex or script, keeping every offset, so that names in them are not taken for code. */
export function codeOnly(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'''[\s\S]*?'''|'(?:[^'\\\n]|\\.)*'/g, (text) =>
    text.replace(/[^\n]/g, ' '),
  );
}

/** Blanks comments only. */
export function withoutComments(source: string): string {
  return source.replace(/('(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (text, literal: string | undefined) =>
    literal === undefined ? text.replace(/[^\n]/g, ' ') : text,
  );
}
