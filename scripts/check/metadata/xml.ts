import { SaxesParser } from 'saxes';

/** One XML element with the lines a finding needs. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Character data directly inside, untrimmed. */
  readonly text: string;
  /** Line of the opening tag. */
  readonly line: number;
  /** Line on which the character data starts, which a line in a formula is counted from. */
  readonly textLine: number;
}

export interface XmlDocument {
  readonly root: XmlElement | null;
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

interface Open {
  name: string;
  namespace: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  text: string;
  line: number;
  textLine: number;
}

/** Parses strictly: what this refuses, the platform refuses, although the packaging library would repair it. */
export function parseXml(source: string): XmlDocument {
  const errors: { line: number; message: string }[] = [];
  const stack: Open[] = [];
  let root: XmlElement | null = null;
  let startLine = 1;
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('error', (error) => {
    errors.push({ line: parser.line, message: error.message.replace(/^\d+:\d+: /, '') });
  });
  parser.on('opentagstart', () => {
    startLine = parser.line;
  });
  parser.on('opentag', (tag) => {
    const attributes = new Map(Object.values(tag.attributes).map((each) => [each.name, each.value]));
    const open = { name: tag.local, namespace: tag.uri, attributes, children: [], text: '' };
    stack.push({ ...open, line: startLine, textLine: parser.line });
  });
  const text = (value: string): void => {
    const top = stack.at(-1);
    if (top !== undefined) {
      top.text += value;
    }
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (closed !== undefined) {
      const parent = stack.at(-1);
      if (parent === undefined) {
        root = closed;
      } else {
        parent.children.push(closed);
      }
    }
  });
  parser.write(source).close();
  return { root, errors };
}

export function childrenOf(element: XmlElement | null, name: string): readonly XmlElement[] {
  return element === null ? [] : element.children.filter((each) => each.name === name);
}

export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((each) => each.name === name) ?? null;
}

/** Trimmed text of a child, or null when there is no such child. */
export function textOf(element: XmlElement | null, name: string): string | null {
  return childOf(element, name)?.text.trim() ?? null;
}

/** Every element below and including this one, in reading order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) {
    yield* descendants(child);
  }
}

export function isLeaf(element: XmlElement): boolean {
  return element.children.length === 0;
}
