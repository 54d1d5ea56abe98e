/** `npm start`: the product in a browser, on the local org, with a firm's data in it. */
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDemoData } from './demo/index.ts';
import { openBrowser } from './start/browser.ts';
import { explain } from './start/failures.ts';
import { requireFreePort } from './start/port.ts';
import { readOptions, UsageError, USAGE, type StartOptions } from './start/options.ts';
import { OrgFolder } from './start/orgFolder.ts';
import { seconds, steps } from './start/steps.ts';
import { otherSource, packageSource } from './start/project.ts';
import { loadLocalOrg, serveProject, type OrgIdentity } from './start/serveProject.ts';
import type { RunningServer } from '../local-org/src/server/serve.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const COMPILE_ERRORS_SHOWN = 10;

async function main(words: readonly string[]): Promise<void> {
  const options = readOptions(words, process.env);
  if (options === 'help') {
    console.log(USAGE);
    return;
  }
  await requireFreePort(options.port, options.host);
  const folder = new OrgFolder(resolve(root, options.data));
  folder.take(options);
  process.on('exit', () => {
    folder.release();
  });
  const server = await start(options, folder);
  endOnSignals(server);
  const page = `${server.url}/lightning`;
  const begun = Number(process.env['STARTED_AT'] ?? Date.now() - performance.now());
  console.log(
    `\nReady in ${seconds(Date.now() - begun)}: ${page}\nTo end it: Ctrl+C. The org stays in ${relative(root, folder.path)}.`,
  );
  if (options.doesOpenBrowser) {
    openBrowser(page);
  }
}

async function start(options: StartOptions, folder: OrgFolder): Promise<RunningServer> {
  const progress = steps(process.stdout);
  const bundle = await progress.run('Bundle the local org', loadLocalOrg);
  const source = options.source === null ? packageSource(root) : otherSource(resolve(options.source));
  const server = await progress.run('Deploy the package and compile its pages', async (say) => {
    const started = await serveProject(bundle, {
      root,
      rows: folder.rows,
      source,
      identity: identityOf(options),
      port: options.port,
      host: options.host,
      ...(options.isDevelopment
        ? {
            follow: (line: string) => {
              console.log(line);
            },
          }
        : {}),
    });
    say(source.folders.map(({ directory }) => relative(root, directory)).join(', '));
    return started;
  });
  if (server.recovery !== null) {
    console.log(`  ${server.recovery}`);
  }
  for (const error of server.compileErrors.slice(0, COMPILE_ERRORS_SHOWN)) {
    console.log(`  ${error}`);
  }
  if (folder.beginning === null) {
    await fill(options, folder, server, source.namespace);
  }
  return server;
}

async function fill(options: StartOptions, folder: OrgFolder, server: RunningServer, namespace: string): Promise<void> {
  const at = new Date().toISOString();
  const hasDemoData = options.hasDemoData && options.sandboxOf === null;
  if (hasDemoData) {
    const { seed } = options;
    await steps(process.stdout).run(`Enter the demo data (seed ${seed})`, (say) =>
      makeDemoData({ url: server.url, namespace, seed, now: new Date(), say }),
    );
  }
  folder.begin({ seed: hasDemoData ? options.seed : null, at });
}

/** A sandbox is copied once, when its folder is begun; later starts open it. */
function identityOf(options: StartOptions): OrgIdentity {
  const { organizationId, sandboxOf, sandboxName } = options;
  return {
    ...(organizationId === null ? {} : { organizationId }),
    ...(sandboxOf === null ? {} : { sandbox: { name: sandboxName, of: new OrgFolder(resolve(root, sandboxOf)).rows } }),
  };
}

/** What was asked for is written before the process ends. */
function endOnSignals(server: RunningServer): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) {
      // Whoever asks twice does not want to wait; the journal has all that was acknowledged.
      process.exit(130);
    }
    isEnding = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(explain(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UsageError ? error.message : explain(error));
  process.exit(error instanceof UsageError ? 2 : 1);
}
