/** Folders of the browser tests; everything they write is below `build`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Pictures of every state that was looked at, and traces of what failed. */
export const ARTIFACTS = join(ROOT, 'build', 'e2e');
export const SCREENSHOTS = join(ARTIFACTS, 'screenshots');
/** An SFDX project with the pages that the package has none of. */
export const FIXTURE = join(ROOT, 'e2e', 'fixture', 'force-app');
