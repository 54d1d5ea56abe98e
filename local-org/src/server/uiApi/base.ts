/** Where the User Interface API lives, and what its requests have in common. */
import type { ObjectInfo } from '../../data/schema.ts';
import type { Call, UserCall } from '../api.ts';
import { badRequest } from '../errors.ts';
import { objectOf } from '../records/save.ts';

export const UI_BASE = '/services/data/v:version/ui-api';

/** The object a path names, for the user who asks. */
export const objectParam = (call: UserCall, name = 'object'): ObjectInfo =>
  objectOf(call.org, call.session.userId, call.params[name] ?? '');

export const listOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** A whole number of a query parameter within bounds; the default where it is absent. */
export function numberParam(text: string | null, bounds: { from: number; to: number; otherwise: number }): number {
  if (text === null) {
    return bounds.otherwise;
  }
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= bounds.from && value <= bounds.to)) {
    throw badRequest(
      'ILLEGAL_QUERY_PARAMETER_VALUE',
      `Value out of range: ${text}. Use ${bounds.from} to ${bounds.to}.`,
    );
  }
  return value;
}

/** Parameters of a GET, or the body of the POST that stands for it: lists become comma lists. */
export function parameters(call: Call): (name: string) => string | null {
  const body = call.request.method === 'POST' ? call.json() : null;
  if (body !== null && (typeof body !== 'object' || Array.isArray(body))) {
    throw badRequest('JSON_PARSER_ERROR', 'The request body must be a JSON object.');
  }
  const given = (body ?? {}) as Readonly<Record<string, string | number | boolean | object | null>>;
  return (name) => {
    const value = given[name];
    return value === undefined || value === null
      ? call.param(name)
      : Array.isArray(value)
        ? value.join(',')
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value);
  };
}

/** `Account.Name` as the UI API wants fields: with the object in front; what comes back has none. */
export function pathsOf(object: ObjectInfo, text: string | null): readonly string[] {
  return listOf(text).map((one) => {
    const [first = '', ...rest] = one.split('.');
    if (first.toLowerCase() !== object.name.toLowerCase() || rest.length === 0) {
      throw badRequest('INVALID_FIELD', `Field ${one} must start with the object's API name: ${object.name}.`);
    }
    return rest.join('.');
  });
}

/** The columns that objects are shown with where nothing else is said. */
export const columnsOf =
  (call: Call): ((object: ObjectInfo) => readonly string[]) =>
  (object) =>
    call.org.ui.columns(object);
