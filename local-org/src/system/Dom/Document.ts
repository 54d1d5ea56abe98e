/** Dom.Document. */
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { nullValue } from '../support/numbers.ts';
import { DocumentValue } from './documentValue.ts';
import { NodeValue } from './nodeValue.ts';

/** An element with its namespace declared where no ancestor does. */
export function element(
  runtime: Runtime,
  parent: NodeValue | null,
  name: string | null,
  namespace: string | null,
  prefix: string | null,
): NodeValue {
  const node = new NodeValue('ELEMENT', {
    name: name ?? nullValue(runtime),
    namespace: namespace ?? '',
    prefix: prefix ?? (namespace === null ? '' : (parent?.prefixFor(namespace) ?? '')),
  });
  if (namespace !== null && namespace !== '' && parent?.namespaceFor(node.prefix) !== namespace) {
    node.declared.set(node.prefix, namespace);
  }
  parent?.append(node);
  return node;
}

export default platformClass('Dom.Document', {
  constructors: { '()': () => new DocumentValue() },
  methods: {
    'Dom.XmlNode createRootElement(String name, String namespace, String prefix)': (
      runtime,
      self: DocumentValue,
      name: string | null,
      namespace: string | null,
      prefix: string | null,
    ) => {
      self.root = element(runtime, null, name, namespace, prefix);
      return self.root;
    },
    'Dom.XmlNode getRootElement()': (_runtime, self: DocumentValue) => self.root,
    'void load(String xml)': (runtime, self: DocumentValue, xml: string | null) => {
      self.load(runtime, xml ?? nullValue(runtime));
      return null;
    },
    'String toXmlString()': (_runtime, self: DocumentValue) => self.toXml(),
  },
});
