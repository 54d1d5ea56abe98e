import { describe, expect, test } from 'vitest';
import { buildSchema } from '../../src/data/index.ts';
import type { FieldInfo, ObjectInfo, OrgSchema } from '../../src/data/schema.ts';
import { objectFiles, PART, sourceOf, THING } from './support/fakeOrg.ts';

function object(schema: OrgSchema, name: string): ObjectInfo {
  const found = schema.find(name);
  if (found === null) {
    throw new Error(`No object ${name}`);
  }
  return found;
}
function field(schema: OrgSchema, path: string): FieldInfo {
  const [name = '', fieldName = ''] = path.split('.');
  const found = schema.findField(object(schema, name), fieldName);
  if (found === null) {
    throw new Error(`No field ${path}`);
  }
  return found;
}

const STANDARD = buildSchema([]);

/** Facts of the Object Reference: type, length or digits, where it points to, whether it must be there. */
describe('the standard model', () => {
  test.each<[string, Partial<FieldInfo>]>([
    ['Account.Name', { type: 'string', length: 255, isNameField: true, isRequired: true }],
    ['Account.ParentId', { type: 'reference', referenceTo: ['Account'], relationshipName: 'Parent' }],
    ['Account.AnnualRevenue', { type: 'currency', precision: 18, scale: 0 }],
    ['Account.Description', { type: 'textarea', length: 32_000, isLongText: true, isFilterable: false }],
    ['Account.BillingStreet', { type: 'textarea', length: 255, isLongText: false, isFilterable: true }],
    ['Contact.LastName', { type: 'string', length: 80, isRequired: true }],
    ['Contact.Name', { length: 121, isCreateable: false, isNameField: true }],
    ['Opportunity.Name', { length: 120, isRequired: true }],
    ['Opportunity.StageName', { type: 'picklist', isRequired: true }],
    ['Task.OwnerId', { referenceTo: ['User', 'Group'], relationshipName: 'Owner' }],
    ['Task.WhoId', { referenceTo: ['Contact', 'Lead'], relationshipName: 'Who' }],
    ['User.Username', { length: 80, isRequired: true, isUnique: true }],
    ['AccountShare.AccountId', { referenceTo: ['Account'], relationshipName: 'Account' }],
    ['OpportunityFieldHistory.OpportunityId', { referenceTo: ['Opportunity'] }],
    ['Lead.CreatedById', { referenceTo: ['User'], relationshipName: 'CreatedBy', isCreateable: false }],
  ])('%s', (path, facts) => {
    expect(field(STANDARD, path)).toMatchObject(facts);
  });

  test.each([
    ['Account', '001'],
    ['Contact', '003'],
    ['User', '005'],
    ['Opportunity', '006'],
    ['Task', '00T'],
    ['Event', '00U'],
    ['Lead', '00Q'],
    ['Case', '500'],
    ['ContentVersion', '068'],
    ['PermissionSet', '0PS'],
  ])('%s has the prefix %s', (name, prefix) => {
    expect(object(STANDARD, name).keyPrefix).toBe(prefix);
    expect(STANDARD.byKeyPrefix(prefix)?.name).toBe(name);
  });

  test('relationships are seen from the parent too', () => {
    expect(object(STANDARD, 'Account').childRelationships).toContainEqual({
      childObject: 'Contact',
      field: 'AccountId',
      name: 'Contacts',
    });
    expect(object(STANDARD, 'Opportunity').childRelationships).toContainEqual({
      childObject: 'Task',
      field: 'WhatId',
      name: 'Tasks',
    });
  });

  test('points nowhere that is not there', () => {
    const bad = [...STANDARD.objects.values()].flatMap((one) =>
      [...one.fields.values()]
        .filter(
          (each) =>
            each.type === 'reference' &&
            (each.referenceTo.length === 0 || each.referenceTo.some((target) => STANDARD.find(target) === null)),
        )
        .map((each) => `${one.name}.${each.name}`),
    );
    expect(bad).toEqual([]);
  });

  test('no object has two child relationships of one name', () => {
    const twice = [...STANDARD.objects.values()].flatMap(({ name, childRelationships }) => {
      const names = childRelationships.flatMap((one) => one.name ?? []);
      return names.filter((one, index) => names.indexOf(one) !== index).map((one) => `${name}.${one}`);
    });
    expect(twice).toEqual([]);
  });

  test.each<[string, string]>([
    ['multiCurrency', 'Account.CurrencyIsoCode'],
    ['personAccounts', 'Account.PersonEmail'],
    ['stateAndCountryPicklists', 'Account.BillingCountryCode'],
  ])('%s brings %s', (feature, path) => {
    const [name = '', fieldName = ''] = path.split('.');
    expect(STANDARD.findField(object(STANDARD, name), fieldName)).toBeNull();
    expect(field(buildSchema([], { features: new Set([feature]) }), path).name).toBe(fieldName);
  });
});

