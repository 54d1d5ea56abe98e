/** Dom.XmlNode. */
import { enumValue } from '../../runtime/enumValue.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { XmlAttribute } from '../../values/xml/tree.ts';
import { platformClass, platformEnum } from '../define.ts';
import { refuseNull } from '../support/nullChecks.ts';
import { element } from './Document.ts';
import { NodeValue } from './nodeValue.ts';

export const xmlNodeType = platformEnum('Dom.XmlNodeType', ['COMMENT', 'ELEMENT', 'TEXT']);

const attribute = (self: NodeValue, key: string, namespace: string | null): XmlAttribute | null =>
  self.attributes.find((one) => one.name === key && one.namespace === (namespace ?? '')) ?? null;
const nodes = (runtime: Runtime, list: readonly NodeValue[]): unknown => runtime.newList('Dom.XmlNode', list);
const at = (runtime: Runtime, self: NodeValue, index: number): XmlAttribute =>
  self.attributes[index] ?? runtime.fail('System.ListException', `List index out of bounds: ${index}`);

function setAttribute(self: NodeValue, key: string, value: string, namespace: string): void {
  const found = attribute(self, key, namespace);
  if (found !== null) {
    found.value = value;
  } else {
    self.attributes.push({
      name: key,
      prefix: namespace === '' ? '' : (self.prefixFor(namespace) ?? ''),
      namespace,
      value,
    });
  }
}

export default platformClass('Dom.XmlNode', {
  methods: {
    'Dom.XmlNode addChildElement(String name, String namespace, String prefix)': (
      runtime,
      self: NodeValue,
      name: string | null,
      namespace: string | null,
      prefix: string | null,
    ) => element(runtime, self, name, namespace, prefix),
    'Dom.XmlNode addCommentNode(String text)': (_runtime, self: NodeValue, text: string | null) =>
      self.append(new NodeValue('COMMENT', { text: text ?? '' })),
    'Dom.XmlNode addTextNode(String text)': (_runtime, self: NodeValue, text: string | null) =>
      self.append(new NodeValue('TEXT', { text: text ?? '' })),
    'String getAttribute(String key, String keyNamespace)': (
      _runtime,
      self: NodeValue,
      key: string,
      namespace: string | null,
    ) => attribute(self, key, namespace)?.value ?? null,
    'Integer getAttributeCount()': (_runtime, self: NodeValue) => self.attributes.length,
    'String getAttributeKeyAt(Integer index)': (runtime, self: NodeValue, index: number) =>
      at(runtime, self, index).name,
    'String getAttributeKeyNsAt(Integer index)': (runtime, self: NodeValue, index: number) =>
      at(runtime, self, index).namespace,
    'String getAttributeValue(String key, String keyNamespace)': (
      _runtime,
      self: NodeValue,
      key: string,
      namespace: string | null,
    ) => attribute(self, key, namespace)?.value ?? null,
    'Dom.XmlNode getChildElement(String name, String namespace)': (
      _runtime,
      self: NodeValue,
      name: string,
      namespace: string | null,
    ) => self.elements().find((child) => child.name === name && child.namespace === (namespace ?? '')) ?? null,
    'List<Dom.XmlNode> getChildElements()': (runtime, self: NodeValue) => nodes(runtime, self.elements()),
    'List<Dom.XmlNode> getChildren()': (runtime, self: NodeValue) => nodes(runtime, self.children),
    'String getName()': (_runtime, self: NodeValue) => (self.kind === 'ELEMENT' ? self.name : null),
    'String getNamespace()': (_runtime, self: NodeValue) =>
      self.kind === 'ELEMENT' && self.namespace !== '' ? self.namespace : null,
    'String getNamespaceFor(String prefix)': (_runtime, self: NodeValue, prefix: string | null) =>
      self.namespaceFor(prefix ?? ''),
    'Dom.XmlNodeType getNodeType()': (_runtime, self: NodeValue) => enumValue(xmlNodeType, self.kind),
    'Dom.XmlNode getParent()': (_runtime, self: NodeValue) => self.parent,
    'String getPrefixFor(String namespace)': (_runtime, self: NodeValue, namespace: string | null) =>
      self.prefixFor(namespace ?? ''),
    'String getText()': (_runtime, self: NodeValue) => self.ownText(),
    'Dom.XmlNode insertBefore(Dom.XmlNode newChild, Dom.XmlNode refChild)': (
      runtime,
      self: NodeValue,
      child: NodeValue | null,
      before: NodeValue | null,
    ) => self.append(child ?? refuseNull(runtime, 1), before),
    'Boolean removeAttribute(String key, String keyNamespace)': (
      _runtime,
      self: NodeValue,
      key: string,
      namespace: string | null,
    ) => {
      const found = attribute(self, key, namespace);
      return found !== null && self.attributes.splice(self.attributes.indexOf(found), 1).length === 1;
    },
    'Boolean removeChild(Dom.XmlNode childNode)': (_runtime, self: NodeValue, child: NodeValue | null) =>
      child !== null && self.remove(child),
    'void setAttribute(String key, String value)': (_runtime, self: NodeValue, key: string, value: string) => {
      setAttribute(self, key, value, '');
      return null;
    },
    'void setAttributeNs(String key, String value, String keyNamespace, String valueNamespace)': (
      _runtime,
      self: NodeValue,
      key: string,
      value: string,
      namespace: string | null,
    ) => {
      setAttribute(self, key, value, namespace ?? '');
      return null;
    },
    'void setNamespace(String prefix, String namespace)': (
      _runtime,
      self: NodeValue,
      prefix: string | null,
      namespace: string,
    ) => {
      self.declared.set(prefix ?? '', namespace);
      return null;
    },
  },
});
