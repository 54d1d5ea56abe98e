/** System.HttpResponse. */
import { ApexBlob } from '../../values/value.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { DocumentValue } from '../Dom/documentValue.ts';
import { withoutNulls } from '../support/nullChecks.ts';
import { HttpResponseValue } from './http/message.ts';
import { StreamReaderValue } from './xml/streamReader.ts';

const text = (runtime: Runtime, self: HttpResponseValue): string =>
  self.body.toText() ?? runtime.fail('System.StringException', 'BLOB is not a valid UTF-8 string');

export default platformClass('System.HttpResponse', {
  constructors: { '()': () => new HttpResponseValue() },
  methods: {
    ...withoutNulls({
      'String getHeader(String key)': (_runtime, self: HttpResponseValue, key: string) => self.header(key),
      'void setBodyAsBlob(Blob body)': (_runtime, self: HttpResponseValue, body: ApexBlob) => {
        self.body = body;
        return null;
      },
      'void setHeader(String key, String value)': (_runtime, self: HttpResponseValue, key: string, value: string) => {
        self.setHeader(key, value);
        return null;
      },
      'void setStatusCode(Integer statusCode)': (_runtime, self: HttpResponseValue, statusCode: number) => {
        self.statusCode = statusCode;
        return null;
      },
    }),
    'void setBody(String body)': (_runtime, self: HttpResponseValue, body: string | null) => {
      self.body = ApexBlob.ofText(body ?? '');
      return null;
    },
    'void setStatus(String status)': (_runtime, self: HttpResponseValue, status: string | null) => {
      self.status = status;
      return null;
    },
    'String getBody()': text,
    'Blob getBodyAsBlob()': (_runtime, self: HttpResponseValue) => self.body,
    'Dom.Document getBodyDocument()': (runtime, self: HttpResponseValue) =>
      DocumentValue.parse(runtime, text(runtime, self)),
    'List<String> getHeaderKeys()': (runtime, self: HttpResponseValue) =>
      runtime.newList(
        'String',
        // The platform keeps them in order of their names, whatever their case.
        [...self.headers.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, header]) => header.name),
      ),
    'String getStatus()': (_runtime, self: HttpResponseValue) => self.status,
    'Integer getStatusCode()': (_runtime, self: HttpResponseValue) => self.statusCode,
    'System.XmlStreamReader getXmlStreamReader()': (runtime, self: HttpResponseValue) =>
      new StreamReaderValue(runtime, text(runtime, self)),
    'String toString()': (_runtime, self: HttpResponseValue) => self.toString(),
  },
});
