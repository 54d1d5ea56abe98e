/** Runs Apex written in a test: a source tree in a folder of its own, an org, and the results by method. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LocalOrg, type LocalOrgOptions, type TestResult } from '../../src/index.ts';

/** Path in the tree to text; classes get API version 60 unless their meta file is given. */
export type Files = Readonly<Record<string, string>>;

const meta = (version: number): string =>
  `<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>${version}.0</apiVersion><status>Active</status></ApexClass>`;

export interface SourceTree {
  readonly directory: string;
  readonly remove: () => void;
}

/** The files in a folder of their own. */
export function sourceTree(files: Files, apiVersion = 60): SourceTree {
  const directory = mkdtempSync(join(tmpdir(), 'local-org-'));
  for (const [path, text] of Object.entries(files)) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (/\.(cls|trigger)$/.test(path) && !(`${path}-meta.xml` in files)) {
      writeFileSync(`${file}-meta.xml`, meta(apiVersion));
    }
  }
  return {
    directory,
    remove: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export async function orgOf(
  files: Files,
  options: Partial<LocalOrgOptions> & { readonly apiVersion?: number } = {},
): Promise<LocalOrg> {
  const { apiVersion, ...rest } = options;
  const { directory, remove } = sourceTree(files, apiVersion);
  try {
    return await LocalOrg.create({ sources: [{ directory }], ...rest });
  } finally {
    remove();
  }
}

/** Outcome by method: `pass`, or the message of the failure. */
export function outcomes(results: readonly TestResult[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    results.map((result) => [
      result.method,
      result.outcome === 'pass' ? 'pass' : `${result.message ?? ''} ${result.stack[0]?.text ?? ''}`,
    ]),
  );
}

/** A test class with these methods; each is the body of one. */
export function testClass(name: string, methods: Readonly<Record<string, string>>, more = ''): string {
  return `@IsTest\nprivate class ${name} {\n${more}\n${Object.entries(methods)
    .map(([method, body]) => `@IsTest static void ${method}() {\n${body}\n}`)
    .join('\n')}\n}\n`;
}

/** The names of the methods, all passing: what a whole class is compared with. */
export function allPass(methods: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(methods).map((method) => [method, 'pass']));
}

export const objectXml = (label: string, sharingModel = 'ReadWrite'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>${label}</label><pluralLabel>${label}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>${sharingModel}</sharingModel><deploymentStatus>Deployed</deploymentStatus></CustomObject>`;
export const textFieldXml = (name: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name}</label><type>Text</type><length>80</length></CustomField>`;
export const eventXml = (label: string, publishBehavior: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>${label}</label><pluralLabel>${label}s</pluralLabel><eventType>HighVolume</eventType><publishBehavior>${publishBehavior}</publishBehavior><deploymentStatus>Deployed</deploymentStatus></CustomObject>`;
