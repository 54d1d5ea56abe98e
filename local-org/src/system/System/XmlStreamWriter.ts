/** System.XmlStreamWriter: writes a document piece by piece. */
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { escapeAttribute, escapeText, qualified } from '../../values/xml/tree.ts';
import { platformClass } from '../define.ts';

class StreamWriterValue extends PlatformObject {
  readonly apexType = 'System.XmlStreamWriter';
  xml = '';
  readonly open: string[] = [];
  /** A start tag still takes attributes; `empty` ends with a slash. */
  tag: 'none' | 'start' | 'empty' = 'none';

  closeTag(): void {
    this.xml += this.tag === 'start' ? '>' : this.tag === 'empty' ? '/>' : '';
    this.tag = 'none';
  }
  write(text: string): null {
    this.closeTag();
    this.xml += text;
    return null;
  }
  begin(name: string, isEmpty: boolean): null {
    this.closeTag();
    this.xml += `<${name}`;
    this.tag = isEmpty ? 'empty' : 'start';
    if (!isEmpty) {
      this.open.push(name);
    }
    return null;
  }
  end(runtime: Runtime): null {
    const name = this.open.pop() ?? runtime.fail('System.XmlException', 'No element was found to write');
    return this.write(`</${name}>`);
  }
  attribute(runtime: Runtime, name: string, value: string): null {
    if (this.tag === 'none') {
      runtime.fail('System.XmlException', 'Attribute not associated with any element');
    }
    this.xml += ` ${name}="${escapeAttribute(value)}"`;
    return null;
  }
}

export default platformClass('System.XmlStreamWriter', {
  constructors: { '()': () => new StreamWriterValue() },
  methods: {
    'void close()': (_runtime, self: StreamWriterValue) => self.write(''),
    'String getXmlString()': (_runtime, self: StreamWriterValue) => self.xml,
    // It only binds the prefix; nothing is written.
    'void setDefaultNamespace(String uri)': () => null,
    'void writeAttribute(String prefix, String namespaceUri, String localName, String value)': (
      runtime,
      self: StreamWriterValue,
      prefix: string | null,
      _uri: string | null,
      name: string,
      value: string,
    ) => self.attribute(runtime, qualified(prefix ?? '', name), value),
    'void writeCData(String data)': (_runtime, self: StreamWriterValue, data: string) =>
      self.write(`<![CDATA[${data}]]>`),
    'void writeCharacters(String text)': (_runtime, self: StreamWriterValue, text: string) =>
      self.write(escapeText(text)),
    'void writeComment(String comment)': (_runtime, self: StreamWriterValue, comment: string) =>
      self.write(`<!--${comment}-->`),
    'void writeDefaultNamespace(String namespaceUri)': (runtime, self: StreamWriterValue, uri: string) =>
      self.attribute(runtime, 'xmlns', uri),
    'void writeEmptyElement(String prefix, String localName, String namespaceUri)': (
      _runtime,
      self: StreamWriterValue,
      prefix: string | null,
      name: string,
    ) => self.begin(qualified(prefix ?? '', name), true),
    'void writeEndDocument()': (runtime, self: StreamWriterValue) => {
      while (self.open.length > 0) {
        self.end(runtime);
      }
      return self.write('');
    },
    'void writeEndElement()': (runtime, self: StreamWriterValue) => self.end(runtime),
    'void writeNamespace(String prefix, String namespaceUri)': (
      runtime,
      self: StreamWriterValue,
      prefix: string | null,
      uri: string,
    ) => self.attribute(runtime, prefix === null || prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri),
    'void writeProcessingInstruction(String target, String data)': (
      _runtime,
      self: StreamWriterValue,
      target: string,
      data: string,
    ) => self.write(`<?${target} ${data}?>`),
    'void writeStartDocument(String encoding, String version)': (
      _runtime,
      self: StreamWriterValue,
      encoding: string | null,
      version: string | null,
    ) => self.write(`<?xml version="${version ?? '1.0'}"${encoding === null ? '' : ` encoding="${encoding}"`}?>`),
    'void writeStartElement(String prefix, String localName, String namespaceUri)': (
      _runtime,
      self: StreamWriterValue,
      prefix: string | null,
      name: string,
    ) => self.begin(qualified(prefix ?? '', name), false),
  },
});
