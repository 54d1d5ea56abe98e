/**
 * How the command line finds the server of an org: a file in the org's folder with its address and a session, readable
 * by its owner only, there as long as the server runs.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Control {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
}

const fileOf = (directory: string): string => join(directory, 'server.json');

export function announce(directory: string, control: Control): void {
  rmSync(fileOf(directory), { force: true });
  writeFileSync(fileOf(directory), `${JSON.stringify(control)}\n`, { mode: 0o600 });
}
export function withdraw(directory: string): void {
  rmSync(fileOf(directory), { force: true });
}

/** The server of that folder when its process lives; a file left behind by a crash is none. */
export function runningServer(directory: string): Control | null {
  const file = fileOf(directory);
  if (!existsSync(file)) {
    return null;
  }
  try {
    const control = JSON.parse(readFileSync(file, 'utf8')) as Control;
    process.kill(control.pid, 0);
    return control;
  } catch (error) {
    // A process of another user lives as well.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
      ? (JSON.parse(readFileSync(file, 'utf8')) as Control)
      : null;
  }
}
