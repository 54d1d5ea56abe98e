/** Proves that the shipped definitions of timesheet services fit their schema, so that Apex meets no surprise. */
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { childOf, childrenOf, parseXml, textOf } from '../metadata/xml.ts';
import type { Check, Finding } from '../types.ts';

const NAME = 'providers';
const SCHEMA = 'config/provider.schema.json';
const RECORD = /(^|[\\/])Timesheet_Provider\.[^\\/]+\.md-meta\.xml$/;

export const providersCheck: Check = {
  name: NAME,
  proves: 'every definition of a timesheet service fits config/provider.schema.json',
  readsNamespace: false,
  async run({ root, packageDirectories }) {
    const fits = compileSchema(await readFile(join(root, SCHEMA), 'utf8'));
    const records = await Promise.all(packageDirectories.map((directory) => recordsIn(join(root, directory))));
    const findings = await Promise.all(
      records.flat().map(async (file) => {
        const name = relative(root, file).split(sep).join('/');
        return definitionFindings(name, await readFile(file, 'utf8'), fits);
      }),
    );
    return findings.flat();
  },
};

/** A test of definitions against a schema's text. Compiling it takes most of the check's time. */
export function compileSchema(text: string): ValidateFunction {
  return new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(JSON.parse(text) as object);
}

/** One finding for each way in which the definition in a record's XML breaks the schema. */
export function definitionFindings(file: string, xml: string, fits: ValidateFunction): readonly Finding[] {
  const { root } = parseXml(xml);
  const value = childrenOf(root, 'values').find((one) => textOf(one, 'field') === 'Definition__c');
  const element = childOf(value ?? null, 'value');
  const finding = (message: string, fix: string): Finding => ({
    check: NAME,
    file,
    line: element?.line ?? 1,
    message,
    fix,
  });
  let definition: unknown;
  try {
    definition = JSON.parse(textOf(value ?? null, 'value') ?? '');
  } catch (error) {
    return [finding(`Definition is not JSON: ${(error as Error).message}`, 'Correct the JSON in Definition.')];
  }
  if (fits(definition)) {
    return [];
  }
  return deepest(fits.errors ?? []).map((error) =>
    finding(
      `Definition breaks the schema at ${error.instancePath === '' ? 'its root' : error.instancePath.slice(1)}: ${error.message ?? ''} ${detail(error)}`.trim(),
      `Correct that value; ${SCHEMA} says what may stand there.`,
    ),
  );
}

/** Of the errors of alternatives only those farthest inside say what is wrong. */
function deepest(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  return errors.filter(
    (error) =>
      !['oneOf', 'anyOf'].includes(error.keyword) ||
      !errors.some((other) => other !== error && other.instancePath.startsWith(error.instancePath)),
  );
}

function detail({ params }: ErrorObject): string {
  const told: unknown = params['additionalProperty'] ?? params['allowedValues'];
  return told === undefined ? '' : `(${JSON.stringify(told)})`;
}

async function recordsIn(directory: string): Promise<readonly string[]> {
  const files = await readdir(directory, { recursive: true });
  return files.filter((file) => RECORD.test(file)).map((file) => join(directory, file));
}
