/**
 * Copies a source tree with every custom object, custom field, relationship and class renamed, so that a program which
 * knew one of the names would be found out. Names turn by thirteen letters: as long as before, and like no other word.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export interface Names {
  /** Classes and triggers. */
  readonly classes: ReadonlySet<string>;
  /** What stands before `__c`, `__r`, `__e`, `__mdt` … */
  readonly stems: ReadonlySet<string>;
}

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());

export function namesIn(folder: string): Names {
  const classes = new Set<string>();
  const stems = new Set<string>();
  for (const file of files(folder)) {
    const [, name = '', kind = ''] = /([^\\/]+?)\.(cls|trigger|object-meta\.xml|field-meta\.xml)$/.exec(file) ?? [];
    if (kind === 'cls' || kind === 'trigger') {
      classes.add(name);
    } else if (/__\w+$/.test(name)) {
      stems.add(name.replace(/__\w+$/, ''));
    }
    if (kind === 'field-meta.xml') {
      const [, relationship] = /<relationshipName>(\w+)</.exec(readFileSync(file, 'utf8')) ?? [];
      stems.add(relationship ?? name.replace(/__\w+$/, ''));
    }
  }
  return { classes, stems };
}

/** Whole words only. A stem alone is a name when it has an underscore: otherwise it may be any word of a text. */
export function renamed(text: string, { classes, stems }: Names): string {
  return text
    .replace(/(?<=<relationshipName>)\w+/g, turned)
    .replace(/(?<!<relationshipName>)\b[A-Za-z]\w*/g, (word) => {
      const [, stem = '', suffix = ''] = /^(\w+?)(__[A-Za-z]+)$/.exec(word) ?? [];
      if (stems.has(stem)) {
        return turned(stem) + suffix;
      }
      return classes.has(word) || (stems.has(word) && word.includes('_')) ? turned(word) : word;
    });
}

/** Records of custom metadata carry the name of their type without its ending; one with an underscore is turned by then. */
function renamedPath(path: string, names: Names): string {
  return renamed(path, names).replace(/(?<=[\\/])[^\W_]+(?=\.\w+\.md-meta\.xml$)/, turned);
}

export function copyRenamed(from: string, to: string): Names {
  const names = namesIn(from);
  for (const file of files(from)) {
    const path = join(to, renamedPath(`${sep}${relative(from, file)}`, names));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, renamed(readFileSync(file, 'utf8'), names));
  }
  return names;
}

/** The compiler wants `Exception` at the end of an exception's name. */
function turned(word: string): string {
  const [, stem = word, ending = ''] = /^(.+)(Exception)$/.exec(word) ?? [];
  const letters = stem.replace(/[A-Za-z]/g, (letter) => {
    const first = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
  return letters + ending;
}