describe('custom objects', () => {
  test("have the platform's own fields beside theirs", () => {
    const schema = buildSchema([sourceOf({ ...THING, ...PART })]);
    expect([...object(schema, 'Thing__c').fields.values()].slice(0, 9).map((one) => one.name)).toEqual([
      'Id',
      'OwnerId',
      'IsDeleted',
      'Name',
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
      'SystemModstamp',
    ]);
    expect(object(schema, 'Part__c')).toMatchObject({
      hasOwner: false,
      sharingModel: 'controlledByParent',
      keyPrefix: 'a00',
    });
    expect(field(schema, 'Part__c.Name')).toMatchObject({
      isAutoNumber: true,
      autoNumberFormat: 'P-{0000}',
      isCreateable: false,
    });
    expect(field(schema, 'Part__c.Thing__c')).toMatchObject({
      isMasterDetail: true,
      isRequired: true,
      onDelete: 'cascade',
      isUpdateable: false,
    });
    expect(object(schema, 'Thing__c').childRelationships).toContainEqual({
      childObject: 'Part__c',
      field: 'Thing__c',
      name: 'Parts__r',
    });
  });

  test('carry the namespace of their tree, and its code finds them without', () => {
    const schema = buildSchema([sourceOf({ ...THING, ...PART }, 'ns')]);
    const part = object(schema, 'ns__Part__c');
    expect(part.namespace).toBe('ns');
    expect(schema.find('Part__c')).toBeNull();
    expect(schema.find('part__C', 'NS')).toBe(part);
    expect(schema.findField(part, 'Thing__c', 'ns')).toMatchObject({
      name: 'ns__Thing__c',
      referenceTo: ['ns__Thing__c'],
      relationshipName: 'ns__Thing__r',
    });
  });

  test('keep the prefixes of an earlier load', () => {
    const files = { ...THING, ...PART };
    const first = buildSchema([sourceOf(THING)]);
    expect(object(first, 'Thing__c').keyPrefix).toBe('a00');
    const later = buildSchema([sourceOf(files)], { keyPrefixes: new Map([['thing__c', 'a00']]) });
    expect([object(later, 'Thing__c').keyPrefix, object(later, 'Part__c').keyPrefix]).toEqual(['a00', 'a01']);
  });

  test('that are private have shares, those that are tracked a history', () => {
    const schema = buildSchema([
      sourceOf(
        objectFiles(
          'Secret__c',
          '<label>S</label><pluralLabel>S</pluralLabel><sharingModel>Private</sharingModel><enableHistory>true</enableHistory><nameField><label>N</label><type>Text</type></nameField>',
        ),
      ),
    ]);
    expect(field(schema, 'Secret__Share.ParentId')).toMatchObject({ referenceTo: ['Secret__c'], onDelete: 'cascade' });
    expect(object(schema, 'Secret__History').isCreateable).toBe(false);
    expect(object(schema, 'Secret__c').childRelationships.map((one) => one.name)).toEqual(
      expect.arrayContaining(['Shares', 'Histories']),
    );
  });
});

describe('kinds of objects', () => {
  const schema = buildSchema([
    sourceOf({
      ...objectFiles('Rule__mdt', '<label>Rule</label><pluralLabel>Rules</pluralLabel>', {
        Text__c: '<type>LongTextArea</type><length>1000</length>',
      }),
      ...objectFiles(
        'Happened__e',
        '<label>H</label><pluralLabel>H</pluralLabel><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior>',
        { Text__c: '<type>Text</type><length>9</length>' },
      ),
      ...objectFiles(
        'Levels__c',
        '<label>L</label><customSettingsType>Hierarchy</customSettingsType><visibility>Protected</visibility>',
      ),
      ...objectFiles('Names__c', '<label>N</label><customSettingsType>List</customSettingsType>'),
    }),
  ]);
  test.each<[string, Partial<ObjectInfo>]>([
    ['Rule__mdt', { kind: 'customMetadata', keyPrefix: 'm00', isCreateable: false }],
    ['Happened__e', { kind: 'platformEvent', keyPrefix: 'e00', publishBehavior: 'afterCommit', isQueryable: false }],
    ['Levels__c', { kind: 'hierarchySetting', isProtected: true }],
    ['Names__c', { kind: 'listSetting', isProtected: false }],
  ])('%s', (name, facts) => {
    expect(object(schema, name)).toMatchObject(facts);
  });
  test('settings belong to someone, metadata has names', () => {
    expect(field(schema, 'Levels__c.SetupOwnerId').referenceTo).toEqual(['Organization', 'Profile', 'User']);
    expect(field(schema, 'Rule__mdt.DeveloperName').length).toBe(40);
    expect(field(schema, 'Happened__e.ReplayId').isCreateable).toBe(false);
  });
});

test('values of a standard value set replace those of its fields', () => {
  const schema = buildSchema([
    sourceOf({
      'standardValueSets/OpportunityStage.standardValueSet-meta.xml':
        '<StandardValueSet><standardValue><fullName>Open</fullName><default>false</default><label>Open</label><closed>false</closed><forecastCategory>Pipeline</forecastCategory><probability>5</probability><won>false</won></standardValue></StandardValueSet>',
    }),
  ]);
  expect(field(schema, 'Opportunity.StageName').picklist).toEqual([
    {
      value: 'Open',
      label: 'Open',
      isDefault: false,
      isActive: true,
      stage: { probability: 5, isClosed: false, isWon: false, forecastCategory: 'Pipeline' },
    },
  ]);
});
