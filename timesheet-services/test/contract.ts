/** Holds real answers against the published contract: path, status, headers and body must all stand in the document. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { Asking, Caller, Reply } from './support.ts';

type Document = Readonly<Record<string, unknown>>;
export const CONTRACT = JSON.parse(
  readFileSync(new URL('../../config/open-timesheet.openapi.json', import.meta.url), 'utf8'),
) as Document;

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/);
ajv.addFormat('email', /^[^\s@]+@[^\s@]+$/);
ajv.addFormat('uri', /^https?:\/\//);
ajv.addSchema(CONTRACT, 'contract');
const validators = new Map<string, ValidateFunction>();

/** The part of the document at a path of names; references are followed. */
export function part(...names: readonly string[]): Document | undefined {
  let found: unknown = CONTRACT;
  for (const name of names) {
    found = (found as Document | undefined)?.[name];
    const reference = (found as { readonly $ref?: string } | undefined)?.$ref;
    if (reference !== undefined) {
      found = part(...reference.slice(2).split('/'));
    }
  }
  return found as Document | undefined;
}
const pointer = (...names: readonly string[]): string =>
  names.map((name) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

/** What breaks the schema at a place of the document. */
export function errorsAt(names: readonly string[], value: unknown): readonly string[] {
  const place = pointer(...names);
  const validate = validators.get(place) ?? ajv.compile({ $ref: `contract#/${place}` });
  validators.set(place, validate);
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function templateOf(path: string): string {
  const plain = path.split('?')[0]?.replace(/^\/v1/, '') ?? '';
  const templates = Object.keys(part('paths') ?? {});
  const fits = (template: string): boolean => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(plain);
  const found = templates.includes(plain) ? plain : templates.find(fits);
  expect(found, `${plain} is a path of the contract`).toBeDefined();
  return found ?? '';
}

export function expectContractual(method: string, path: string, reply: Reply): void {
  const where = ['paths', templateOf(path), method.toLowerCase(), 'responses', String(reply.status)];
  const response = part(...where);
  expect(response, `${method} ${path} may answer ${reply.status}: ${reply.text.slice(0, 300)}`).toBeDefined();
  for (const name of Object.keys(part(...where, 'headers') ?? {})) {
    const value = reply.headers.get(name);
    if (name !== 'Idempotency-Replayed' || value !== null) {
      expect(value, `${method} ${path} answers with ${name}`).not.toBeNull();
      const schema = part(...where, 'headers', name, 'schema') ?? {};
      const typed = schema['type'] === 'integer' ? Number(value) : value;
      expect(ajv.validate(schema, typed), `${name}: ${String(value)}`).toBe(true);
    }
  }
  const content = response?.['content'] as Record<string, Document> | undefined;
  if (content === undefined) {
    expect(reply.text).toBe('');
    return;
  }
  const type = reply.headers.get('content-type')?.split(';')[0] ?? '';
  expect(Object.keys(content)).toContain(type);
  const schema = content[type]?.['schema'] as { readonly $ref?: string };
  const names = schema.$ref === undefined ? undefined : schema.$ref.slice(2).split('/');
  expect(
    names === undefined ? [] : errorsAt(names, reply.body),
    `${method} ${path}: ${reply.text.slice(0, 400)}`,
  ).toEqual([]);
}

/** A caller whose every answer is held against the contract. */
export function contractual(api: Caller): Caller {
  const call = api.call.bind(api);
  api.call = async (method: string, path: string, asking?: Asking): Promise<Reply> => {
    const reply = await call(method, path, asking);
    expectContractual(method, path, reply);
    return reply;
  };
  return api;
}
