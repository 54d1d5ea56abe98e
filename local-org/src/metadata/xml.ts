/** Metadata files as a small tree: names without prefix, text trimmed only where it stands between elements. */
import { SaxesParser } from 'saxes';

export class XmlNode {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[] = [];
  #text = '';

  constructor(name: string, attributes: Readonly<Record<string, string>>, line: number) {
    this.name = name;
    this.attributes = attributes;
    this.line = line;
  }
  addText(text: string): void {
    this.#text += text;
  }
  /** The characters of an element without children, as written. */
  get rawText(): string {
    return this.#text;
  }
  child(name: string): XmlNode | null {
    return this.children.find((one) => one.name === name) ?? null;
  }
  all(name: string): readonly XmlNode[] {
    return this.children.filter((one) => one.name === name);
  }
  /** Trimmed text of a child; null when there is none or it is blank. */
  text(name: string): string | null {
    const text = this.child(name)?.rawText.trim() ?? '';
    return text === '' ? null : text;
  }
  texts(name: string): readonly string[] {
    return this.all(name).map((one) => one.rawText.trim());
  }
  flag(name: string, otherwise = false): boolean {
    const text = this.text(name);
    return text === null ? otherwise : text === 'true';
  }
  number(name: string): number | null {
    const text = this.text(name);
    return text === null ? null : Number(text);
  }
}

/** A metadata file that can't be read: the message names file, line and column. */
export class MetadataError extends Error {
  override readonly name = 'MetadataError';
}

/** Parses a document; the root element comes back. */
export function parseXml(text: string, file: string): XmlNode {
  const parser = new SaxesParser();
  const open: XmlNode[] = [];
  let root: XmlNode | null = null;
  const here = (): string => `${file}:${parser.line}:${parser.column}`;
  parser.on('error', (error) => {
    throw new MetadataError(`${here()}: ${error.message.replace(/^\d+:\d+: /, '')}`);
  });
  parser.on('opentag', (tag) => {
    const node = new XmlNode(local(tag.name), withoutPrefixes(tag.attributes), parser.line);
    open.at(-1)?.children.push(node);
    root ??= node;
    open.push(node);
  });
  parser.on('text', (value) => open.at(-1)?.addText(value));
  parser.on('cdata', (value) => open.at(-1)?.addText(value));
  parser.on('closetag', () => void open.pop());
  parser.write(text.startsWith('\uFEFF') ? text.slice(1) : text).close();
  if (root === null) {
    throw new MetadataError(`${file}: the file has no root element`);
  }
  return root;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
}
