import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check, Finding } from '../types.ts';
import { ALLOWED_LICENSES, REVIEWED_PACKAGES } from './allowed.ts';

const NAME = 'licenses';
const LOCKFILES = ['package-lock.json', 'scripts/tools/package-lock.json', 'scripts/sf/cli/package-lock.json'] as const;

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly license?: string }>>;
}

/** Reads the lockfiles rather than `node_modules`, so that packages of other platforms are looked at as well. */
export const licensesCheck: Check = {
  name: NAME,
  proves: 'every package that is installed for development may be used that way',
  readsNamespace: false,
  async run({ root }) {
    const findings = await Promise.all(
      LOCKFILES.map(async (file) => licenseFindings(file, await readFile(join(root, file), 'utf8'))),
    );
    return findings.flat();
  },
};

/** One finding for each package in the lockfile's text whose license nobody has allowed or reviewed. */
export function licenseFindings(file: string, text: string): readonly Finding[] {
  const { packages } = JSON.parse(text) as Lockfile;
  const lines = text.split('\n');
  return Object.entries(packages).flatMap(([path, { license }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (path === '' || name in REVIEWED_PACKAGES || isAllowed(license)) {
      return [];
    }
    return {
      check: NAME,
      file,
      line: lines.findIndex((line) => line.includes(`"${path}": {`)) + 1,
      message: `${name} has the license "${license ?? 'not stated'}", which is not on the list.`,
      fix: 'Read its license, then add it to scripts/check/licenses/allowed.ts or use another package.',
    };
  });
}

/** Understands the two forms of license expressions that occur: one of several, and all of several. */
export function isAllowed(license: string | undefined): boolean {
  const names = (license ?? '').replace(/[()]/g, '');
  return names.split(' OR ').some((choice) => choice.split(' AND ').every((name) => ALLOWED_LICENSES.has(name)));
}
