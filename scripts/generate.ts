import { generate, readPackageDirectories } from './generate/index.ts';

const root = process.cwd();
const problems = generate(root, readPackageDirectories(root));
for (const problem of problems) {
  console.error(`${problem.file}:${problem.line}: ${problem.message}. ${problem.fix}`);
}
process.exitCode = problems.length > 0 ? 1 : 0;
