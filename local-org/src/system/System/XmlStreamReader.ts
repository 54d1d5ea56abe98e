/** System.XmlStreamReader: reads a document event by event. */
import { enumValue } from '../../runtime/enumValue.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { XmlAttribute } from '../../values/xml/tree.ts';
import { platformClass } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';
import { StreamReaderValue } from './xml/streamReader.ts';
import XmlTag from './XmlTag.ts';

const wrongState = (runtime: Runtime, what: string): never =>
  runtime.fail('System.XmlException', `Illegal State: ${what}`);

function attributes(runtime: Runtime, self: StreamReaderValue): readonly XmlAttribute[] {
  return self.event?.kind === 'start'
    ? self.event.attributes
    : wrongState(runtime, 'attributes exist only at the start of an element');
}
const attributeAt = (runtime: Runtime, self: StreamReaderValue, index: number): XmlAttribute =>
  attributes(runtime, self)[index] ?? runtime.fail('System.XmlException', `Index out of bounds: ${index}`);
function named(
  runtime: Runtime,
  self: StreamReaderValue,
): { readonly name: string; readonly prefix: string; readonly namespace: string } {
  const { event } = self;
  return event !== null && (event.kind === 'start' || event.kind === 'end')
    ? event
    : wrongState(runtime, `${self.tag} has no name`);
}
const textOf = (self: StreamReaderValue): string | null =>
  self.event !== null && 'text' in self.event ? self.event.text : null;
const namespaces = (self: StreamReaderValue): readonly (readonly [string, string])[] =>
  self.event?.kind === 'start' ? self.event.namespaces : [];
const isBlank = (self: StreamReaderValue): boolean => self.tag === 'CHARACTERS' && /^\s*$/.test(textOf(self) ?? '');

function nextTag(runtime: Runtime, self: StreamReaderValue): number {
  for (;;) {
    const number = self.next(runtime);
    if (self.tag === 'START_ELEMENT' || self.tag === 'END_ELEMENT') {
      return number;
    }
    if (!isBlank(self) && self.tag !== 'COMMENT' && self.tag !== 'PROCESSING_INSTRUCTION') {
      return runtime.fail(
        'System.XmlException',
        `parser must be on START_ELEMENT or END_ELEMENT to read next tag, found ${self.tag}`,
      );
    }
  }
}

export default platformClass('System.XmlStreamReader', {
  constructors: withoutNulls({
    '(String xmlInput)': (runtime, source: string) => new StreamReaderValue(runtime, source),
  }),
  methods: {
    'Integer getAttributeCount()': (runtime, self: StreamReaderValue) => attributes(runtime, self).length,
    'String getAttributeLocalName(Integer index)': (runtime, self: StreamReaderValue, index: number) =>
      attributeAt(runtime, self, index).name,
    'String getAttributeNamespace(Integer index)': (runtime, self: StreamReaderValue, index: number) =>
      attributeAt(runtime, self, index).namespace || null,
    'String getAttributePrefix(Integer index)': (runtime, self: StreamReaderValue, index: number) =>
      attributeAt(runtime, self, index).prefix,
    'String getAttributeType(Integer index)': (runtime, self: StreamReaderValue, index: number) => (
      attributeAt(runtime, self, index),
      'CDATA'
    ),
    'String getAttributeValue(String namespaceUri, String localName)': (
      runtime,
      self: StreamReaderValue,
      namespace: string | null,
      name: string,
    ) =>
      attributes(runtime, self).find((one) => one.name === name && (namespace === null || one.namespace === namespace))
        ?.value ?? null,
    'String getAttributeValueAt(Integer index)': (runtime, self: StreamReaderValue, index: number) =>
      attributeAt(runtime, self, index).value,
    'System.XmlTag getEventType()': (_runtime, self: StreamReaderValue) => enumValue(XmlTag, self.tag),
    'String getLocalName()': (runtime, self: StreamReaderValue) => named(runtime, self).name,
    'String getLocation()': (_runtime, self: StreamReaderValue) =>
      `[${self.event?.line ?? 1},${self.event?.column ?? 1}]`,
    'String getNamespace()': (runtime, self: StreamReaderValue) => named(runtime, self).namespace || null,
    'Integer getNamespaceCount()': (_runtime, self: StreamReaderValue) => namespaces(self).length,
    'String getNamespacePrefix(Integer index)': (_runtime, self: StreamReaderValue, index: number) =>
      namespaces(self)[index]?.[0] ?? null,
    'String getNamespaceURI(String prefix)': (_runtime, self: StreamReaderValue, prefix: string | null) =>
      namespaces(self).find(([one]) => one === (prefix ?? ''))?.[1] ?? null,
    'String getNamespaceURIAt(Integer index)': (_runtime, self: StreamReaderValue, index: number) =>
      namespaces(self)[index]?.[1] ?? null,
    'String getPIData()': (_runtime, self: StreamReaderValue) =>
      self.event?.kind === 'instruction' ? self.event.data : null,
    'String getPITarget()': (_runtime, self: StreamReaderValue) =>
      self.event?.kind === 'instruction' ? self.event.target : null,
    'String getPrefix()': (runtime, self: StreamReaderValue) => named(runtime, self).prefix,
    'String getText()': (_runtime, self: StreamReaderValue) => textOf(self),
    'String getVersion()': () => '1.0',
    'Boolean hasName()': (_runtime, self: StreamReaderValue) =>
      self.tag === 'START_ELEMENT' || self.tag === 'END_ELEMENT',
    'Boolean hasNext()': (_runtime, self: StreamReaderValue) => self.hasNext,
    'Boolean hasText()': (_runtime, self: StreamReaderValue) => textOf(self) !== null,
    'Boolean isCharacters()': (_runtime, self: StreamReaderValue) => self.tag === 'CHARACTERS',
    'Boolean isEndElement()': (_runtime, self: StreamReaderValue) => self.tag === 'END_ELEMENT',
    'Boolean isStartElement()': (_runtime, self: StreamReaderValue) => self.tag === 'START_ELEMENT',
    'Boolean isWhiteSpace()': (_runtime, self: StreamReaderValue) => isBlank(self),
    'Integer next()': (runtime, self: StreamReaderValue) => self.next(runtime),
    'Integer nextTag()': nextTag,
    'void setCoalescing(Boolean returnAsSingleBlock)': (_runtime, self: StreamReaderValue, single: boolean) => {
      if (single) {
        self.coalesce();
      }
      return null;
    },
    'void setNamespaceAware(Boolean isNamespaceAware)': (runtime, _self: StreamReaderValue, aware: boolean) =>
      aware ? null : runtime.unsupported('XmlStreamReader without namespaces'),
  },
});
