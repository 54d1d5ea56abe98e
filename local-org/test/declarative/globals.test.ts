/** The `$` globals and VLOOKUP, against an org's own rows. */
import { expect, test } from 'vitest';
import { FormulaCompiler } from '../../src/declarative/formula/compile.ts';
import type { Purpose } from '../../src/declarative/formula/functions/define.ts';
import { FormulaNumber } from '../../src/declarative/formula/number.ts';
import { ApexDecimal } from '../../src/values/decimal.ts';
import type { Value } from '../../src/values/value.ts';
import { Org } from './org.ts';

function run(org: Org, text: string, values: Readonly<Record<string, Value>> = {}, purpose: Purpose = 'rule'): string {
  const object = org.object('Invoice__c');
  const compiled = new FormulaCompiler(org.schema, (namespace, name) =>
    org.declarative.hasLabel(namespace, name),
  ).expression(object, text, purpose, false);
  const value = compiled.run({
    runtime: org.runtime,
    row: org.view('Invoice__c', values),
    before: null,
    isNew: true,
    isClone: false,
  });
  return value instanceof FormulaNumber ? value.toFixed() : `${value as string}`;
}

test('the running user, profile and organization', () => {
  const org = new Org();
  org.insert('Organization', { Name: 'Acme' });
  expect(run(org, '$User.LastName & "/" & $Profile.Name & "/" & $Organization.Name')).toBe('Reyes/Standard User/Acme');
  expect(run(org, '$User.Id = "' + org.userId.slice(0, 15) + '"')).toBe('true');
  expect(run(org, 'ISBLANK($UserRole.Name)')).toBe('true');
});

test('custom permissions, labels, settings and custom metadata', () => {
  const org = new Org();
  org.insert('Billing_Settings__c', { SetupOwnerId: org.runtime.org.id, Limit__c: ApexDecimal.of('100') });
  expect(run(org, 'IF($Permission.Approve, "may", "may not") & IF($Permission.Other, "may", " not")')).toBe('may not');
  expect(run(org, '$Label.Greeting')).toBe('Hallo');
  expect(run(org, '$Setup.Billing_Settings__c.Limit__c + 1')).toBe('101');
  expect(run(org, '$Setup.Billing_Settings__c.Strict__c')).toBe('false');
  expect(run(org, '$CustomMetadata.Template__mdt.Reminder.Rate__c * 2')).toBe('3');
});

test('the record type of the record', () => {
  const org = new Org();
  const internal = org.insert('RecordType', { Name: 'Internal', DeveloperName: 'Internal', SobjectType: 'Invoice__c' });
  expect(run(org, '$RecordType.DeveloperName', { RecordTypeId: internal })).toBe('Internal');
  expect(run(org, 'RecordType.Name', { RecordTypeId: internal })).toBe('Internal');
});

test('VLOOKUP reads the record of that name', () => {
  const org = new Org();
  org.insert('Region__c', { Name: 'North', Revenue__c: ApexDecimal.of('12.50') });
  expect(run(org, 'VLOOKUP($ObjectType.Region__c.Fields.Revenue__c, $ObjectType.Region__c.Fields.Name, "North")')).toBe(
    '12.5',
  );
  expect(
    run(org, 'ISBLANK(VLOOKUP($ObjectType.Region__c.Fields.Revenue__c, $ObjectType.Region__c.Fields.Name, "South"))'),
  ).toBe('true');
});

test.each([
  '$Label.Missing',
  '$Setup.Country_Code__c.Code__c',
  '$CustomMetadata.Template__mdt.Reminder.Nothing__c',
  '$User.Nothing__c',
  'Region__r.Nothing__c',
  'Nothing__r.Name',
])('%s does not exist', (text) => {
  expect(() => run(new Org(), text)).toThrow('does not exist. Check spelling.');
});
