import { generate, readPackageDirectories } from './generate/index.ts';
import { writeSupportList } from './generate/local-org.ts';

const root = process.cwd();
const problems = generate(root, readPackageDirectories(root));
for (const problem of problems) {
  console.error(`${problem.file}:${problem.line}: ${problem.message}. ${problem.fix}`);
}
await writeSupportList(root);
process.exitCode = problems.length > 0 ? 1 : 0;
