/** The escape family of String, with the tables of HTML and the rules of CSV, Java, ECMAScript and XML. */
import { HTML_ENTITIES } from './htmlEntities.ts';

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
const units = (text: string): string[] => text.split('');

const CONTROL: Readonly<Record<string, string>> = { '\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r' };
const UNCONTROL: Readonly<Record<string, string>> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };

/** Everything outside printable ASCII as `\uXXXX`. */
function escapeCode(text: string, plain: ReadonlySet<string>): string {
  return units(text)
    .map((unit) => {
      const code = unit.charCodeAt(0);
      return CONTROL[unit] ?? (plain.has(unit) ? `\\${unit}` : code < 32 || code > 127 ? `\\u${hex(code)}` : unit);
    })
    .join('');
}
const JAVA: ReadonlySet<string> = new Set(['"', '\\']);
const ECMASCRIPT: ReadonlySet<string> = new Set(["'", '"', '\\', '/']);
export const escapeJava = (text: string): string => escapeCode(text, JAVA);
export const escapeEcmaScript = (text: string): string => escapeCode(text, ECMASCRIPT);
export const escapeUnicode = (text: string): string =>
  units(text)
    .map((unit) => (unit.charCodeAt(0) < 32 || unit.charCodeAt(0) > 127 ? `\\u${hex(unit.charCodeAt(0))}` : unit))
    .join('');

/** Reverses all three; an octal escape of up to three digits counts as in Java. */
export function unescapeCode(text: string): string {
  return text.replace(
    /\\(?:u+\+?([0-9a-fA-F]{4})|([0-3][0-7]{0,2}|[4-7][0-7]?)|([^]))/g,
    (_all, code?: string, octal?: string, unit?: string) => {
      if (code !== undefined || octal !== undefined) {
        return String.fromCharCode(code === undefined ? parseInt(octal ?? '', 8) : parseInt(code, 16));
      }
      return UNCONTROL[unit ?? ''] ?? unit ?? '';
    },
  );
}
export const unescapeUnicode = (text: string): string =>
  text.replace(/\\u+\+?([0-9a-fA-F]{4})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));

const BASIC: ReadonlyMap<string, string> = new Map([
  ['"', 'quot'],
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
]);
const LATIN: ReadonlyMap<string, string> = new Map(
  [...HTML_ENTITIES].filter(([character]) => (character.codePointAt(0) ?? 0) < 256),
);
const HTML3: ReadonlyMap<string, string> = new Map([...BASIC, ...LATIN]);
const HTML4: ReadonlyMap<string, string> = new Map([...BASIC, ...HTML_ENTITIES]);
const XML: ReadonlyMap<string, string> = new Map([...BASIC, ["'", 'apos']]);

const escapeWith = (text: string, names: ReadonlyMap<string, string>): string =>
  [...text].map((character) => (names.has(character) ? `&${names.get(character) ?? ''};` : character)).join('');
const reversed = (names: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...names].map(([character, entity]) => [entity, character]));
const UN3 = reversed(HTML3);
const UN4 = reversed(HTML4);
const UNXML = reversed(XML);

const unescapeWith = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replace(
    /&(?:#([0-9]+)|#[xX]([0-9a-fA-F]+)|(\w+));/g,
    (all, decimal?: string, code?: string, entity?: string) => {
      if (entity !== undefined) {
        return names.get(entity) ?? all;
      }
      const point = decimal === undefined ? parseInt(code ?? '', 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : all;
    },
  );

export const escapeHtml3 = (text: string): string => escapeWith(text, HTML3);
export const escapeHtml4 = (text: string): string => escapeWith(text, HTML4);
export const escapeXml = (text: string): string => escapeWith(text, XML);
export const unescapeHtml3 = (text: string): string => unescapeWith(text, UN3);
export const unescapeHtml4 = (text: string): string => unescapeWith(text, UN4);
export const unescapeXml = (text: string): string => unescapeWith(text, UNXML);

export const escapeCsv = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export function unescapeCsv(text: string): string {
  const inner = text.slice(1, -1);
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"') && /[",\r\n]/.test(inner)
    ? inner.replaceAll('""', '"')
    : text;
}

/** For dynamic queries: a backslash before quotes and backslashes, control characters by letter. */
export const escapeSingleQuotes = (text: string): string =>
  text.replace(/['"\\]/g, (unit) => (unit === '"' ? '"' : `\\${unit}`));

/** Tags go, entities stay, as the reference says of `stripHtmlTags`. */
export const stripHtmlTags = (text: string): string =>
  text.replace(/<!--[^]*?-->/g, '').replace(/<\/?[a-zA-Z!][^<>]*>/g, '');
