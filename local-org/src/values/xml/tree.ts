/** XML as a tree with namespaces, and as a flat list of events in document order. Throws `XmlFault` for what is no XML. */
import { SaxesParser } from 'saxes';

export class XmlFault extends Error {}

export interface XmlAttribute {
  name: string;
  prefix: string;
  namespace: string;
  value: string;
}
export type XmlEvent =
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly prefix: string;
      readonly namespace: string;
      readonly attributes: readonly XmlAttribute[];
      readonly namespaces: readonly (readonly [string, string])[];
      readonly line: number;
      readonly column: number;
    }
  | {
      readonly kind: 'end';
      readonly name: string;
      readonly prefix: string;
      readonly namespace: string;
      readonly line: number;
      readonly column: number;
    }
  | {
      readonly kind: 'text' | 'cdata' | 'comment';
      readonly text: string;
      readonly line: number;
      readonly column: number;
    }
  | {
      readonly kind: 'instruction';
      readonly target: string;
      readonly data: string;
      readonly line: number;
      readonly column: number;
    };

export function readXml(source: string): readonly XmlEvent[] {
  const events: XmlEvent[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const at = (): { readonly line: number; readonly column: number } => ({ line: parser.line, column: parser.column });
  parser.on('error', (error) => {
    throw new XmlFault(error.message);
  });
  parser.on('opentag', (tag) => {
    const all = Object.values(tag.attributes);
    const isDeclaration = (attribute: { readonly prefix: string; readonly name: string }): boolean =>
      attribute.prefix === 'xmlns' || attribute.name === 'xmlns';
    events.push({
      kind: 'start',
      name: tag.local,
      prefix: tag.prefix,
      namespace: tag.uri,
      attributes: all
        .filter((one) => !isDeclaration(one))
        .map((one) => ({ name: one.local, prefix: one.prefix, namespace: one.uri, value: one.value })),
      namespaces: all.filter(isDeclaration).map((one) => [one.prefix === 'xmlns' ? one.local : '', one.value] as const),
      ...at(),
    });
  });
  parser.on('closetag', (tag) => {
    events.push({ kind: 'end', name: tag.local, prefix: tag.prefix, namespace: tag.uri, ...at() });
  });
  parser.on('text', (text) => {
    events.push({ kind: 'text', text, ...at() });
  });
  parser.on('cdata', (text) => {
    events.push({ kind: 'cdata', text, ...at() });
  });
  parser.on('comment', (text) => {
    events.push({ kind: 'comment', text, ...at() });
  });
  parser.on('processinginstruction', ({ target, body }) => {
    events.push({ kind: 'instruction', target, data: body, ...at() });
  });
  parser.write(source).close();
  return events;
}

export const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (unit) => (unit === '&' ? '&amp;' : unit === '<' ? '&lt;' : '&gt;'));
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');
export const qualified = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}:${name}`);
