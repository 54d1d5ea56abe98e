/** System.HttpRequest. */
import { ApexBlob } from '../../values/value.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { DocumentValue } from '../Dom/documentValue.ts';
import { withoutNulls } from '../support/nullChecks.ts';
import { HttpRequestValue } from './http/message.ts';

const MAX_TIMEOUT = 120_000;
const text = (runtime: Runtime, body: ApexBlob): string =>
  body.toText() ?? runtime.fail('System.StringException', 'BLOB is not a valid UTF-8 string');

export default platformClass('System.HttpRequest', {
  constructors: { '()': () => new HttpRequestValue() },
  methods: {
    ...withoutNulls({
      'String getHeader(String key)': (_runtime, self: HttpRequestValue, key: string) => self.header(key),
      'void setBodyAsBlob(Blob body)': (_runtime, self: HttpRequestValue, body: ApexBlob) => {
        self.body = body;
        return null;
      },
      'void setBodyDocument(Dom.Document document)': (_runtime, self: HttpRequestValue, document: DocumentValue) => {
        self.document = document;
        self.body = ApexBlob.ofText(document.toXml());
        return null;
      },
      'void setClientCertificateName(String name)': (_runtime, self: HttpRequestValue, name: string) => {
        self.clientCertificate = name;
        return null;
      },
      'void setCompressed(Boolean flag)': (_runtime, self: HttpRequestValue, flag: boolean) => {
        self.isCompressed = flag;
        return null;
      },
      'void setHeader(String key, String value)': (_runtime, self: HttpRequestValue, key: string, value: string) => {
        self.setHeader(key, value);
        return null;
      },
      'void setTimeout(Integer timeout)': (runtime, self: HttpRequestValue, timeout: number) => {
        // Apex Developer Guide, "Callout Limits and Limitations": 1 millisecond to 120 seconds.
        if (timeout < 1 || timeout > MAX_TIMEOUT) {
          runtime.fail(
            'System.CalloutException',
            `Timeout must be between 1 and ${MAX_TIMEOUT} milliseconds: ${timeout}`,
          );
        }
        self.timeout = timeout;
        return null;
      },
    }),
    'void setBody(String body)': (_runtime, self: HttpRequestValue, body: string | null) => {
      self.body = ApexBlob.ofText(body ?? '');
      return null;
    },
    'void setEndpoint(String endpoint)': (_runtime, self: HttpRequestValue, endpoint: string | null) => {
      self.endpoint = endpoint;
      return null;
    },
    'void setMethod(String method)': (_runtime, self: HttpRequestValue, method: string | null) => {
      self.method = method;
      return null;
    },
    'String getBody()': (runtime, self: HttpRequestValue) => text(runtime, self.body),
    'Blob getBodyAsBlob()': (_runtime, self: HttpRequestValue) => self.body,
    'Dom.Document getBodyDocument()': (runtime, self: HttpRequestValue) =>
      self.document ?? DocumentValue.parse(runtime, text(runtime, self.body)),
    'Boolean getCompressed()': (_runtime, self: HttpRequestValue) => self.isCompressed,
    'String getEndpoint()': (_runtime, self: HttpRequestValue) => self.endpoint,
    'String getMethod()': (_runtime, self: HttpRequestValue) => self.method,
    'String toString()': (_runtime, self: HttpRequestValue) => self.toString(),
  },
});
