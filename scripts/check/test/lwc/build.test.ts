import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@lwc/compiler';
import { afterAll, describe, expect, test } from 'vitest';
import { CopiedProject, seedFolder } from './project.ts';

const SCRIPT = join(import.meta.dirname, '../../../build-lwc.ts');
const project = new CopiedProject();
const panel = join(project.root, seedFolder('hoursPanel'), 'hoursPanel.js');

afterAll(() => {
  project.remove();
});

function build(...options: string[]): string {
  const loader = join(project.root, 'node_modules/tsx/dist/cli.mjs');
  return execFileSync(process.execPath, [loader, SCRIPT, ...options], { cwd: project.root, encoding: 'utf8' });
}

describe('building the components', () => {
  test('writes JavaScript that the LWC compiler takes, beside its source and nowhere else, and removes it again', () => {
    expect(build()).toContain('Wrote the JavaScript of 2 modules.');

    const code = readFileSync(panel, 'utf8');
    expect(code).toContain("@wire(read, { opportunityId: '$recordId' })");
    expect(code).not.toContain('views/time');
    expect(() => transformSync(code, 'hoursPanel.js', { name: 'hoursPanel', namespace: 'c' })).not.toThrow();
    expect(existsSync(join(project.root, seedFolder('hoursTile'), '__tests__/hoursTile.test.js'))).toBe(false);

    build('--clean');
    expect(existsSync(panel)).toBe(false);
  });
});
