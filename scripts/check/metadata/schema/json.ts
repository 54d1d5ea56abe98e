import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { defect, type Defect, type Rule } from '../rule.ts';
import { lineOf } from '../tree.ts';

const SCHEMAS: readonly (readonly [file: string, schema: string])[] = [
  ['sfdx-project.json', 'sfdx-project.schema.json'],
  ['config/project-scratch-def.json', 'project-scratch-def.schema.json'],
];

/** The project file and the scratch-org definition fit the schemas that Salesforce publishes. */
export const jsonRule: Rule = {
  name: 'json-schema',
  *run(model): Generator<Defect> {
    const folder = createRequire(import.meta.url)
      .resolve('@salesforce/schemas/package.json')
      .replace('package.json', '');
    for (const [file, schema] of SCHEMAS) {
      const text = model.tree.files.get(file);
      if (text === undefined) {
        yield defect(file, 1, `${file} is missing`, 'Create the file.');
        continue;
      }
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch (error: unknown) {
        yield defect(file, 1, `The file is no JSON: ${String(error)}`, 'Correct the JSON.');
        continue;
      }
      const validate = compiled(folder + schema);
      if (!validate(value)) {
        for (const error of mostTelling(validate.errors ?? [])) {
          const place = error.instancePath === '' ? 'The file' : error.instancePath;
          const extra = (error.params as { additionalProperty?: string }).additionalProperty;
          const message = `${place} ${error.message ?? 'is wrong'}${extra === undefined ? '' : `: "${extra}"`}`;
          const line = lineOfKey(text, extra ?? error.instancePath.split('/').at(-1) ?? '');
          yield defect(file, line, message, `Follow ${schema} of @salesforce/schemas.`);
        }
      }
    }
  },
};

const validators = new Map<string, ValidateFunction>();

/** Compiling a schema takes longer than all the rest of this rule. */
function compiled(path: string): ValidateFunction {
  let validate = validators.get(path);
  if (validate === undefined) {
    const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, logger: false });
    validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
    validators.set(path, validate);
  }
  return validate;
}

/** A failed choice reports every alternative; what its branches say explains more than the choice itself. */
function mostTelling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const telling = errors.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'oneOf' && keyword !== 'if');
  return telling.length > 0 ? telling : errors;
}

function lineOfKey(text: string, key: string): number {
  const at = text.indexOf(`"${key}"`);
  return at < 0 ? 1 : lineOf(text, at);
}
