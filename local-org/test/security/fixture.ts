/** A small org with one object of each kind of access, permission sets that grant one right each, and people. */
import { objectXml, textFieldXml, type Files } from '../support/apex.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const RIGHTS = {
  allowCreate: 'c',
  allowDelete: 'd',
  allowEdit: 'e',
  allowRead: 'r',
  modifyAllRecords: 'm',
  viewAllRecords: 'v',
};

export const objectPermission = (object: string, rights: string): string =>
  `<objectPermissions>${Object.entries(RIGHTS)
    .map(([tag, letter]) => `<${tag}>${rights.includes(letter)}</${tag}>`)
    .join('')}<object>${object}</object></objectPermissions>`;
export const fieldPermission = (field: string, canEdit: boolean): string =>
  `<fieldPermissions><editable>${canEdit}</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;
export const permissionSet = (name: string, body: string): Files => ({
  [`permissionsets/${name}.permissionset-meta.xml`]: `${XML}<PermissionSet ${NS}><label>${name}</label>${body}</PermissionSet>`,
});

const object = (name: string, sharing: string): Files => ({
  [`objects/${name}/${name}.object-meta.xml`]: objectXml(name.replace('__c', ''), sharing),
});
const field = (of: string, name: string): Files => ({
  [`objects/${of}/fields/${name}.field-meta.xml`]: textFieldXml(name),
});
const reference = (of: string, name: string, to: string, type: string, relationship: string): Files => ({
  [`objects/${of}/fields/${name}.field-meta.xml`]: `${XML}<CustomField ${NS}><fullName>${name}</fullName><label>${name}</label><type>${type}</type><referenceTo>${to}</referenceTo><relationshipName>${relationship}</relationshipName>${type === 'MasterDetail' ? '<relationshipOrder>0</relationshipOrder><reparentableMasterDetail>false</reparentableMasterDetail><writeRequiresMasterRead>false</writeRequiresMasterRead>' : '<deleteConstraint>SetNull</deleteConstraint>'}</CustomField>`,
});

const ALL_OBJECTS = ['Secret__c', 'Notice__c', 'Board__c', 'Part__c'];
const everything = (rights: string, canEdit: boolean): string =>
  ALL_OBJECTS.map((name) => objectPermission(name, rights)).join('') +
  fieldPermission('Secret__c.Open__c', canEdit) +
  fieldPermission('Secret__c.Board__c', canEdit);

/** Secret__c is private, Notice__c public to read, Board__c public to write, Part__c a detail of Secret__c. */
export const WORLD: Files = {
  ...object('Secret__c', 'Private'),
  ...field('Secret__c', 'Open__c'),
  ...field('Secret__c', 'Hidden__c'),
  ...reference('Secret__c', 'Board__c', 'Board__c', 'Lookup', 'Secrets'),
  ...object('Notice__c', 'Read'),
  ...object('Board__c', 'ReadWrite'),
  ...object('Part__c', 'ControlledByParent'),
  ...reference('Part__c', 'Secret__c', 'Secret__c', 'MasterDetail', 'Parts'),
  ...permissionSet('Worker', everything('cred', true)),
  ...permissionSet('Reader', everything('r', false)),
  ...permissionSet('Creator', everything('cr', true)),
  ...permissionSet('Editor', everything('re', true)),
  ...permissionSet('Viewer', everything('rv', false)),
  ...permissionSet('Modifier', everything('credvm', true)),
  ...permissionSet('All_Viewer', '<userPermissions><enabled>true</enabled><name>ViewAllData</name></userPermissions>'),
  'roles/Top.role-meta.xml': `${XML}<Role ${NS}><caseAccessLevel>None</caseAccessLevel><contactAccessLevel>None</contactAccessLevel><mayForecastManagerShare>false</mayForecastManagerShare><name>Top</name><opportunityAccessLevel>None</opportunityAccessLevel></Role>`,
  'classes/People.cls': `@IsTest public class People {
    public static User self() { return new User(Id = UserInfo.getUserId()); }
    public static User make(String alias, String profile) {
      User made = new User(Alias = alias, LastName = alias, Username = alias + '@people.example', Email = alias + '@people.example', ProfileId = [SELECT Id FROM Profile WHERE Name = :profile].Id,
        TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
      System.runAs(self()) { insert made; }
      return made;
    }
    public static User with(String alias, String permissionSet) {
      User made = make(alias, 'Minimum Access - Salesforce');
      assign(made, permissionSet);
      return made;
    }
    public static void assign(User member, String permissionSet) {
      System.runAs(self()) {
        insert new PermissionSetAssignment(AssigneeId = member.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = :permissionSet].Id);
      }
    }
    public static Secret__c owned(User owner, String name) {
      Secret__c row = new Secret__c(Name = name, OwnerId = owner.Id, Open__c = 'o', Hidden__c = 'h');
      insert row;
      return row;
    }
  }`,
  'classes/Closed.cls': `public with sharing class Closed {
    public static Integer count() { return [SELECT COUNT() FROM Secret__c]; }
    public static void change(SObject row) { update row; }
    public static void remove(SObject row) { delete row; }
    public static Integer viaHeir() { return Heir.count(); }
    public static Integer viaPlain() { return Plain.count(); }
    public static Integer viaOpened() { return Opened.count(); }
    public class Within { public Integer count() { return [SELECT COUNT() FROM Secret__c]; } }
  }`,
  'classes/Opened.cls': `public without sharing class Opened {
    public static Integer count() { return [SELECT COUNT() FROM Secret__c]; }
    public static Integer userMode() { return [SELECT COUNT() FROM Secret__c WITH USER_MODE]; }
    public static void change(SObject row) { update row; }
    public static Integer viaHeir() { return Heir.count(); }
    public static Integer viaPlain() { return Plain.count(); }
    public static Integer viaClosed() { return Closed.count(); }
  }`,
  'classes/Heir.cls': `public inherited sharing class Heir { public static Integer count() { return [SELECT COUNT() FROM Secret__c]; } }`,
  'classes/Plain.cls': `public class Plain { public static Integer count() { return [SELECT COUNT() FROM Secret__c]; } }`,
};
