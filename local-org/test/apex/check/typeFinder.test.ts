/** Types are found by their text at run time. */
import { expect, test } from 'vitest';
import { check } from './fixtures/check.ts';

const program = check('public class Box { public class Lid {} }', { text: 'global class Kit {}', namespace: 'kit' });

test.each([
  ['Box.Lid', 'Box.Lid'], ['box.lid', 'Box.Lid'], ['kit.Kit', 'Kit'], ['Map<String, List<Account>>', 'Map<String,List<Account>>'], ['Integer[]', 'List<Integer>'],
  ['System.Type', 'System.Type'], ['account', 'Account'], ['Schema.Account', 'Account'], ['Database.Batchable<SObject>', 'Database.Batchable<SObject>'],
  ['Zork', undefined], ['List', undefined], ['Map<String>', undefined], ['Box<String>', undefined], ['Integer Integer', undefined], ['', undefined],
])('%s is %s', (text, name) => {
  expect(program.findType(text, '')?.name).toBe(name);
  expect(program.errors).toEqual([]);
}); // prettier-ignore
