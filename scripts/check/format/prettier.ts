import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface PrettierResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the project's own Prettier in `root`; `.gitignore` and `.prettierignore` keep out what is not ours to format. */
export async function runPrettier(root: string, args: readonly string[]): Promise<PrettierResult> {
  const command = [
    'node_modules/prettier/bin/prettier.cjs',
    '--ignore-unknown',
    '--cache',
    '--cache-strategy=content',
    // What it prints is read here, and colors would hide the words.
    '--no-color',
    ...args,
  ];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
