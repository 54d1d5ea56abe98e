import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { LocalOrg } from '../../src/index.ts';
import { sourceTree, type Files } from '../support/apex.ts';

const xml = (type: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`;
const object = (more = ''): string =>
  xml(
    'CustomObject',
    `<deploymentStatus>Deployed</deploymentStatus><label>Trip</label><pluralLabel>Trips</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>${more}`,
  );
const rights = (edit: boolean): string =>
  `<objectPermissions><allowCreate>${edit}</allowCreate><allowDelete>false</allowDelete><allowEdit>${edit}</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Trip__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
const set = (body: string): string => xml('PermissionSet', `<label>Riders</label>${body}`);
const recordType = (name: string): string =>
  xml('RecordType', `<active>true</active><fullName>${name}</fullName><label>${name}</label>`);
const type = (manageability: string): string =>
  xml(
    'CustomField',
    `<fullName>Value__c</fullName><fieldManageability>${manageability}</fieldManageability><label>Value</label><length>20</length><type>Text</type>`,
  );
const record = (value: string): string =>
  xml(
    'CustomMetadata',
    `<label>Speed</label><values><field>Value__c</field><value xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xsi:type="xsd:string">${value}</value></values>`,
  );

const folders: string[] = [];
afterEach(() => {
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'local-org-deployment-'));
  folders.push(made);
  return made;
}
async function start(store: string, files: Files, namespace = ''): Promise<LocalOrg> {
  const { directory, remove } = sourceTree({ 'objects/Trip__c/Trip__c.object-meta.xml': object(), ...files });
  const org = await LocalOrg.create({ sources: [{ directory, namespace }], store });
  remove();
  return org;
}
const PEOPLE = `Profile p = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
  User u = new User(LastName = 'Rider', Alias = 'rider', Email = 'r@x.example', Username = 'r@x.example', ProfileId = p.Id, TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
  insert u;
  insert new PermissionSetAssignment(AssigneeId = u.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Riders'].Id);`;

test('a changed permission set counts at the next start, and whoever has it keeps it', async () => {
  const store = folder();
  const first = await start(store, { 'permissionsets/Riders.permissionset-meta.xml': set(rights(false)) });
  expect(first.execute(PEOPLE).message).toBeNull();
  const userId = first.query("SELECT Id FROM User WHERE Alias = 'rider'").rows[0]!.id!;
  const insert = "insert as user new Trip__c(Name = 'x');";
  expect(first.execute(insert, { userId }).message).toContain("Access to entity 'Trip__c' denied");
  first.close();

  const second = await start(store, {
    'permissionsets/Riders.permissionset-meta.xml': set(rights(true)),
    'permissionsets/More.permissionset-meta.xml': set(''),
  });
  expect(second.execute(insert, { userId }).message).toBeNull();
  expect(second.count("SELECT COUNT() FROM PermissionSet WHERE Name IN ('Riders', 'More')")).toBe(2);
  expect(second.count("SELECT COUNT() FROM ObjectPermissions WHERE Parent.Name = 'Riders'")).toBe(1);
  second.close();

  const third = await start(store, { 'permissionsets/More.permissionset-meta.xml': set('') });
  expect(
    third.count(
      "SELECT COUNT() FROM PermissionSetAssignment WHERE AssigneeId = '" +
        userId +
        "' AND PermissionSet.IsOwnedByProfile = false",
    ),
  ).toBe(0);
  expect(third.execute(insert, { userId }).message).not.toBeNull();
  third.close();
});

