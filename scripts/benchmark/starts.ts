/** `npm start` as a person runs it, in a process of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Started {
  readonly url: string;
  /** From the command to the address, as the command itself says it. */
  readonly seconds: number;
  stop(): Promise<void>;
}

const LIMIT = 300_000;

export function startProduct(root: string, data: string): Promise<Started> {
  const child = spawn(
    process.execPath,
    [join(root, 'scripts', 'run.mjs'), 'start', '--no-open', '--port', '0', '--data', data],
    // A group of its own: the command hands over to further processes, and Ctrl+C reaches them all.
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  return new Promise((resolve, reject) => {
    let text = '';
    const end = (): Promise<void> =>
      new Promise((ended) => {
        child.once('exit', () => {
          ended();
        });
        process.kill(-(child.pid ?? 0), 'SIGTERM');
      });
    const timer = setTimeout(() => {
      void end();
      reject(new Error(`npm start is not ready after ${LIMIT / 1000} s:\n${text}`));
    }, LIMIT);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`npm start ended with ${String(code)}:\n${text}`));
    });
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const ready = /^Ready in ([\d.]+) s: (http:\/\/\S+)\/lightning$/m.exec(text);
      if (ready !== null) {
        clearTimeout(timer);
        resolve({ seconds: Number(ready[1]), url: ready[2] ?? '', stop: end });
      }
    });
  });
}
