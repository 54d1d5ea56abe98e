/**
 * Runs the Apex REST resource that a path means, as one transaction of a user. Source: Apex Developer Guide, "Exposing
 * Apex Classes as REST Web Services"; Apex Reference Guide, "RestRequest", "RestResponse".
 */
import type { MethodSymbol } from '../../apex/types.ts';
import { ApexException } from '../../runtime/exception.ts';
import type { ApexValue } from '../../runtime/runtime.ts';
import type { Transaction } from '../../runtime/transaction.ts';
import { serialize } from '../../system/System/json/serialize.ts';
import { restExchange } from '../../system/System/RestContext.ts';
import { RestRequestValue } from '../../system/System/RestRequest.ts';
import { RestResponseValue } from '../../system/System/RestResponse.ts';
import { ApexBlob } from '../../values/value.ts';
import type { ApiResponse, Call, HttpMethod } from '../api.ts';
import { ApiError, methodNotAllowed, notFound } from '../errors.ts';
import { transact } from '../records/work.ts';
import { argumentsOf } from './arguments.ts';
import { findResource, type RestResource } from './resources.ts';

const JSON_TYPE = 'application/json;charset=UTF-8';
const PREFIX = '/services/apexrest';

/** `path` is what stands behind `/services/apexrest`, as the client wrote it. */
export function runResource(call: Call, userId: string, path: string): ApiResponse {
  const { org, request } = call;
  const resource = findResource(org.restResources, path);
  if (resource === null) {
    throw notFound('Could not find a match for URL');
  }
  const method = methodFor(resource, request.method);
  const { type } = resource;
  const className = type.namespace === '' ? type.name : `${type.namespace}.${type.name}`;
  if (!org.local.parts.context.security.canUseClass(userId, type.name)) {
    throw new ApiError(403, {
      errorCode: 'FORBIDDEN',
      message: `You do not have access to the Apex class named: ${className}`,
    });
  }
  const opened: { runtime?: Transaction } = {};
  try {
    return transact(org.local, userId, 'rest', (runtime) => {
      opened.runtime = runtime;
      return answer(runtime, call, resource, method, path);
    });
  } catch (error) {
    if (error instanceof ApexException && opened.runtime !== undefined) {
      throw new ApiError(500, { errorCode: 'APEX_ERROR', message: errorText(opened.runtime, error) });
    }
    throw error;
  }
}

/** HEAD asks for what GET gives, without the body. */
function methodFor(resource: RestResource, verb: HttpMethod): MethodSymbol {
  const method = resource.methods.get(verb === 'HEAD' ? 'GET' : verb);
  if (method === undefined) {
    throw methodNotAllowed(verb, [...resource.methods.keys()]);
  }
  return method;
}

function answer(
  runtime: Transaction,
  call: Call,
  resource: RestResource,
  method: MethodSymbol,
  path: string,
): ApiResponse {
  const exchange = restExchange(runtime);
  exchange.request = restRequest(runtime, call, resource, method, path);
  exchange.response = new RestResponseValue(runtime);
  const value = runtime.org.program.callStatic(runtime, resource.type, method.name, argumentsOf(runtime, call, method));
  return responseOf(runtime, call, method, value, exchange.response);
}

function restRequest(
  runtime: Transaction,
  { request }: Call,
  resource: RestResource,
  method: MethodSymbol,
  path: string,
): RestRequestValue {
  const made = new RestRequestValue(runtime);
  made.httpMethod = request.method;
  made.remoteAddress = request.remoteAddress;
  made.requestURI = path;
  made.resourcePath = `${PREFIX}${resource.mapping}`;
  // A method with parameters gets the body as its arguments only.
  made.requestBody = new ApexBlob(method.parameterTypes.length === 0 ? request.body : new Uint8Array());
  for (const [name, value] of request.writtenHeaders ?? Object.entries(request.headers)) {
    made.headers.put(name, value);
  }
  for (const [name, value] of [...request.query, ...formFields(request.headers, request.body)]) {
    made.params.put(name, value);
  }
  return made;
}

function formFields(headers: Readonly<Record<string, string>>, body: Uint8Array): Iterable<readonly [string, string]> {
  return /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')
    ? new URLSearchParams(Buffer.from(body).toString('utf8'))
    : [];
}

function responseOf(
  runtime: Transaction,
  call: Call,
  method: MethodSymbol,
  value: ApexValue,
  response: RestResponseValue | null,
): ApiResponse {
  const headers: Record<string, string> = {};
  for (const { key, value: text } of response?.headers.entries.values() ?? []) {
    headers[runtime.text(key).toLowerCase()] = runtime.text(text);
  }
  const isVoid = method.returnType.name.toLowerCase() === 'void';
  // Source: Apex Reference Guide, "RestResponse": null members of what a method returns are left out.
  const body = isVoid ? (response?.responseBody?.bytes ?? null) : serialize(runtime, value, false, true);
  return {
    status: response?.statusCode ?? 200,
    headers: { ...(body === null ? {} : { 'content-type': JSON_TYPE }), ...headers },
    body: call.request.method === 'HEAD' ? null : body,
  };
}

function errorText(runtime: Transaction, error: ApexException): string {
  const frames = runtime.stackOf(error).map(({ place, line, column }) => `${place}: line ${line}, column ${column}`);
  return `${error.toString()}\n\n${frames.join('\n')}`;
}
