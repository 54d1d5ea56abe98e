/** Licenses that let us use a tool while developing. Nothing of a dependency is part of the shipped package. */
export const ALLOWED_LICENSES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'Artistic-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
  'Zlib',
]);

/** Packages whose manifest names no license of the list, by name, with what was read in the package itself. */
export const REVIEWED_PACKAGES: Readonly<Record<string, string>> = {
  '@lwc/state': "Salesforce's terms for public code; comes with the Jest preset and is used in tests only",
  '@lwc/state-test-utils': "Salesforce's terms for public code; comes with the Jest preset and is used in tests only",
  '@salesforce/lightning-types': 'its LICENSE.txt grants a royalty-free right to use the type definitions',
  '@salesforce-ux/design-system-2':
    "Salesforce's terms for public code grant a royalty-free right to use and display the style sheets",
  exit: 'its LICENSE-MIT file is the MIT license',
  'qrcode-terminal': 'its LICENSE file is the Apache License 2.0',
};
