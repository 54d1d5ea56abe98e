/** A document: one root element. */
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { readXml, XmlFault, type XmlEvent } from '../../values/xml/tree.ts';
import { NodeValue } from './nodeValue.ts';

export class DocumentValue extends PlatformObject {
  readonly apexType = 'Dom.Document';
  root: NodeValue | null = null;

  static parse(runtime: Runtime, source: string): DocumentValue {
    const document = new DocumentValue();
    document.load(runtime, source);
    return document;
  }

  load(runtime: Runtime, source: string): void {
    try {
      this.root = build(readXml(source));
    } catch (thrown) {
      if (thrown instanceof XmlFault) {
        runtime.fail('System.XmlException', `Failed to parse XML due to: ${thrown.message}`);
      }
      throw thrown;
    }
  }
  toXml(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>${this.root?.toXml() ?? ''}`;
  }
}

function build(events: readonly XmlEvent[]): NodeValue | null {
  let root = null as NodeValue | null;
  let current = null as NodeValue | null;
  for (const event of events) {
    if (event.kind === 'start') {
      const node: NodeValue = new NodeValue('ELEMENT', event);
      node.attributes.push(...event.attributes);
      for (const [prefix, uri] of event.namespaces) {
        node.declared.set(prefix, uri);
      }
      current?.append(node);
      root ??= node;
      current = node;
    } else if (event.kind === 'end') {
      current = current?.parent ?? null;
    } else if (current !== null && event.kind !== 'instruction') {
      current.append(new NodeValue(event.kind === 'comment' ? 'COMMENT' : 'TEXT', { text: event.text }));
    }
  }
  return root;
}
