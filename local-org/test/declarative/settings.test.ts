import type { NamedSource } from '../../src/metadata/tree.ts';
/** Custom settings, custom metadata and duplicate rules. */
import { describe, expect, test } from 'vitest';
import { SETTING_STATICS } from '../../src/declarative/libraryIndex.ts';
import { unsupportedAutomations } from '../../src/declarative/index.ts';
import { parseXml } from '../../src/metadata/xml.ts';
import type { SObjectValue } from '../../src/runtime/sobject.ts';
import { ApexDecimal } from '../../src/values/decimal.ts';
import type { Value } from '../../src/values/value.ts';
import { Org } from './org.ts';

const instance = SETTING_STATICS['static SObject getInstance(String key)'];
const values = SETTING_STATICS['static SObject getValues(Id key)'];
const mine = SETTING_STATICS['static SObject getInstance()'];
const defaults = SETTING_STATICS['static SObject getOrgDefaults()'];
const all = SETTING_STATICS['static Map<String, SObject> getAll()'];

describe('hierarchy settings', () => {
  test('each field comes from the most specific row that has it', () => {
    const org = new Org();
    const setting = org.object('Billing_Settings__c');
    org.insert('Billing_Settings__c', {
      SetupOwnerId: org.runtime.org.id,
      Limit__c: ApexDecimal.of('100'),
      Mode__c: 'org',
      Strict__c: true,
    });
    org.insert('Billing_Settings__c', { SetupOwnerId: org.profileId, Mode__c: 'profile', Strict__c: true });
    const own = org.insert('Billing_Settings__c', { SetupOwnerId: org.userId, Strict__c: false });
    const row = mine(org.runtime, setting);

    expect([row.id, `${row.peek('Limit__c') as string}`, row.peek('Mode__c'), row.peek('Strict__c')]).toEqual([
      own,
      '100',
      'profile',
      false,
    ]);
    expect(instance(org.runtime, setting, org.profileId)?.peek('Mode__c')).toBe('profile');
    expect(values(org.runtime, setting, org.userId)?.peek('Mode__c')).toBeNull();
    expect(defaults(org.runtime, setting).peek('Mode__c')).toBe('org');
  });
  test('without any row there is an empty one without an id, for the owner asked for', () => {
    const org = new Org();
    const setting = org.object('Billing_Settings__c');
    expect([
      mine(org.runtime, setting).id,
      mine(org.runtime, setting).peek('SetupOwnerId'),
      mine(org.runtime, setting).peek('Mode__c'),
    ]).toEqual([null, org.userId, null]);
    expect(defaults(org.runtime, setting).peek('SetupOwnerId')).toBe(org.runtime.org.id);
    expect(values(org.runtime, setting, org.userId)).toBeNull();
  });
  test('fields without a value are not set, so that an insert gives them their defaults', () => {
    const org = new Org();
    const row = defaults(org.runtime, org.object('Billing_Settings__c'));
    expect([...row.content.keys()].sort()).toEqual(['setupownerid', 'strict__c']);
  });
});

test('list settings are found by name', () => {
  const org = new Org();
  const setting = org.object('Country_Code__c');
  org.insert('Country_Code__c', { Name: 'Spain', Code__c: 'ES' });

  expect(instance(org.runtime, setting, 'Spain')?.peek('Code__c')).toBe('ES');
  expect(instance(org.runtime, setting, 'Italy')).toBeNull();
  expect([...all(org.runtime, setting).keys()]).toEqual(['Spain']);
});

test('custom metadata is found by name and id, its long text cut to 255 characters', () => {
  const org = new Org();
  const type = org.object('Template__mdt');
  const row = instance(org.runtime, type, 'Reminder');

  expect([
    (row?.peek('Body__c') as string).length,
    `${row?.peek('Rate__c') as string}`,
    row?.peek('MasterLabel'),
  ]).toEqual([255, '1.50', 'Reminder']);
  expect(instance(org.runtime, type, row?.id ?? '')?.peek('DeveloperName')).toBe('Reminder');
  const listed = all(org.runtime, type).get('Reminder') as SObjectValue;
  expect(listed.peek('Body__c') as string).toHaveLength(255);
  const stored = [...org.store.rows('Template__mdt')][0];
  expect(String(stored?.['Body__c'])).toHaveLength(300);
});

describe('duplicate rules', () => {
  const check = (
    org: Org,
    id: string | null,
    name: string,
    options: Readonly<Record<string, Value>> = {},
  ): readonly string[] =>
    org.declarative
      .duplicates(org.runtime, org.object('Region__c'), org.view('Region__c', { Id: id, Name: name }), options)
      .map((error) => `${error.statusCode} ${error.message}`);

  test('an alert stops an insert unless the caller allows it', () => {
    const org = new Org();
    org.insert('Region__c', { Name: 'North' });
    expect(check(org, null, 'North')).toEqual(['DUPLICATES_DETECTED There is such a region.']);
    expect(check(org, null, 'North', { 'duplicateruleheader.allowsave': true })).toEqual([]);
    expect(check(org, null, 'South')).toEqual([]);
  });
  test('a block stops an update whatever the caller says, and a record is no duplicate of itself', () => {
    const org = new Org();
    org.insert('Region__c', { Name: 'North' });
    const south = org.insert('Region__c', { Name: 'South' });
    expect(check(org, south, 'South')).toEqual([]);
    expect(check(org, south, 'North', { 'duplicateruleheader.allowsave': true })).toEqual([
      'DUPLICATES_DETECTED There is such a region.',
    ]);
  });
  test('texts that differ in case only are refused', () => {
    const org = new Org();
    org.insert('Region__c', { Name: 'North' });
    expect(() => check(org, null, 'NORTH')).toThrow(
      'UNSUPPORTED: The matching rule Name_Matches on texts that differ in case only',
    );
  });
});

test('automations that a save would start are named with their object', () => {
  const source = (name: string, type: string, text: string): NamedSource & { readonly type: string } => ({
    name,
    namespace: 'ns',
    file: `${name}.${type}`,
    type,
    node: parseXml(text, name),
  });
  const flow = (name: string, start: string, status = 'Active'): ReturnType<typeof source> =>
    source(name, 'flow', `<Flow><start>${start}</start><status>${status}</status></Flow>`);
  const saved = '<object>Thing__c</object><triggerType>RecordAfterSave</triggerType>';
  const others = [
    flow('Notify', `${saved}<recordTriggerType>Create</recordTriggerType>`),
    flow('Draft', saved, 'Draft'),
    flow('Called', ''),
    source('Account', 'workflow', '<Workflow><rules><active>true</active></rules></Workflow>'),
    source('Contact', 'workflow', '<Workflow><rules><active>false</active></rules></Workflow>'),
  ];
  expect(unsupportedAutomations([{ others }])).toEqual([
    { what: 'flow Notify', file: 'Notify.flow', object: 'ns__thing__c', operations: new Set(['insert']) },
    {
      what: 'workflow rules of Account',
      file: 'Account.workflow',
      object: 'account',
      operations: new Set(['insert', 'update']),
    },
  ]);
});
