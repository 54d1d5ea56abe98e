/** Runs the built command line as a process, as a developer would. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ENTRY = join(import.meta.dirname, '..', '..', '..', 'scripts', 'org.mjs');
export const FIXTURE = join(import.meta.dirname, 'fixture');
export const fixture = (name: string): string => join(FIXTURE, name);

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

export function org(
  words: readonly string[],
  options: { readonly input?: string; readonly cwd?: string } = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ENTRY, ...words], {
    cwd: options.cwd ?? FIXTURE,
    input: options.input ?? '',
    encoding: 'utf8',
  });
  return { code: status, out: stdout, errors: stderr };
}
