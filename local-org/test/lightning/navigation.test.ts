import { expect, test } from 'vitest';
import { isActive } from '../../src/lightning/modules/shell/navigationBar/active.ts';
import { fitting } from '../../src/lightning/modules/shell/navigationBar/fit.ts';
import { pageReferenceOf } from '../../src/lightning/modules/shell/router/urls.ts';

test.each([
  { widths: [100, 100, 100], room: 300, shown: 3 },
  { widths: [100, 100, 100], room: 299, shown: 2 },
  { widths: [100, 100, 100], room: 250, shown: 1 },
  { widths: [100, 50, 100], room: 250, shown: 3 },
  { widths: [100, 100], room: 40, shown: 0 },
  { widths: [], room: 0, shown: 0 },
])('of $widths $shown fit into $room beside a menu of 96', ({ widths, room, shown }) => {
  expect(fitting(widths, room, 96)).toBe(shown);
});

const item = (kind: string, apiName: string): Parameters<typeof isActive>[0] => ({ kind, apiName });

test.each([
  ['/lightning/o/Account/list?filterName=Recent', item('object', 'Account'), true],
  ['/lightning/r/Account/001000000000001AAA/view', item('object', 'Account'), true],
  ['/lightning/o/Contact/list', item('object', 'Account'), false],
  ['/lightning/page/home', item('home', 'standard-home'), true],
  ['/lightning/n/Account', item('object', 'Account'), true],
  ['/lightning/n/Board', item('page', 'Board'), true],
  ['/lightning/n/Board', item('home', 'standard-home'), false],
])('at %s, %o is active: %s', (url, one, expected) => {
  const page = pageReferenceOf(url);

  expect(page !== null && isActive(one, page)).toBe(expected);
});
