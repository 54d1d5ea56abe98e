/** What the command line says of the org. */
import type { LocalOrgOptions } from '../index.ts';
import type { Arguments } from './arguments.ts';

export type Print = (line: string) => void;
export interface Output {
  readonly print: Print;
  /** For what went wrong, so that the results can be read by a program. */
  readonly complain: Print;
}

export function orgOptions(args: Arguments): LocalOrgOptions {
  return {
    sources: args.sources.map((directory) => ({ directory, namespace: args.namespace })),
    features: args.features,
    ...(args.data === null ? {} : { store: args.data }),
    ...(args.cache === null ? {} : { parseCacheDirectory: args.cache }),
  };
}
