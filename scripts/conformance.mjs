// `npm run conformance -- DIR…`: runs the Apex tests of other people's projects on the local org and says what passed.
import { join } from 'node:path';
import { bundleLocalOrg } from './org.mjs';

await import(join(await bundleLocalOrg(), 'conformance.mjs'));
