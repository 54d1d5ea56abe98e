import { expect, test } from 'vitest';
import { asksFor, selectionOf } from '../../src/cli/selection.ts';

test.each<readonly [className: string, asked: readonly string[], only: readonly string[] | null]>([
  ['PenTest', [], ['PenTest']],
  ['PenTest', ['pentest'], ['PenTest']],
  ['PenTest', ['PenTests', 'Pen'], null],
  ['PenTest', ['PenTest.one', 'InkTest', 'PENTEST.two'], ['PenTest.one', 'PenTest.two']],
  ['PenTest', ['PenTest.one', 'PenTest'], ['PenTest']],
  ['acme.PenTest', ['PenTest.one'], ['acme.PenTest.one']],
  ['acme.PenTest', ['acme.PenTest'], ['acme.PenTest']],
  ['acme.PenTest', ['acme'], null],
])('of %s, %j asks for %j', (className, asked, only) => {
  expect(selectionOf(className, asked)?.only ?? null).toEqual(only);
});

test('a method is asked for by its own name or by that of its class', () => {
  expect(asksFor('acme.PenTest.ONE', 'acme.PenTest', 'one')).toBe(true);
  expect(asksFor('PenTest', 'acme.PenTest', 'one')).toBe(true);
  expect(asksFor('PenTest.two', 'acme.PenTest', 'one')).toBe(false);
});
