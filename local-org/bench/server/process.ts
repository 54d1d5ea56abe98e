/** A served org in a process of its own, so that it can be killed, or asked to end as Ctrl+C does. */
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from './client.ts';

export interface ServedProcess extends Target {
  /** What was put right in the folder. */
  readonly recovery: string | null;
  /** No farewell: SIGKILL. */
  kill(): Promise<void>;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
}
export interface ProcessOptions {
  /** Folder of the bundle. */
  readonly bundle: string;
  readonly sources: readonly string[];
  /** A folder of the run: the store and the built browser files. */
  readonly folder: string;
  readonly cache: string;
}

const START_LIMIT = 120_000;

export async function startProcess(options: ProcessOptions): Promise<ServedProcess> {
  const script = join(options.folder, 'serve.mjs');
  const org = {
    sources: options.sources.map((directory) => ({ directory })),
    store: join(options.folder, 'store'),
    parseCacheDirectory: join(options.folder, 'parse'),
  };
  writeFileSync(
    script,
    `import { serve } from ${JSON.stringify(join(options.bundle, 'serve.mjs'))};
const running = await serve(${JSON.stringify({ org, port: 0, cache: options.cache })});
process.stdout.write(JSON.stringify({ url: running.url, token: running.org.controlToken, recovery: running.recovery }) + '\\n');
process.on('SIGTERM', () => running.stop().then(() => process.exit(0)));
`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const target = await firstLine(child);
  return {
    ...target,
    kill: async () => {
      await end(child, 'SIGKILL');
    },
    stop: () => end(child, 'SIGTERM'),
  };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve(child.exitCode);
      return;
    }
    child.once('exit', resolve);
    child.kill(signal);
  });
}

type Started = Target & Pick<ServedProcess, 'recovery'>;

function firstLine(child: ChildProcess): Promise<Started> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('The server did not start in time'));
    }, START_LIMIT);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with ${String(code)} before it was ready`));
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const line = /^(\{"url".*\})$/m.exec(text)?.[1];
      if (line !== undefined) {
        clearTimeout(timer);
        resolve(JSON.parse(line) as Started);
      }
    });
  });
}
