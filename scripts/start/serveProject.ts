/** Serves this project's package as a subscriber has it: managed, with the firm of the demo data around it. */
import { join } from 'node:path';
import { bundleLocalOrg } from '../org.mjs';
import { packageSource, type PackageSource } from './project.ts';
import type { SourceFolder } from '../../local-org/src/index.ts';
import type { RunningServer, ServeOptions } from '../../local-org/src/server/serve.ts';

interface Bundle {
  serve(options: ServeOptions): Promise<RunningServer>;
}

/** Which org it is, where that is not left to the local org. */
export type OrgIdentity = Pick<ServeOptions['org'], 'organizationId' | 'sandbox'>;

export interface ServedProject {
  readonly root: string;
  /** The folder that keeps the rows. */
  readonly rows: string;
  readonly port: number;
  readonly host?: string;
  readonly identity?: OrgIdentity;
  /** What is served instead of this project's package. */
  readonly source?: PackageSource;
  /** What else is deployed, after the package. */
  readonly further?: readonly SourceFolder[];
  readonly follow?: (line: string) => void;
}

/** Loads the local org, bundled anew where its source changed. */
export async function loadLocalOrg(): Promise<Bundle> {
  return (await import(join(await bundleLocalOrg(), 'serve.mjs'))) as Bundle;
}

export function serveProject(bundle: Bundle, served: ServedProject): Promise<RunningServer> {
  const { root, rows, port, host, identity = {}, further = [], follow } = served;
  const { folders, firm } = served.source ?? packageSource(root);
  return bundle.serve({
    org: {
      sources: [...folders, ...further],
      store: rows,
      ...identity,
      parseCacheDirectory: join(root, 'build', 'parse'),
      organizationName: firm.name,
      timeZone: firm.timeZone,
      currency: firm.currency,
    },
    cache: join(root, 'build', 'lightning'),
    port,
    ...(host === undefined ? {} : { host }),
    ...(follow === undefined ? {} : { follow }),
  });
}
