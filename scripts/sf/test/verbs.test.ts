import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { cliScript } from '../cli.ts';
import { fill, namesIn, show, UsageError } from '../commandLine.ts';
import { VALUES, VERBS, type Verb } from '../verbs.ts';
import { problemsOf, readCommands, root } from './cliManifest.ts';

const commands = await readCommands();
const cli = await cliScript();
const verbs: readonly (readonly [string, Verb])[] = Object.entries(VERBS);

describe('every verb is a command line the CLI accepts', () => {
  test.each(verbs)('%s', (_name, verb) => {
    expect(problemsOf(verb.command, commands)).toEqual([]);
  });

  test.each(verbs)('%s asks only for values that are explained', (_name, verb) => {
    expect(namesIn(verb).filter((name) => !(name in VALUES))).toEqual([]);
  });
});

describe('a wrong command line is refused', () => {
  test.each([
    ['org create sandboxes', 'the CLI has no command "org create sandboxes"'],
    ['force:org:open', 'the CLI has no command "force org open"'],
    ['org open --target-org x --brwser chrome', '"--brwser" is not a flag of this command'],
    ['org open --targetusername x', '"--targetusername" is not a flag of this command'],
    ['org open', '--target-org is required'],
    ['org open --target-org', '--target-org lacks its value'],
    ['org open --target-org x --target-org y', '--target-org is given twice'],
    ['org open --target-org x --loglevel debug', '--loglevel is hidden or deprecated'],
    ['org open --target-org x --browser lynx', '--browser does not take "lynx", only chrome, edge, firefox'],
    ['org open --target-org x --private --url-only', '--private excludes --url-only'],
    ['apex run test --target-org x --detailed-coverage', '--detailed-coverage needs --code-coverage'],
    ['package version create --package x --target-dev-hub h', '--installation-key-bypass is required'],
  ])('%s', (line, problem) => {
    expect(problemsOf(line.split(' '), commands)).toContain(problem);
  });
});

test('the CLI starts on this Node and its help shows the flags of the verb that builds a version', () => {
  const home = mkdtempSync(join(tmpdir(), 'timesheet-sync-home-'));
  try {
    const help = execFileSync(process.execPath, [cli, 'package', 'version', 'create', '--help'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, HOME: home, SF_DISABLE_TELEMETRY: 'true', SF_AUTOUPDATE_DISABLE: 'true' },
    });

    const flags = VERBS['create-version'].command.filter((word) => word.startsWith('--'));
    expect(flags.filter((flag) => !help.includes(flag))).toEqual([]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

describe('filling in a command line', () => {
  test('takes defaults, given values and more flags', () => {
    expect(fill(VERBS.open, [])).toEqual(['org', 'open', '--target-org', 'timesheet-scratch']);
    expect(fill(VERBS.open, ['org=mine', '--url-only'])).toEqual(['org', 'open', '--target-org', 'mine', '--url-only']);
  });

  test('asks for a value that has no default', () => {
    expect(() => fill(VERBS.promote, [])).toThrow(
      new UsageError('Say version=…: package version id, which starts with 04t.'),
    );
  });

  test('refuses a value the verb does not take', () => {
    expect(() => fill(VERBS.open, ['days=3'])).toThrow(
      new UsageError('"days=3" is not understood. This verb takes org=….'),
    );
  });

  test('shows a command as a shell would take it, without secrets', () => {
    const command = fill(VERBS['create-version'], [
      '--installation-key',
      'tulip',
      '--tag',
      'v1',
      '--client-secret=rose',
    ]);

    expect(show(command)).toContain("sf package version create --package 'Timesheet Sync' --code-coverage");
    expect(show(command)).toContain('--installation-key-bypass --target-dev-hub timesheet-hub');
    expect(show(command)).toMatch(/--installation-key '?\*\*\*\*'? --tag v1 --client-secret=\*\*\*\*$/);
  });
});

test.each([
  ['sfdx-project.json', 'sfdx-project.schema.json'],
  ['config/project-scratch-def.json', 'project-scratch-def.schema.json'],
])('%s keeps to the schema Salesforce publishes', (file, schema) => {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(
    readJson(join('node_modules/@salesforce/schemas', schema)),
  );

  validate(readJson(file));

  expect(validate.errors).toBeNull();
});

test('the README names the two commands, and the build machine ends with its test command', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const ci = readFileSync(join(root, '.ci/run'), 'utf8');

  expect(readme).toMatch(/^npm run check$/m);
  expect(readme).toMatch(/^npm test$/m);
  expect(ci.trimEnd().split('\n').at(-1)).toBe('npm test');
});

function readJson(path: string): object {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as object;
}
