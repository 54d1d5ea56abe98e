/** System.RestRequest: what an Apex REST resource is asked. */
import type { ApexMap } from '../../runtime/collections.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { ApexBlob } from '../../values/value.ts';
import { platformClass } from '../define.ts';
import { property } from '../support/properties.ts';

export class RestRequestValue extends PlatformObject {
  readonly apexType = 'System.RestRequest';
  headers: ApexMap;
  params: ApexMap;
  httpMethod: string | null = null;
  remoteAddress: string | null = null;
  requestBody: ApexBlob | null = null;
  requestURI: string | null = null;
  resourcePath: string | null = null;
  constructor(runtime: Runtime) {
    super();
    this.headers = runtime.newMap('String', 'String');
    this.params = runtime.newMap('String', 'String');
  }
}

export default platformClass('System.RestRequest', {
  constructors: { '()': (runtime) => new RestRequestValue(runtime) },
  methods: {
    'void addHeader(String name, String value)': (_runtime, self: RestRequestValue, name: string, value: string) => {
      self.headers.put(name, value);
      return null;
    },
    'void addParameter(String name, String value)': (_runtime, self: RestRequestValue, name: string, value: string) => {
      self.params.put(name, value);
      return null;
    },
  },
  properties: {
    'Map<String, String> headers': property('headers'),
    'Map<String, String> params': property('params'),
    'String httpMethod': property('httpMethod'),
    'String remoteAddress': property('remoteAddress'),
    'Blob requestBody': property('requestBody'),
    'String requestURI': property('requestURI'),
    'String resourcePath': property('resourcePath'),
  },
});
