/** The Apex of source trees as the compiler takes it. */
import type { ApexSource } from '../apex/program.ts';
import type { SourceTree } from '../metadata/tree.ts';

/** The API version of files that do not say theirs, and of anonymous Apex. */
export const CURRENT_API_VERSION = 67;

export function apexSources(trees: readonly SourceTree[]): readonly ApexSource[] {
  return trees
    .flatMap((tree) => tree.apex)
    .filter((one) => one.status === 'Active')
    .map(({ file, text, kind, namespace, apiVersion }) => ({
      file,
      text,
      kind,
      namespace,
      apiVersion: apiVersion ?? CURRENT_API_VERSION,
    }));
}
