/** Before the first test: an org of its own for this run. After the last: its end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ARTIFACTS, ROOT, SCREENSHOTS } from './places.ts';

const READY = 'ready ';

/**
 * Where the org of the run listens; set for the workers, which are started later. Whoever sets it before the run brings
 * an org of their own, which saves its start while a test is being written.
 */
export const ADDRESS = 'E2E_ORG_URL';

export default async function startOrg(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[ADDRESS] !== undefined) {
    return undefined;
  }
  const folder = join(ARTIFACTS, 'org');
  rmSync(folder, { recursive: true, force: true });
  rmSync(SCREENSHOTS, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const begin = performance.now();
  const org = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'e2e', 'support', 'orgProcess.ts'), folder], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
    // The runner's own loader of TypeScript is not for this process.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const ended = once(org, 'exit');
  for await (const line of createInterface({ input: org.stdout })) {
    if (line.startsWith(READY)) {
      process.env[ADDRESS] = line.slice(READY.length);
      break;
    }
    console.log(line);
  }
  if (process.env[ADDRESS] === undefined) {
    throw new Error('The org of the browser tests did not start; the lines above say why.');
  }
  org.stdout.on('data', (text: Buffer) => process.stdout.write(text));
  console.log(`The org was ready after ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
  return async () => {
    org.stdin.end();
    await ended;
  };
}