test('what people made stays, also beside what the source brings', async () => {
  const store = folder();
  const files = { 'permissionsets/Riders.permissionset-meta.xml': set(rights(false)) };
  const first = await start(store, files);
  first.execute(
    "insert new PermissionSet(Name = 'Own', Label = 'Own'); insert new ObjectPermissions(ParentId = [SELECT Id FROM PermissionSet WHERE Name = 'Own'].Id, SobjectType = 'Trip__c', PermissionsRead = true);",
  );
  const before = JSON.stringify(
    first.query('SELECT Id, Name FROM PermissionSet ORDER BY Id').rows.map((row) => row.id),
  );
  first.close();
  const second = await start(store, files);
  expect(JSON.stringify(second.query('SELECT Id, Name FROM PermissionSet ORDER BY Id').rows.map((row) => row.id))).toBe(
    before,
  );
  expect(second.count("SELECT COUNT() FROM ObjectPermissions WHERE Parent.Name = 'Own'")).toBe(1);
  second.close();
});

test('new notification types, classes and record types arrive, with ids of record types that stay', async () => {
  const store = folder();
  const first = await start(store, { 'objects/Trip__c/recordTypes/Long.recordType-meta.xml': recordType('Long') });
  const id = first.query("SELECT Id FROM RecordType WHERE DeveloperName = 'Long'").rows[0]!.id!;
  expect(first.execute(`insert new Trip__c(Name = 'x', RecordTypeId = '${id}');`).message).toBeNull();
  first.close();
  const second = await start(store, {
    'objects/Trip__c/recordTypes/Day.recordType-meta.xml': recordType('Day'),
    'objects/Trip__c/recordTypes/Long.recordType-meta.xml': recordType('Long'),
    'notificationtypes/Late.notiftype-meta.xml': xml(
      'CustomNotificationType',
      '<customNotifTypeName>Late</customNotifTypeName><desktop>true</desktop><masterLabel>Late</masterLabel><mobile>true</mobile>',
    ),
    'classes/Late.cls': 'public class Late { public static Integer one() { return 1; } }',
  });
  expect(second.count("SELECT COUNT() FROM Trip__c WHERE RecordType.DeveloperName = 'Long'")).toBe(1);
  expect(second.count("SELECT COUNT() FROM RecordType WHERE SobjectType = 'Trip__c'")).toBe(2);
  expect(second.count("SELECT COUNT() FROM CustomNotificationType WHERE DeveloperName = 'Late'")).toBe(1);
  expect(second.count("SELECT COUNT() FROM ApexClass WHERE Name = 'Late'")).toBe(1);
  second.close();
});

test.each([
  ['DeveloperControlled', 'two'],
  ['SubscriberControlled', 'one'],
])(
  'an upgrade changes what the developer controls, and not what the subscriber does: %s',
  async (manageability, expected) => {
    const store = folder();
    const files = (value: string): Files => ({
      'objects/Rule__mdt/Rule__mdt.object-meta.xml': xml(
        'CustomObject',
        '<label>Rule</label><pluralLabel>Rules</pluralLabel><visibility>Public</visibility>',
      ),
      'objects/Rule__mdt/fields/Value__c.field-meta.xml': type(manageability),
      'customMetadata/Rule.Speed.md-meta.xml': record(value),
    });
    (await start(store, files('one'), 'ns')).close();
    const second = await start(store, files('two'), 'ns');
    expect(second.query('SELECT ns__Value__c FROM ns__Rule__mdt').rows.map((row) => row.peek('ns__Value__c'))).toEqual([
      expected,
    ]);
    second.close();
  },
);

test('rows keep their ids valid when an object arrives that would come before theirs', async () => {
  const store = folder();
  const first = await start(store, {});
  first.execute("insert new Trip__c(Name = 'Harbor');");
  first.close();

  const later = await start(store, { 'objects/Arrival__c/Arrival__c.object-meta.xml': object() });

  const outcome = later.execute(`Trip__c trip = [SELECT Id FROM Trip__c];
    update new Trip__c(Id = trip.Id, Name = 'Lake');
    System.assertEquals(Trip__c.SObjectType, trip.Id.getSObjectType());
    System.assertEquals('Lake', [SELECT Name FROM Trip__c].Name);`);
  expect(outcome.message).toBeNull();
});
