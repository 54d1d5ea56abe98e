/** One defect sown into the clean fixture: the files it touches and where a check must point. */
export interface Seed {
  readonly id: string;
  /** What is wrong, in the words of someone who made the mistake. */
  readonly kind: string;
  /** The file a finding must name. */
  readonly file: string;
  /** Path to new content; `null` deletes the file. Content is computed from the clean text of the same path. */
  readonly change: (clean: (path: string) => string) => ReadonlyMap<string, string | null>;
  /** The text whose line a finding must name; absent when the defect belongs to the file as a whole. */
  readonly at?: string;
}

export const CORE = 'force-app/main/core/';
export const TIME = 'force-app/main/time/';
export const APP = 'force-app/main/app/';

/** Replaces the only occurrence of a text, and refuses when the fixture no longer holds it exactly once. */
function replaceOnce(text: string, find: string, replacement: string, file: string): string {
  const first = text.indexOf(find);
  if (first < 0 || text.indexOf(find, first + 1) >= 0) {
    throw new Error(`The seed's text must occur exactly once in ${file}: ${find}`);
  }
  return text.slice(0, first) + replacement + text.slice(first + find.length);
}

/** A seed that edits one place of one file; a finding must name the line of `at`, if it is given. */
export function edit(id: string, kind: string, file: string, find: string, replacement: string, at?: string): Seed {
  const change = (clean: (path: string) => string): ReadonlyMap<string, string | null> =>
    new Map([[file, replaceOnce(clean(file), find, replacement, file)]]);
  return at === undefined ? { id, kind, file, change } : { id, kind, file, change, at };
}

/** A seed whose replacement stands on one line of its own, which a finding must name. */
export function swap(id: string, kind: string, file: string, find: string, replacement: string): Seed {
  return edit(id, kind, file, find, replacement, replacement);
}

export function addFile(id: string, kind: string, file: string, content: string, named: string = file): Seed {
  return { id, kind, file: named, change: () => new Map([[file, content]]) };
}

export function removeFile(id: string, kind: string, file: string, named: string): Seed {
  return { id, kind, file: named, change: () => new Map([[file, null]]) };
}

export function rename(id: string, kind: string, from: string, to: string, named: string = to): Seed {
  return {
    id,
    kind,
    file: named,
    change: (clean) =>
      new Map<string, string | null>([
        [from, null],
        [to, clean(from)],
      ]),
  };
}

export function metaXml(root: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}\n</${root}>\n`;
}
