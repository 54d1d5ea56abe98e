/** Roll-up summaries over two levels, with the parents' saves counted. */
import { expect, test } from 'vitest';
import { ApexDecimal } from '../../src/values/decimal.ts';
import { storedView } from '../../src/declarative/formula/references.ts';
import { Org } from './org.ts';

const money = (text: string): ApexDecimal => ApexDecimal.of(text);

function start(): { readonly org: Org; readonly region: string; readonly first: string; readonly second: string } {
  const org = new Org();
  const region = org.insert('Region__c', { Name: 'North' });
  return {
    org,
    region,
    first: org.insert('Invoice__c', { Region__c: region }),
    second: org.insert('Invoice__c', { Region__c: region }),
  };
}
const shown = (org: Org, id: string): readonly string[] =>
  ['Total__c', 'Lines__c', 'Largest__c'].map((field) => String(org.row('Invoice__c', id)[field] ?? null));

test('inserted children count, and the grandparent follows', () => {
  const { org, region, first } = start();
  org.save('Line__c', null, { Invoice__c: first, Amount__c: money('10.50'), Kind__c: 'Goods' });
  org.save('Line__c', null, { Invoice__c: first, Amount__c: money('4.50'), Kind__c: 'Service' });
  org.save('Line__c', null, { Invoice__c: first, Amount__c: money('99.00'), Kind__c: 'Fee' });

  expect(shown(org, first)).toEqual(['114.00', '3', '10.50']);
  expect(String(org.row('Region__c', region)['Revenue__c'])).toBe('114.00');
});

test('a child that moves changes both parents', () => {
  const { org, region, first, second } = start();
  const line = org.save('Line__c', null, { Invoice__c: first, Amount__c: money('10'), Kind__c: 'Goods' });
  org.save('Line__c', line, { Invoice__c: second });

  expect(shown(org, first)).toEqual(['0.00', '0', 'null']);
  expect(shown(org, second)).toEqual(['10.00', '1', '10.00']);
  expect(String(org.row('Region__c', region)['Revenue__c'])).toBe('10.00');
});

test('a deleted child counts no more, and again when it is back', () => {
  const { org, first } = start();
  const line = org.save('Line__c', null, { Invoice__c: first, Amount__c: money('10'), Kind__c: 'Goods' });
  org.save('Line__c', line, null);
  expect(shown(org, first)).toEqual(['0.00', '0', 'null']);

  org.store.setDeleted('Line__c', line, false);
  const object = org.object('Line__c');
  org.declarative.rollUp(org.runtime, object, [{ before: null, after: storedView(object, org.row('Line__c', line)) }]);
  expect(shown(org, first)).toEqual(['10.00', '1', '10.00']);
});

test('many children save each parent once, in one statement, and nothing saves nothing', () => {
  const { org, first, second } = start();
  const object = org.object('Line__c');
  const changes = [first, second, first, second].map((invoice) => {
    const id = org.insert('Line__c', { Invoice__c: invoice, Amount__c: money('1'), Kind__c: 'Goods' });
    return { before: null, after: storedView(object, org.row('Line__c', id)) };
  });
  org.declarative.rollUp(org.runtime, object, changes);
  expect(
    org.saves.filter((save) => save.rows[0]?.object.name === 'Invoice__c').map((save) => save.rows.length),
  ).toEqual([2]);

  const count = org.saves.length;
  org.declarative.rollUp(
    org.runtime,
    object,
    changes.map(({ after }) => ({ before: after, after })),
  );
  expect(org.saves).toHaveLength(count);
});
