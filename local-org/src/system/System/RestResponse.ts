/** System.RestResponse: what an Apex REST resource answers. */
import type { ApexMap } from '../../runtime/collections.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { ApexBlob } from '../../values/value.ts';
import { platformClass } from '../define.ts';
import { property } from '../support/properties.ts';

export class RestResponseValue extends PlatformObject {
  readonly apexType = 'System.RestResponse';
  headers: ApexMap;
  responseBody: ApexBlob | null = null;
  statusCode: number | null = null;
  constructor(runtime: Runtime) {
    super();
    this.headers = runtime.newMap('String', 'String');
  }
}

export default platformClass('System.RestResponse', {
  constructors: { '()': (runtime) => new RestResponseValue(runtime) },
  methods: {
    'void addHeader(String name, String value)': (_runtime, self: RestResponseValue, name: string, value: string) => {
      self.headers.put(name, value);
      return null;
    },
  },
  properties: {
    'Map<String, String> headers': property('headers'),
    'Blob responseBody': property('responseBody'),
    'Integer statusCode': property('statusCode'),
  },
});
