/** Served orgs in processes of their own, over real HTTP: what a test kills, stops and starts again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startProcess, type ProcessOptions, type ServedProcess } from '../../../bench/server/process.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const SERVER = join(import.meta.dirname, '..');
/** Trips, their Apex REST resources, an external client app. */
export const TRIP_SOURCES: readonly string[] = [join(SERVER, 'fixture', 'main'), join(SERVER, 'rest', 'fixture')];

export interface Processes {
  readonly options: ProcessOptions;
  /** The folder that keeps the org. */
  readonly store: string;
  start(): Promise<ServedProcess>;
  /** Ends what still runs and removes the folder. */
  clear(): Promise<void>;
}

export async function processes(sources: readonly string[] = TRIP_SOURCES): Promise<Processes> {
  const { bundleLocalOrg } = (await import(pathToFileURL(join(ROOT, 'scripts', 'org.mjs')).href)) as {
    readonly bundleLocalOrg: () => Promise<string>;
  };
  const folder = mkdtempSync(join(tmpdir(), 'local-org-served-'));
  const options: ProcessOptions = {
    bundle: await bundleLocalOrg(),
    sources,
    folder,
    cache: join(ROOT, 'build', 'lightning'),
  };
  const started: ServedProcess[] = [];
  return {
    options,
    store: join(folder, 'store'),
    start: async () => {
      const server = await startProcess(options);
      started.push(server);
      return server;
    },
    clear: async () => {
      await Promise.all(started.map((server) => server.kill()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
