import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runPrettier } from './check/format/prettier.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const files = process.argv.slice(2);

const { code, stdout, stderr } = await runPrettier(root, [
  '--write',
  '--list-different',
  ...(files.length > 0 ? files : ['.']),
]);
console.log(stdout === '' ? 'Every file was formatted already.' : `Formatted:\n${stdout.trim()}`);
if (code !== 0) {
  console.error(stderr.trim());
}
process.exitCode = code;
