import { expect, test } from 'vitest';
import { changeOf } from '../../src/server/followSource.ts';

test.each([
  ['main/lwc/tile/tile.ts', 'pages'],
  ['main/lwc/tile/tile.css', 'pages'],
  ['main/classes/Trips.cls', 'org'],
  ['main/objects/Trip__c/fields/Seats__c.field-meta.xml', 'org'],
  ['main/lwc/tile/__tests__/tile.test.ts', null],
  ['main/classes/.Trips.cls.swp', null],
  ['main/classes/Trips.cls~', null],
  ['node_modules/a/index.js', null],
])('a change of %s asks for %s', (path, change) => {
  expect(changeOf(path)).toBe(change);
});
