/** The Salesforce CLI, which is installed the first time a verb for real orgs is called. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installApart } from '../installApart.ts';

const FOLDER = fileURLToPath(new URL('cli', import.meta.url));

/** The folder of the CLI's packages. */
export function cliPackages(): Promise<string> {
  return installApart(FOLDER);
}

/** The script that `sf` is. */
export async function cliScript(): Promise<string> {
  return join(await cliPackages(), '@salesforce', 'cli', 'bin', 'run.js');
}
