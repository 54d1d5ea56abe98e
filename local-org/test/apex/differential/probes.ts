/**
 * Reads the probes: small pieces of Apex, each compiled by itself. The folder says what the platform does with them
 * (`accepted`, `rejected`), the file's suffix what a piece is: a line of statements, a line of class members, or a
 * paragraph that is a whole class, trigger or anonymous block. `#` starts a comment line.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceKind } from '../../../src/apex/parse/parseApex.ts';

const FOLDER = fileURLToPath(new URL('./probes', import.meta.url));

export type Verdict = 'accepted' | 'rejected';

export interface Probe {
  /** Tells probes apart in messages: `rejected/loops 3`. */
  readonly name: string;
  readonly kind: SourceKind;
  /** As written in the file. */
  readonly piece: string;
  readonly text: string;
}

/** What a statement may use: one local of each common type. */
const LOCALS = `
  Boolean flag; Integer i; Long l; Double d; Decimal c; String s; Id id; Date dt; Datetime dtm; Time t; Blob b; Object o;
  Base one; Derived more; Shape form; Circle ring; Color hue; Account acct; Contact person; SObject row;
  List<Integer> integers; List<Account> accounts; Set<String> words; Map<String, Integer> counts;
  static Integer total; static final Integer LIMIT_OF = 3; static final String WORD = 'w';`;
const TYPES = `
  public virtual class Base { public Integer size; public virtual Base self() { return this; } public void plain() {} }
  public class Derived extends Base {}
  public interface Shape { Integer area(); }
  public class Circle implements Shape { public Integer area() { return 1; } }
  public enum Color { RED, GREEN }`;

export function probesOf(verdict: Verdict): readonly Probe[] {
  return readdirSync(join(FOLDER, verdict))
    .sort()
    .flatMap((file) => probesIn(verdict, file));
}

function probesIn(verdict: Verdict, file: string): readonly Probe[] {
  const [topic = '', form = ''] = file.split('.');
  const text = readFileSync(join(FOLDER, verdict, file), 'utf8').replace(/^#.*\n/gm, '');
  const isByLine = form === 'statements' || form === 'members';
  const pieces = isByLine ? text.split('\n') : text.split(/\n{2,}/);
  return pieces
    .map((piece) => (isByLine ? piece : piece.replace(/^\n+|\n+$/g, '')))
    .filter((piece) => piece.trim() !== '')
    .map((piece, index) => {
      const number = index + 1;
      const type = `${verdict === 'accepted' ? 'Ok' : 'Bad'}${topic}x${number}`;
      return { name: `${verdict}/${topic} ${number}`, kind: kindOf(form), piece, text: wrap(form, piece, type) };
    });
}

function kindOf(form: string): SourceKind {
  return form === 'triggers' ? 'trigger' : form === 'anonymous' ? 'anonymous' : 'class';
}

/** `Probe` in a whole class or trigger stands for its name, as no two probes may have the same. */
function wrap(form: string, piece: string, type: string): string {
  switch (form) {
    case 'statements':
      return `public class ${type} {${TYPES}${LOCALS}\n void run() {\n${piece}\n }\n}\n`;
    case 'members':
      return `public virtual class ${type} {\n${piece.replace(/Probe/g, type)}\n}\n`;
    case 'anonymous':
      return piece;
    default:
      return `${piece.replace(/Probe/g, type)}\n`;
  }
}
