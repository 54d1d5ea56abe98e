/** `StaticResourceCalloutMock` and `MultiStaticResourceCalloutMock`: answers kept as static resources. */
import { ApexBlob } from '../../../values/value.ts';
import { PlatformObject } from '../../../runtime/platformObject.ts';
import type { Runtime } from '../../../runtime/runtime.ts';
import { platformClass, type PlatformClass } from '../../define.ts';
import { HttpResponseValue, type HttpRequestValue } from './message.ts';

class ResourceMock extends PlatformObject {
  readonly apexType: string;
  /** Endpoint to resource; the single mock uses the empty endpoint. */
  readonly resources = new Map<string, string>();
  readonly headers: (readonly [string, string])[] = [];
  status = 'OK';
  statusCode = 200;
  constructor(apexType: string) {
    super();
    this.apexType = apexType;
  }
}

export function resourceBody(runtime: Runtime, name: string): ApexBlob {
  for (const row of runtime.org.store.rows('StaticResource')) {
    if (String(row['Name']).toLowerCase() === name.toLowerCase() && row['Body'] instanceof ApexBlob) {
      return row['Body'];
    }
  }
  return runtime.fail('System.CalloutException', `Static resource not found: ${name}`);
}

function respond(runtime: Runtime, self: ResourceMock, request: HttpRequestValue): HttpResponseValue {
  const name =
    self.resources.get(request.endpoint ?? '') ??
    self.resources.get('') ??
    runtime.fail('System.CalloutException', `No static resource is set for the endpoint ${request.endpoint ?? ''}`);
  const response = new HttpResponseValue();
  response.body = resourceBody(runtime, name);
  response.status = self.status;
  response.statusCode = self.statusCode;
  for (const [header, value] of self.headers) {
    response.setHeader(header, value);
  }
  return response;
}

function mockClass(name: string, setters: PlatformClass['methods']): PlatformClass {
  const described = platformClass(name, {
    implements: ['System.HttpCalloutMock'],
    constructors: { '()': () => new ResourceMock(name) },
    methods: {
      'void setHeader(String name, String value)': (_runtime, self: ResourceMock, header: string, value: string) => {
        self.headers.push([header, value]);
        return null;
      },
      'void setStatus(String status)': (_runtime, self: ResourceMock, status: string) => {
        self.status = status;
        return null;
      },
      'void setStatusCode(Integer statusCode)': (_runtime, self: ResourceMock, statusCode: number) => {
        self.statusCode = statusCode;
        return null;
      },
      'System.HttpResponse respond(System.HttpRequest request)': respond,
    },
  });
  return { ...described, methods: [...described.methods, ...setters] };
}
const setters = (methods: Parameters<typeof platformClass>[1]['methods']): PlatformClass['methods'] =>
  platformClass('', { methods: methods ?? {} }).methods;

export const resourceMocks: readonly PlatformClass[] = [
  mockClass(
    'System.StaticResourceCalloutMock',
    setters({
      'void setStaticResource(String resourceName)': (_runtime, self: ResourceMock, resource: string) => {
        self.resources.set('', resource);
        return null;
      },
    }),
  ),
  mockClass(
    'System.MultiStaticResourceCalloutMock',
    setters({
      'void setStaticResource(String endpoint, String resourceName)': (
        _runtime,
        self: ResourceMock,
        endpoint: string,
        resource: string,
      ) => {
        self.resources.set(endpoint, resource);
        return null;
      },
    }),
  ),
];
