/** The contract itself: requests are checked by the schemas that callers read. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { instantOf, isDay } from '../core/zone.ts';
import type { FieldError } from './problems.ts';

const FILE = new URL('../../../config/open-timesheet.openapi.json', import.meta.url);
export const CONTRACT = JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, unknown>>;

const validators = new Map<string, ValidateFunction>();
let ajv: Ajv2020 | undefined;

function compiler(): Ajv2020 {
  if (ajv === undefined) {
    // The document has keywords of OpenAPI beside its schemas.
    ajv = new Ajv2020({ strict: false, allErrors: true });
    ajv.addFormat('date', isDay);
    ajv.addFormat('date-time', (text: string) => instantOf(text) !== undefined);
    ajv.addFormat('email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/);
    ajv.addFormat('uri', (text: string) => URL.canParse(text));
    ajv.addSchema(CONTRACT, 'contract');
  }
  return ajv;
}

/** What breaks a schema of the contract; nothing for what fits. */
export function errorsOf(schema: string, value: unknown): readonly FieldError[] {
  const validator = validators.get(schema) ?? compiler().compile({ $ref: `contract#/components/schemas/${schema}` });
  validators.set(schema, validator);
  if (validator(value)) {
    return [];
  }
  return (validator.errors ?? []).map(({ instancePath, message, params }) => {
    const named = (params as { readonly missingProperty?: string; readonly additionalProperty?: string }) ?? {};
    const more = named.missingProperty ?? named.additionalProperty;
    return { field: `${instancePath}${more === undefined ? '' : `/${more}`}`, message: message ?? 'is invalid' };
  });
}
