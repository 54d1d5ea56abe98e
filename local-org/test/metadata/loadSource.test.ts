import { describe, expect, test } from 'vitest';
import { namespaceOf, qualify, qualifyPath, withoutNamespace } from '../../src/metadata/names.ts';
import { parseXml } from '../../src/metadata/xml.ts';
import { sourceOf } from '../data/support/fakeOrg.ts';

describe('names of a namespaced tree', () => {
  test.each([
    ['Thing__c', 'ns__Thing__c'],
    ['Thing__r', 'ns__Thing__r'],
    ['Thing__mdt', 'ns__Thing__mdt'],
    ['Thing__Share', 'ns__Thing__Share'],
    ['Account', 'Account'],
    ['other__Thing__c', 'other__Thing__c'],
    ['My_Long_Name__e', 'ns__My_Long_Name__e'],
  ])('%s becomes %s', (name, qualified) => {
    expect(qualify(name, 'ns')).toBe(qualified);
  });
  test('paths part by part', () => {
    expect(qualifyPath('Thing__c.Account__r.Name', 'ns')).toBe('ns__Thing__c.ns__Account__r.Name');
  });
  test('and back', () => {
    expect([
      namespaceOf('ns__Thing__c'),
      namespaceOf('Thing__c'),
      namespaceOf('Account'),
      withoutNamespace('ns__Thing__c'),
    ]).toEqual(['ns', '', '', 'Thing__c']);
  });
});

test('a file that is no XML is refused with its place', () => {
  expect(() => parseXml('<a>\n<b></a>', 'x.xml')).toThrow(/^x\.xml:2:\d+: /);
});

const meta = (root: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${body}</${root}>`;

describe('a tree', () => {
  const tree = sourceOf(
    {
      'classes/Hello.cls': 'public class Hello {}',
      'classes/Hello.cls-meta.xml': meta('ApexClass', '<apiVersion>59.0</apiVersion><status>Active</status>'),
      'triggers/OnThing.trigger': 'trigger OnThing on Thing__c (before insert) {}',
      'objects/Thing__c/recordTypes/Big.recordType-meta.xml': meta(
        'RecordType',
        '<fullName>Big</fullName><active>true</active><label>Big one</label><picklistValues><picklist>Color__c</picklist><values><fullName>Dark %2D Red</fullName><default>true</default></values></picklistValues>',
      ),
      'objects/Thing__c/validationRules/R.validationRule-meta.xml': meta(
        'ValidationRule',
        '<fullName>R</fullName><active>true</active><errorConditionFormula>ISBLANK(Name)</errorConditionFormula><errorDisplayField>Color__c</errorDisplayField><errorMessage>No &amp; no</errorMessage>',
      ),
      'objects/Thing__c/fieldSets/S.fieldSet-meta.xml': meta(
        'FieldSet',
        '<fullName>S</fullName><label>S</label><displayedFields><field>Account__r.Name</field><isRequired>false</isRequired></displayedFields>',
      ),
      'customMetadata/Rule.First.md-meta.xml': meta(
        'CustomMetadata',
        '<label>First</label><protected>false</protected><values><field>Text__c</field><value xsi:type="xsd:string">a\n b</value></values><values><field>Blank__c</field><value xsi:nil="true"/></values>',
      ),
      'labels/CustomLabels.labels-meta.xml': meta(
        'CustomLabels',
        '<labels><fullName>Hi</fullName><language>en_US</language><protected>true</protected><shortDescription>Hi</shortDescription><value>Hello {0}</value></labels>',
      ),
      'translations/de.translation-meta.xml': meta(
        'Translations',
        '<customLabels><label>Hallo {0}</label><name>Hi</name></customLabels>',
      ),
      'permissionsets/Users.permissionset-meta.xml': meta(
        'PermissionSet',
        '<label>Users</label><classAccesses><apexClass>Hello</apexClass><enabled>true</enabled></classAccesses><objectPermissions><allowCreate>true</allowCreate><allowRead>true</allowRead><object>Thing__c</object></objectPermissions><fieldPermissions><editable>true</editable><field>Thing__c.Color__c</field><readable>true</readable></fieldPermissions><userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>',
      ),
      'queues/Line.queue-meta.xml': meta(
        'Queue',
        '<name>The line</name><queueSobject><sobjectType>Thing__c</sobjectType></queueSobject>',
      ),
      'staticresources/Data.resource-meta.xml': meta(
        'StaticResource',
        '<contentType>application/json</contentType><cacheControl>Public</cacheControl>',
      ),
      'staticresources/Data.json': '{}',
      'reports/R/X.report-meta.xml': meta('Report', ''),
    },
    'ns',
  );
  test('names what is custom with its namespace, references too', () => {
    const thing = tree.objects.get('ns__thing__c');
    expect(thing?.fieldSets[0]?.fields[0]?.path).toBe('ns__Account__r.Name');
    expect(thing?.validationRules[0]).toMatchObject({
      errorField: 'ns__Color__c',
      message: 'No & no',
      formula: 'ISBLANK(Name)',
    });
    expect([...(thing?.recordTypes[0]?.picklistValues ?? [])]).toEqual([
      ['ns__Color__c', [{ value: 'Dark - Red', isDefault: true }]],
    ]);
    expect(tree.permissions[0]).toMatchObject({
      name: 'Users',
      namespace: 'ns',
      classes: ['ns__Hello'],
      userPermissions: ['ApiEnabled'],
      objects: [{ object: 'ns__Thing__c', create: true, read: true, edit: false }],
      fields: [{ object: 'ns__Thing__c', field: 'ns__Color__c', isReadable: true, isEditable: true }],
    });
    expect(tree.queues[0]?.objects).toEqual(['ns__Thing__c']);
  });
  test('has its code with version, its texts, its records', () => {
    expect(tree.apex.map(({ kind, name, apiVersion }) => [kind, name, apiVersion])).toEqual([
      ['class', 'Hello', 59],
      ['trigger', 'OnThing', null],
    ]);
    expect(tree.labels[0]).toMatchObject({ name: 'Hi', value: 'Hello {0}', isProtected: true });
    expect(tree.translations[0]?.labels.get('Hi')).toBe('Hallo {0}');
    expect(tree.customMetadata[0]).toMatchObject({
      object: 'ns__Rule__mdt',
      developerName: 'First',
      values: [
        { field: 'ns__Text__c', type: 'xsd:string', text: 'a\n b' },
        { field: 'ns__Blank__c', text: null },
      ],
    });
    expect(new TextDecoder().decode(tree.staticResources[0]?.content ?? new Uint8Array())).toBe('{}');
  });
  test('lists what it does not read', () => {
    expect(tree.unread.map((one) => one.type)).toEqual(['report']);
  });
});

test('a plain metadata file holds the whole object', () => {
  const tree = sourceOf({
    'src/objects/Thing__c.object': meta(
      'CustomObject',
      '<label>Thing</label><pluralLabel>Things</pluralLabel><nameField><label>No</label><type>AutoNumber</type><displayFormat>T-{000}</displayFormat></nameField><fields><fullName>A__c</fullName><type>Picklist</type><picklist><picklistValues><fullName>x</fullName><default>true</default></picklistValues></picklist></fields>',
    ),
  });
  const thing = tree.objects.get('thing__c');
  expect(thing?.nameField).toMatchObject({ type: 'AutoNumber', displayFormat: 'T-{000}' });
  expect(thing?.fields[0]?.values?.[0]).toMatchObject({ fullName: 'x', isDefault: true });
});
