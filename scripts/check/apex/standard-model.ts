import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BUILD, compileJava, compilerJar, jarNamed, java, moveInto, pmdJars } from './toolbox.ts';

/** A field of a standard object, as the type stubs know it. */
export interface StandardField {
  readonly name: string;
  /** The Apex type: `Id`, `String`, `Decimal`, `Boolean`, `Date`, `Datetime`, `Address`… */
  readonly type: string;
  /** Object names a lookup points at; `Name` stands for a polymorphic lookup. */
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
}

export interface StandardChild {
  readonly childObject: string;
  /** Empty where several lookups of the child point here and the stubs do not say which. */
  readonly field: string;
}

export interface StandardObject {
  readonly name: string;
  readonly fields: ReadonlyMap<string, StandardField>;
  readonly childRelationships: ReadonlyMap<string, StandardChild>;
}

/** The platform as of the stubs' API version. Every key is in lower case, since Apex and SOQL ignore case. */
export interface StandardModel {
  readonly objects: ReadonlyMap<string, StandardObject>;
  /** Lower-case names of the classes in the System and Schema namespaces. */
  readonly classNames: ReadonlySet<string>;
}

type Dumped = readonly [
  name: string,
  fields: readonly (readonly [name: string, type: string, target?: string, relationship?: string])[],
  children: readonly (readonly [name: string, object: string, field: string])[],
];

const loaded = new Map<string, Promise<StandardModel>>();

/**
 * Reads the standard objects and class names from the scanner's type stubs; the dump is made once per stub version
 * and kept under `build/`.
 *
 * @param root the project being checked; two readings of one project share the model
 */
export function loadStandardModel(root: string): Promise<StandardModel> {
  let model = loaded.get(root);
  if (model === undefined) {
    model = read();
    loaded.set(root, model);
  }
  return model;
}

async function read(): Promise<StandardModel> {
  const file = join(BUILD, 'standard-model.json');
  const stampFile = join(BUILD, 'standard-model.version');
  const folder = await pmdJars();
  const jars = [jarNamed(folder, 'sobject-types-'), jarNamed(folder, 'standard-types-'), compilerJar()];
  const classes = await compileJava('StandardModel', []);
  const stamp = [...jars, classes].map((each) => basename(each)).join(' ');
  if (!existsSync(file) || !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    mkdirSync(BUILD, { recursive: true });
    const aside = `${file}.${randomUUID()}`;
    const done = await java([classes], 'StandardModel', [...jars, aside]);
    if (done.code !== 0) {
      throw new Error(`The standard objects could not be read: ${done.stderr.trim()}`);
    }
    moveInto(aside, file);
    writeFileSync(stampFile, stamp);
  }
  return parse(readFileSync(file, 'utf8'));
}

function parse(text: string): StandardModel {
  const dump = JSON.parse(text) as { objects: readonly Dumped[]; classNames: readonly string[] };
  const objects = new Map<string, StandardObject>();
  for (const [name, fields, children] of dump.objects) {
    objects.set(name.toLowerCase(), {
      name,
      fields: new Map(
        fields.map(([field, type, target, relationship]) => [
          field.toLowerCase(),
          {
            name: field,
            type,
            referenceTo: target === undefined ? [] : [target],
            relationshipName: relationship ?? null,
          },
        ]),
      ),
      childRelationships: new Map(
        children.map(([child, childObject, field]) => [child.toLowerCase(), { childObject, field }]),
      ),
    });
  }
  return { objects, classNames: new Set(dump.classNames.map((each) => each.toLowerCase())) };
}
