import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { eraseTypes, readBuildOptions } from './generate/erase.ts';
import { listFiles } from './generate/files.ts';
import { readPackageDirectories } from './generate/index.ts';

/**
 * Emits the JavaScript that Salesforce deploys beside its TypeScript source, or removes it with `--clean`. It only
 * erases types: `npm run check` is what proves them.
 */
function main(): void {
  const { values } = parseArgs({ options: { clean: { type: 'boolean', default: false } } });
  const root = process.cwd();
  const sources = listFiles(root, readPackageDirectories(root), '.ts').filter(isComponentSource);
  const options = readBuildOptions(root);
  for (const source of sources) {
    const target = join(root, source.replace(/\.ts$/, '.js'));
    if (values.clean) {
      rmSync(target, { force: true });
    } else {
      writeFileSync(target, eraseTypes(readFileSync(join(root, source), 'utf8'), source, options));
    }
  }
  console.log(`${values.clean ? 'Removed' : 'Wrote'} the JavaScript of ${sources.length} modules.`);
}

function isComponentSource(path: string): boolean {
  return path.includes('/lwc/') && !path.includes('/__tests__/') && !path.endsWith('.d.ts');
}

main();
