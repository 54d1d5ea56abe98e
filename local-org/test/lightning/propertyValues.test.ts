import { expect, test } from 'vitest';
import { valuesOf } from '../../src/lightning/modules/shell/pageItem/values.ts';

test('Properties of a page get the types of the component, and its defaults where the page says nothing', () => {
  const types = {
    heading: { type: 'String', default: 'Hours' },
    rows: { type: 'Integer', default: '5' },
    isOpen: { type: 'Boolean', default: 'true' },
    isWide: { type: 'Boolean', default: null },
  };
  expect(valuesOf({ isOpen: 'false', rows: '10', other: '7' }, types)).toEqual({
    heading: 'Hours',
    rows: 10,
    isOpen: false,
    other: '7',
  });
});
