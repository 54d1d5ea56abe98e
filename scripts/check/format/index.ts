import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { MissingToolError, type Check, type Finding, type Project } from '../types.ts';
import { runPrettier } from './prettier.ts';
import { paddedTexts } from './texts.ts';

const NAME = 'format';
const FIX = 'Run npm run format.';

export const formatCheck: Check = {
  name: NAME,
  proves: 'every file, Apex and XML included, parses and is formatted in the one way the project has',
  readsNamespace: false,
  async run(project) {
    if (!existsSync(join(project.root, 'node_modules/prettier'))) {
      throw new MissingToolError('Prettier is not installed. Run npm ci.');
    }
    const findings = [...(await paddedTexts(project))];
    for (const file of await differingFiles(project.root)) {
      findings.push(await describe(project, file));
    }
    return findings;
  },
};

/** Files that Prettier would change or cannot parse, found in a process of its own and with its cache. */
async function differingFiles(root: string): Promise<readonly string[]> {
  const { code, stdout, stderr } = await runPrettier(root, ['--list-different', '.']);
  const changed = stdout.split('\n').filter((line) => line !== '');
  const unparsed = [...stderr.matchAll(/^\[error\] ([^\s:]+): /gm)].map((match) => match[1] ?? '');
  const files = [...new Set([...changed, ...unparsed])].filter((file) => existsSync(join(root, file)));
  if (code !== 0 && files.length === 0) {
    throw new Error(`Prettier failed: ${stderr.trim() || `exit code ${code}`}`);
  }
  return files;
}

/** Formats the file once more in this process, because Prettier's command names the file but not the line. */
async function describe({ root }: Project, file: string): Promise<Finding> {
  const path = join(root, file);
  const text = await readFile(path, 'utf8');
  try {
    const formatted = await format(text, { ...(await resolveConfig(path)), filepath: path });
    const line = firstDifference(text, formatted);
    return { check: NAME, file, line, message: 'This line is not formatted as the project does it.', fix: FIX };
  } catch (error: unknown) {
    return unparsedFinding(file, error instanceof Error ? error.message : String(error));
  }
}

function unparsedFinding(file: string, message: string): Finding {
  // Apex's parser keeps the place to itself, the others write "(3:5)"; the Apex check names the line as well.
  const line = /\((\d+):\d+\)/.exec(message)?.[1];
  return {
    check: NAME,
    file,
    line: Number(line ?? 1),
    message: `This file does not parse: ${message.split('\n')[0]}`,
    fix: 'Correct the syntax here.',
  };
}

/** The 1-based number of the first line in which the texts differ. */
export function firstDifference(text: string, formatted: string): number {
  const wanted = formatted.split('\n');
  const index = text.split('\n').findIndex((line, at) => line !== wanted[at]);
  return index === -1 ? wanted.length : index + 1;
}
