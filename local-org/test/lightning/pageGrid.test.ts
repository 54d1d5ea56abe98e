import { expect, test } from 'vitest';
import { gridOf } from '../../src/lightning/modules/shell/pageTemplate/grid.ts';

const regions = (...names: readonly string[]): Parameters<typeof gridOf>[1] =>
  names.map((name) => ({ name, type: 'Region' }));
/** `12: header | 8: main | 4: sidebar` */
const drawn = (template: string, ...names: readonly string[]): string =>
  gridOf(template, regions(...names))
    .map(({ size, regions: inner }) => `${size}: ${inner.map((one) => `${one.name}/${one.size}`).join(' ')}`)
    .join(' | ');

test.each([
  ['flexipage:recordHomeTemplateDesktop', 'header main sidebar', '12: header/12 | 8: main/12 | 4: sidebar/12'],
  ['flexipage:recordHomeTemplateDesktop', 'header main', '12: header/12 | 12: main/12'],
  [
    'flexipage:recordHomeWithSubheaderTemplateDesktop',
    'header subheader main sidebar',
    '12: header/12 | 12: subheader/12 | 8: main/12 | 4: sidebar/12',
  ],
  [
    'flexipage:recordHomeLeftSidebarTemplateDesktop',
    'header sidebar main',
    '12: header/12 | 4: sidebar/12 | 8: main/12',
  ],
  [
    'flexipage:recordHomeThreeColTemplateDesktop',
    'leftsidebar main rightsidebar',
    '3: leftsidebar/12 | 6: main/12 | 3: rightsidebar/12',
  ],
  [
    'flexipage:recordHomeTwoColEqualHeaderTemplateDesktop',
    'header leftcol rightcol',
    '12: header/12 | 6: leftcol/12 | 6: rightcol/12',
  ],
  [
    'home:desktopTemplate',
    'top bottomLeft bottomRight sidebar',
    '8: top/12 bottomLeft/6 bottomRight/6 | 4: sidebar/12',
  ],
  ['flexipage:defaultAppHomeTemplate', 'main', '12: main/12'],
  [
    'flexipage:appHomeTemplateHeaderTwoColumns',
    'region1 region2 region3',
    '12: region1/12 | 8: region2/12 | 4: region3/12',
  ],
  ['some:customTemplate', 'one two', '12: one/12 | 12: two/12'],
])('%s with %s puts them as %s', (template, names, wanted) => {
  expect(drawn(template, ...names.split(' '))).toBe(wanted);
});
