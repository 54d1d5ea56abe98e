/** The arguments of a resource's method, by name from the members of the body. */
import type { MethodSymbol } from '../../apex/types.ts';
import { UnsupportedError } from '../../runtime/errors.ts';
import { ApexException } from '../../runtime/exception.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { deserialize } from '../../system/System/json/deserialize.ts';
import { ApiError, badRequest } from '../errors.ts';
import type { Call } from '../api.ts';

export function argumentsOf(runtime: Runtime, call: Call, method: MethodSymbol): readonly ApexValue[] {
  const { parameters } = method.declaration;
  if (parameters.length === 0) {
    return [];
  }
  const body = bodyOf(call);
  const names = new Map(parameters.map(({ name }, index) => [name.toLowerCase(), index]));
  const values: ApexValue[] = parameters.map(() => null);
  for (const [name, value] of Object.entries(body)) {
    const index = names.get(name.toLowerCase());
    const type = index === undefined ? undefined : method.parameterTypes[index];
    if (index === undefined || type === undefined) {
      throw badRequest('JSON_PARSER_ERROR', `Unexpected parameter encountered during deserialization: ${name}`);
    }
    try {
      values[index] = value === null ? null : deserialize(runtime, JSON.stringify(value), type, false);
    } catch (error) {
      throw error instanceof ApexException ? badRequest('JSON_PARSER_ERROR', error.apexMessage ?? '') : error;
    }
  }
  return values;
}

function bodyOf(call: Call): Readonly<Record<string, unknown>> {
  const type = call.request.headers['content-type'] ?? 'application/json';
  if (/^(application|text)\/xml\b/i.test(type)) {
    throw new UnsupportedError('Parameters of Apex REST methods as XML');
  }
  if (!/^application\/json\b/i.test(type)) {
    throw new ApiError(415, {
      errorCode: 'UNSUPPORTED_MEDIA_TYPE',
      message: `Content-Type header specified in HTTP request is not supported: ${type}`,
    });
  }
  const body = call.json();
  if (body === null) {
    throw badRequest('JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.');
  }
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw badRequest('JSON_PARSER_ERROR', 'The parameters of the method must be members of one JSON object');
  }
  return body as Readonly<Record<string, unknown>>;
}
