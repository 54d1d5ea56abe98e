/**
 * System.Http. The platform's rules come first: no callout with uncommitted work, from a trigger or a scheduled job, or
 * past the limit. Then the mock of a test answers, else the world outside the org.
 */
import { executionContext } from '../../async/executionContext.ts';
import { hasUncommittedWork, UNCOMMITTED_MESSAGE } from '../../async/uncommitted.ts';
import { callOut } from '../../callouts/send.ts';
import { UnsupportedError } from '../../runtime/errors.ts';
import { ApexException } from '../../runtime/exception.ts';
import { mockFor } from '../../testing/testState.ts';
import { ApexBlob } from '../../values/value.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { nullValue } from '../support/numbers.ts';
import { HttpResponseValue, type HttpRequestValue } from './http/message.ts';

class HttpValue extends PlatformObject {
  readonly apexType = 'System.Http';
  override toString(): string {
    return 'System.Http[]';
  }
}

const calloutFault = (runtime: Runtime, message: string): never => runtime.fail('System.CalloutException', message);

/** The platform says so of queueable jobs without `Database.AllowsCallouts` too. */
const NOT_ALLOWED_MESSAGE =
  'Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)';

/** What every callout needs, SOAP ones too. */
export function beginCallout(runtime: Runtime): void {
  runtime.limits.add('callouts');
  if (hasUncommittedWork(runtime)) {
    calloutFault(runtime, UNCOMMITTED_MESSAGE);
  }
  if (runtime.trigger !== null) {
    calloutFault(runtime, 'Callout from triggers are currently not supported.');
  }
  const { kind, allowsCallouts } = executionContext(runtime);
  if (kind === 'scheduled') {
    calloutFault(runtime, 'Callout from scheduled Apex not supported.');
  }
  if (!allowsCallouts) {
    calloutFault(runtime, NOT_ALLOWED_MESSAGE);
  }
}

function send(runtime: Runtime, _self: HttpValue, request: HttpRequestValue | null): ApexValue {
  if (request === null) {
    return nullValue(runtime);
  }
  beginCallout(runtime);
  const mock = mockFor(runtime, 'HttpCalloutMock');
  if (mock !== null) {
    return runtime.call(mock, 'respond', [request]);
  }
  if (runtime.isTest) {
    return runtime.fail('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
  }
  return sendOut(runtime, request);
}

function sendOut(runtime: Runtime, request: HttpRequestValue): HttpResponseValue {
  if (request.clientCertificate !== null) {
    runtime.unsupported('HttpRequest with a client certificate');
  }
  const endpoint = request.endpoint ?? '';
  if (!/^(https?:|callout:)/i.test(endpoint)) {
    calloutFault(runtime, `no protocol: ${endpoint}`);
  }
  let answer;
  try {
    answer = callOut(runtime, {
      method: request.method ?? 'GET',
      endpoint,
      headers: [...request.headers.values()].map((header) => [header.name, header.value] as const),
      body: request.body.bytes,
      timeoutMilliseconds: request.timeout,
    });
  } catch (thrown) {
    if (thrown instanceof UnsupportedError || thrown instanceof ApexException) {
      throw thrown;
    }
    return calloutFault(runtime, thrown instanceof Error ? thrown.message : String(thrown));
  }
  if (answer === null) {
    return runtime.unsupported('Http.send without a way out of the org');
  }
  const response = new HttpResponseValue();
  response.status = answer.status;
  response.statusCode = answer.statusCode;
  response.body = new ApexBlob(answer.body);
  for (const [name, value] of answer.headers) {
    response.setHeader(name, value);
  }
  return response;
}

export default platformClass('System.Http', {
  constructors: { '()': () => new HttpValue() },
  methods: {
    'System.HttpResponse send(System.HttpRequest request)': send,
    'String toString()': (_runtime, self: HttpValue) => self.toString(),
  },
});
