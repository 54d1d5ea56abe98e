/**
 * The org of a run, in a process of its own: the package as `npm start` deploys it, the fixture beside it as the
 * company's own metadata, and a firm with four weeks of hours. Says `ready <address>` and ends with its input.
 */
import { join } from 'node:path';
import { loadLocalOrg, serveProject } from '../../scripts/start/serveProject.ts';
import { makeDemoData } from '../../scripts/demo/index.ts';
import { packageSource } from '../../scripts/start/project.ts';
import { FIXTURE, ROOT } from './places.ts';
import { enterFixtureData } from './fixtureData.ts';

const WEEKS = 4;
const [folder = ''] = process.argv.slice(2);
const seed = Number(process.env['SEED'] ?? '1');

const server = await serveProject(await loadLocalOrg(), {
  root: ROOT,
  rows: join(folder, 'rows'),
  port: 0,
  further: [{ directory: FIXTURE, namespace: '' }],
});
if (server.compileErrors.length > 0) {
  throw new Error(`The sources do not compile:\n${server.compileErrors.join('\n')}`);
}
const { namespace } = packageSource(ROOT);
const say = (): void => undefined;
await makeDemoData({ url: server.url, namespace, seed, now: new Date(), days: WEEKS * 7, say });
await enterFixtureData(server.url);
process.stdin.on('end', () => {
  void server.stop().then(() => process.exit(0));
});
process.stdin.resume();
console.log(`ready ${server.url}`);
