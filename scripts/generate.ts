import { generate, readPackageDirectories } from './generate/index.ts';
import { writeKnownNames } from './generate/known-names.ts';
import { writeSupportList } from './generate/local-org.ts';

const root = process.cwd();
const problems = generate(root, readPackageDirectories(root));
for (const problem of problems) {
  console.error(`${problem.file}:${problem.line}: ${problem.message}. ${problem.fix}`);
}
await writeSupportList(root);
// Needs Java and the scanner's packages, and changes only with them.
if (process.argv.includes('--known-names')) {
  await writeKnownNames(root);
}
process.exitCode = problems.length > 0 ? 1 : 0;
