import { beforeAll, expect, test } from 'vitest';
import { inProcess, type InProcess } from '../support/inProcess.ts';

let org: InProcess;
beforeAll(async () => {
  org = await inProcess({ sources: [] });
  const result = org.org.local.execute(
    `insert new List<Account>{ new Account(Name = 'Harbor Lane', Industry = 'Energy', NumberOfEmployees = 10), new Account(Name = 'Lane Stone', Industry = 'Banking', NumberOfEmployees = 20), new Account(Name = '100% Wool', NumberOfEmployees = 30) };
     insert new Contact(LastName = 'Reed', AccountId = [SELECT Id FROM Account WHERE Name = 'Harbor Lane'].Id);`,
  );
  expect(result.message).toBeNull();
});
type Picked = { readonly records: readonly { readonly fields: Record<string, { value: unknown }> }[] };
function names(asked: object): readonly unknown[] {
  const { status, body } = org.ask('POST', '/_/org/record-picker', {
    body: { objectApiName: 'Account', ...asked },
    inBrowser: true,
  });
  return status === 200 ? (body as Picked).records.map((one) => one.fields['Name']?.value) : [status, body];
}
const by = (fieldPath: string, operator: string, value: unknown): object => ({ fieldPath, operator, value });

test.each([
  ['all by name', {}, ['100% Wool', 'Harbor Lane', 'Lane Stone']],
  ['by a word anywhere', { text: 'lane' }, ['Harbor Lane', 'Lane Stone']],
  ['by how a name begins', { text: 'lane', matching: [{ fieldPath: 'Name', mode: 'startsWith' }] }, ['Lane Stone']],
  ['by another field', { text: 'bank', matching: [{ fieldPath: 'Name' }, { fieldPath: 'Industry' }] }, ['Lane Stone']],
  ['with signs that mean nothing', { text: '0%' }, ['100% Wool']],
  ['by a criterion', { filter: { criteria: [by('Industry', 'eq', 'Energy')] } }, ['Harbor Lane']],
  ['by a list', { filter: { criteria: [by('Industry', 'in', ['Energy', 'Banking'])] } }, ['Harbor Lane', 'Lane Stone']],
  ['by what is empty', { filter: { criteria: [by('Industry', 'eq', null)] } }, ['100% Wool']],
  [
    'by logic',
    {
      filter: {
        criteria: [by('NumberOfEmployees', 'gte', 20), by('Industry', 'eq', 'Energy'), by('Name', 'like', '%Stone')],
        filterLogic: '(1 OR 2) AND 3',
      },
    },
    ['Lane Stone'],
  ],
])('a record picker finds %s', (_how, asked, expected) => {
  expect(names(asked)).toEqual(expected);
});

test('fields over lookups, and what may not be asked', () => {
  const { body } = org.ask('POST', '/_/org/record-picker', {
    body: {
      objectApiName: 'Contact',
      fields: ['Name', 'Account.Name'],
      filter: { criteria: [by('Account.Name', 'eq', 'Harbor Lane')] },
    },
    inBrowser: true,
  });
  expect(JSON.stringify(body)).toContain('Harbor Lane');
  expect(names({ filter: { criteria: [by('Nope', 'eq', 'x')] } })[0]).toBe(400);
  expect(names({ filter: { criteria: [by('Name', 'eq', 'x')], filterLogic: '1 OR Id != null' } })[0]).toBe(400);
  expect(names({ filter: { criteria: [by('Name', 'eq', 'x')], filterLogic: '1 AND 2' } })[0]).toBe(400);
  expect(names({ filter: { criteria: [by('Name = null OR Name', 'eq', 'x')] } })[0]).toBe(400);
  expect(names({ objectApiName: 'Nothing__c' })[0]).toBe(404);
});
