/** Starts an org and its HTTP front; what `npm start` and tests use. */
import type { FastifyInstance } from 'fastify';
import type { LocalOrgOptions } from '../index.ts';
import { createFront } from './front.ts';
import { followSource, RELOAD_TAG } from './followSource.ts';
import { componentRoots } from '../lightning/componentRoots.ts';
import { announce, withdraw } from './controlFile.ts';
import { lightningHost } from '../lightning/host.ts';
import { OrgThread } from './orgThread.ts';

export interface ServeOptions {
  readonly org: LocalOrgOptions;
  readonly port: number;
  /** A folder for what is built once: base components. */
  readonly cache: string;
  /** `127.0.0.1` unless told otherwise. */
  readonly host?: string;
  /** Follows the source as it is edited, and tells here what it does. */
  readonly follow?: (line: string) => void;
}
export interface RunningServer {
  readonly url: string;
  readonly front: FastifyInstance;
  readonly org: OrgThread;
  readonly compileErrors: readonly string[];
  /** What was put right in the org's folder, as a sentence. */
  readonly recovery: string | null;
  stop(): Promise<void>;
}

export async function serve(options: ServeOptions): Promise<RunningServer> {
  const org = new OrgThread({ org: options.org });
  const front = createFront({ org, ...(options.host === undefined ? {} : { host: options.host }) });
  const { follow: say } = options;
  const unfollow = say === undefined ? null : followSource({ front, org, sources: options.org.sources, say });
  await lightningHost(front, {
    cache: options.cache,
    components: componentRoots(options.org.sources),
    ...(unfollow === null ? {} : { tag: RELOAD_TAG }),
  });
  const compileErrors = await org.ready;
  const url = await front.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
  const { store } = options.org;
  const tellCommandLine = (): void => {
    if (store !== undefined) {
      announce(store, { url, token: org.controlToken, pid: process.pid });
    }
  };
  tellCommandLine();
  org.onNotice((notice) => {
    if (notice.kind === 'restart') {
      void org
        .startOver(notice.snapshot)
        .catch((error: unknown) => {
          console.error('The org could not start over and goes on with the data it had.', error);
        })
        .then(tellCommandLine);
    }
  });
  return {
    url,
    front,
    org,
    compileErrors,
    recovery: org.recovery,
    stop: async () => {
      unfollow?.();
      if (store !== undefined) {
        withdraw(store);
      }
      await front.close();
      await org.stop();
    },
  };
}
