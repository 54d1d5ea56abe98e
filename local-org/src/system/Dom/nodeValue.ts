/** A node of a DOM tree: an element, a text or a comment. */
import { PlatformObject } from '../../runtime/platformObject.ts';
import { escapeAttribute, escapeText, qualified, type XmlAttribute } from '../../values/xml/tree.ts';

export type NodeKind = 'ELEMENT' | 'TEXT' | 'COMMENT';

export class NodeValue extends PlatformObject {
  readonly apexType = 'Dom.XmlNode';
  readonly kind: NodeKind;
  readonly name: string;
  prefix: string;
  namespace: string;
  /** Of a text or comment. */
  readonly text: string;
  parent: NodeValue | null = null;
  readonly children: NodeValue[] = [];
  readonly attributes: XmlAttribute[] = [];
  /** Prefix to namespace, declared at this element. */
  readonly declared = new Map<string, string>();

  constructor(
    kind: NodeKind,
    parts: { readonly name?: string; readonly prefix?: string; readonly namespace?: string; readonly text?: string },
  ) {
    super();
    this.kind = kind;
    this.name = parts.name ?? '';
    this.prefix = parts.prefix ?? '';
    this.namespace = parts.namespace ?? '';
    this.text = parts.text ?? '';
  }

  append(child: NodeValue, before: NodeValue | null = null): NodeValue {
    child.parent?.remove(child);
    child.parent = this;
    const at = before === null ? -1 : this.children.indexOf(before);
    this.children.splice(at < 0 ? this.children.length : at, 0, child);
    return child;
  }
  remove(child: NodeValue): boolean {
    const at = this.children.indexOf(child);
    if (at >= 0) {
      this.children.splice(at, 1);
      child.parent = null;
    }
    return at >= 0;
  }
  /** Nearest declaration of a prefix. */
  namespaceFor(prefix: string): string | null {
    return this.declared.get(prefix) ?? this.parent?.namespaceFor(prefix) ?? null;
  }
  prefixFor(namespace: string): string | null {
    for (const [prefix, declared] of this.declared) {
      if (declared === namespace) {
        return prefix;
      }
    }
    return this.parent?.prefixFor(namespace) ?? null;
  }
  /** The texts right below an element, joined. */
  ownText(): string {
    return this.kind === 'ELEMENT'
      ? this.children
          .filter((child) => child.kind === 'TEXT')
          .map((child) => child.text)
          .join('')
      : this.text;
  }
  elements(): readonly NodeValue[] {
    return this.children.filter((child) => child.kind === 'ELEMENT');
  }

  toXml(): string {
    if (this.kind === 'TEXT') {
      return escapeText(this.text);
    }
    if (this.kind === 'COMMENT') {
      return `<!--${this.text}-->`;
    }
    const name = qualified(this.prefix, this.name);
    const namespaces = [...this.declared].map(
      ([prefix, uri]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeAttribute(uri)}"`,
    );
    const attributes = this.attributes.map(
      (one) => ` ${qualified(one.prefix, one.name)}="${escapeAttribute(one.value)}"`,
    );
    const start = `<${name}${namespaces.join('')}${attributes.join('')}`;
    return this.children.length === 0
      ? `${start}/>`
      : `${start}>${this.children.map((child) => child.toXml()).join('')}</${name}>`;
  }
  override toString(): string {
    return this.kind === 'ELEMENT'
      ? `XMLNode[ELEMENT,${this.name},${this.namespace},]`
      : `XMLNode[${this.kind},null,null,null,null,${this.text},]`;
  }
}
