/** A served org in a process of its own, so that it can be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from './client.ts';

export interface ServedProcess extends Target {
  /** No farewell: SIGKILL. */
  kill(): Promise<void>;
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
process.stdout.write(JSON.stringify({ url: running.url, token: running.org.controlToken }) + '\\n');
`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const target = await firstLine(child);
  return {
    ...target,
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.kill('SIGKILL');
      }),
  };
}

function firstLine(child: ChildProcess): Promise<Target> {
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
        resolve(JSON.parse(line) as Target);
      }
    });
  });
}
