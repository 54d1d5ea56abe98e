import { expect, test } from 'vitest';
import { isAllowed, licenseFindings } from '../../licenses/index.ts';

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND Zlib)', true],
  ['(MIT AND GPL-3.0-only)', false],
  ['GPL-3.0-only', false],
  ['SEE LICENSE IN LICENSE.txt', false],
  ['UNLICENSED', false],
  [undefined, false],
])('%s', (license, allowed) => {
  expect(isAllowed(license)).toBe(allowed);
});

test('names the package and its line, and leaves reviewed packages alone', () => {
  const lockfile = JSON.stringify(
    {
      packages: {
        '': { license: 'BSD-3-Clause' },
        'node_modules/exit': {},
        'node_modules/good': { license: 'MIT' },
        'node_modules/good/node_modules/@scope/bad': { license: 'GPL-3.0-only' },
      },
    },
    null,
    2,
  );

  const findings = licenseFindings('package-lock.json', lockfile);

  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    line: 10,
    message: '@scope/bad has the license "GPL-3.0-only", which is not on the list.',
  });
});
