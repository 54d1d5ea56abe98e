/** `search` (SOSL) and `parameterizedSearch`. Source: REST API Developer Guide, "Search" and "Parameterized Search". */
import { ok, type ApiResponse, type Route } from '../api.ts';
import { ApiError, badRequest } from '../errors.ts';
import { UnsupportedError } from '../../runtime/errors.ts';
import { ApexException } from '../../runtime/exception.ts';
import { look, userMode } from '../records/work.ts';
import { dataRoute, objectBody, type DataCall } from './dataRoute.ts';
import { contentJson } from './query/rowJson.ts';

export const SEARCH_ROUTES: readonly Route[] = [
  dataRoute('GET', '/search', (call) => search(call, required(call.param('q')))),
  dataRoute('GET', '/parameterizedSearch', (call) => search(call, ofParameters(call))),
  dataRoute('POST', '/parameterizedSearch', (call) => search(call, ofBody(objectBody(call)))),
];

function required(text: string | null): string {
  if (text === null || text.trim() === '') {
    throw badRequest('MALFORMED_SEARCH', 'The query parameter q is required');
  }
  return text;
}

function search(call: DataCall, sosl: string): ApiResponse {
  const { local } = call.org;
  const { userId } = call.session;
  try {
    const results = look(local, userId, (runtime) =>
      runtime.org.queries.search(
        runtime,
        sosl,
        (name) => {
          throw badRequest('MALFORMED_SEARCH', `Bind variables only allowed in Apex code: ${name}`);
        },
        userMode(userId),
      ),
    );
    return ok({ searchRecords: results.flatMap(({ rows }) => rows.map((row) => contentJson(call.base, row))) });
  } catch (error) {
    if (error instanceof ApexException && error.apexType === 'System.QueryException') {
      throw badRequest('MALFORMED_SEARCH', error.apexMessage ?? '');
    }
    throw error instanceof ApiError || error instanceof UnsupportedError ? error : (error as Error);
  }
}

/** Reserved characters of a term stand for themselves. */
const escaped = (term: string): string => term.replace(/[?&|!{}[\]()^~*:\\"'+-]/g, '\\$&');
const NAME = /^\w+$/;

interface Asked {
  readonly term: string;
  readonly fields: readonly string[];
  readonly objects: readonly {
    readonly name: string;
    readonly fields: readonly string[];
    readonly limit: number | null;
  }[];
  readonly scope: string;
  readonly limit: number;
}

function soslOf({ term, fields, objects, scope, limit }: Asked): string {
  const names = [...objects.flatMap((one) => [one.name, ...one.fields]), ...fields, scope];
  const wrong = names.find((name) => !NAME.test(name));
  if (wrong !== undefined) {
    throw badRequest('MALFORMED_SEARCH', `Invalid name in the search request: ${wrong}`);
  }
  const returning = objects.map((object) => {
    const selected = object.fields.length > 0 ? object.fields : fields.length > 0 ? fields : ['Id'];
    return `${object.name}(${selected.join(', ')}${object.limit === null ? '' : ` LIMIT ${object.limit}`})`;
  });
  return `FIND {${escaped(term)}} IN ${scope} FIELDS${returning.length === 0 ? '' : ` RETURNING ${returning.join(', ')}`} LIMIT ${limit}`;
}

const MOST = 2000;
const listOf = (text: string | undefined | null): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

function numberOf(value: unknown, otherwise: number): number {
  if (value === undefined || value === null) {
    return otherwise;
  }
  const number = typeof value === 'object' ? NaN : Number(value);
  if (!Number.isInteger(number) || number < 1 || number > MOST) {
    throw badRequest('MALFORMED_SEARCH', `Limit must be between 1 and ${MOST}`);
  }
  return number;
}

function ofParameters(call: DataCall): string {
  const objects = call.request.query.filter(([name]) => name === 'sobject').flatMap(([, value]) => listOf(value));
  return soslOf({
    term: required(call.param('q')),
    fields: listOf(call.param('fields')),
    objects: objects.map((name) => ({
      name,
      fields: listOf(call.param(`${name}.fields`)),
      limit: call.param(`${name}.limit`) === null ? null : numberOf(call.param(`${name}.limit`), MOST),
    })),
    scope: call.param('in') ?? 'ALL',
    limit: numberOf(call.param('overallLimit'), MOST),
  });
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map((one) => String(one)) : []);

function ofBody(body: Readonly<Record<string, unknown>>): string {
  const objects = Array.isArray(body['sobjects']) ? (body['sobjects'] as readonly unknown[]) : [];
  return soslOf({
    term: required(typeof body['q'] === 'string' ? body['q'] : null),
    fields: texts(body['fields']),
    objects: objects.map((one) => {
      const object = (one ?? {}) as { readonly name?: unknown; readonly fields?: unknown; readonly limit?: unknown };
      return {
        name: typeof object.name === 'string' ? object.name : '',
        fields: texts(object.fields),
        limit: object.limit === undefined ? null : numberOf(object.limit, MOST),
      };
    }),
    scope: typeof body['in'] === 'string' ? body['in'] : 'ALL',
    limit: numberOf(body['overallLimit'], MOST),
  });
}
