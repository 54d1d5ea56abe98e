import { expect, test } from 'vitest';
import { allPass, objectXml, orgOf, outcomes, testClass, textFieldXml, type Files } from '../support/apex.ts';

const permissionSet = (label: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>${label}</label>${body}</PermissionSet>`;
const objectPermission = (object: string, rights: string): string =>
  `<objectPermissions>${['Create', 'Delete', 'Edit', 'Read'].map((right) => `<allow${right}>${rights.includes(right.charAt(0).toLowerCase())}</allow${right}>`).join('')}<modifyAllRecords>${rights.includes('m')}</modifyAllRecords><object>${object}</object><viewAllRecords>${rights.includes('v')}</viewAllRecords></objectPermissions>`;
const fieldPermission = (field: string, canEdit: boolean): string =>
  `<fieldPermissions><editable>${canEdit}</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;

const SOURCE: Files = {
  'objects/Thing__c/Thing__c.object-meta.xml': objectXml('Thing', 'Private'),
  'objects/Thing__c/fields/Open__c.field-meta.xml': textFieldXml('Open__c'),
  'objects/Thing__c/fields/Secret__c.field-meta.xml': textFieldXml('Secret__c'),
  'customPermissions/Export.customPermission-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><CustomPermission xmlns="http://soap.sforce.com/2006/04/metadata"><label>Export</label></CustomPermission>',
  'permissionsets/Reader.permissionset-meta.xml': permissionSet(
    'Reader',
    objectPermission('Thing__c', 'r') + fieldPermission('Thing__c.Open__c', false),
  ),
  'permissionsets/Editor.permissionset-meta.xml': permissionSet(
    'Editor',
    objectPermission('Thing__c', 'cred') +
      fieldPermission('Thing__c.Open__c', true) +
      '<customPermissions><enabled>true</enabled><name>Export</name></customPermissions>',
  ),
  'mutingpermissionsets/Mute.mutingpermissionset-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><MutingPermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Mute</label>' +
    objectPermission('Thing__c', 'd') +
    '</MutingPermissionSet>',
  'permissionsetgroups/Team.permissionsetgroup-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><PermissionSetGroup xmlns="http://soap.sforce.com/2006/04/metadata"><label>Team</label><mutingPermissionSets>Mute</mutingPermissionSets><permissionSets>Editor</permissionSets></PermissionSetGroup>',
  'classes/People.cls': `@IsTest public class People {
    public static User make(String alias, String profile) {
      User made = new User(Alias = alias, LastName = alias, Username = alias + '@people.example', Email = alias + '@people.example', ProfileId = [SELECT Id FROM Profile WHERE Name = :profile].Id,
        TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
      System.runAs(new User(Id = UserInfo.getUserId())) { insert made; }
      return made;
    }
    public static User with(String alias, String permissionSet) {
      User made = make(alias, 'Minimum Access - Salesforce');
      System.runAs(new User(Id = UserInfo.getUserId())) {
        insert new PermissionSetAssignment(AssigneeId = made.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = :permissionSet].Id);
      }
      return made;
    }
  }`,
  'classes/Shared.cls': `public with sharing class Shared { public static Integer count() { return [SELECT COUNT() FROM Thing__c]; } public static void change(Thing__c row) { update row; } }`,
  'classes/Newer.cls': `public without sharing class Newer {
    public static void changeInSystemMode(Thing__c row) { Database.update(row, AccessLevel.SYSTEM_MODE); }
    public static void changeInUserMode(Thing__c row) { Database.update(row); }
  }`,
  'classes/Newer.cls-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>',
  'classes/Unshared.cls': `public without sharing class Unshared { public static Integer count() { return [SELECT COUNT() FROM Thing__c]; } }`,
};

const METHODS = {
  describesFollowTheUser: `
    System.runAs(People.with('reader', 'Reader')) {
      System.assert(Thing__c.SObjectType.getDescribe().isAccessible());
      System.assert(!Thing__c.SObjectType.getDescribe().isCreateable());
      System.assert(Thing__c.Open__c.getDescribe().isAccessible());
      System.assert(!Thing__c.Open__c.getDescribe().isUpdateable());
      System.assert(!Thing__c.Secret__c.getDescribe().isAccessible());
      System.assert(!Account.SObjectType.getDescribe().isAccessible());
    }
    System.runAs(People.make('none', 'Minimum Access - Salesforce')) {
      System.assert(!Thing__c.SObjectType.getDescribe().isAccessible());
    }
    System.runAs(People.make('stand', 'Standard User')) {
      System.assert(Account.SObjectType.getDescribe().isCreateable());
      System.assert(Account.Industry.getDescribe().isUpdateable());
      System.assert(!Thing__c.SObjectType.getDescribe().isAccessible());
    }`,
  userModeQueryHidesObjectsAndFields: `
    User reader = People.with('reader', 'Reader');
    System.runAs(reader) {
      List<Thing__c> rows = [SELECT Open__c FROM Thing__c WITH USER_MODE];
      try {
        rows = [SELECT Secret__c FROM Thing__c WITH USER_MODE];
        System.assert(false);
      } catch (QueryException error) {
        System.assert(error.getMessage().contains('Secret__c'), error.getMessage());
      }
    }`,
  userModeDmlIsRefused: `
    System.runAs(People.with('reader', 'Reader')) {
      try {
        Database.insert(new Thing__c(Name = 'x'), AccessLevel.USER_MODE);
        System.assert(false);
      } catch (SecurityException error) {
        System.assertEquals('Access to entity \\'Thing__c\\' denied', error.getMessage());
      }
    }`,
  systemModeOfACallLeavesSharingToTheClass: `
    User first = People.with('first', 'Editor');
    Thing__c mine = new Thing__c(Name = 'mine');
    System.runAs(first) { insert mine; }
    System.runAs(People.with('second', 'Editor')) {
      Newer.changeInSystemMode(new Thing__c(Id = mine.Id, Name = 'changed'));
      try {
        Newer.changeInUserMode(new Thing__c(Id = mine.Id, Name = 'refused'));
        System.assert(false);
      } catch (DmlException error) {
        System.assertEquals(StatusCode.INSUFFICIENT_ACCESS_OR_READONLY, error.getDmlType(0));
      }
    }
    System.assertEquals('changed', [SELECT Name FROM Thing__c].Name);`,
  groupGivesWhatItDoesNotMute: `
    User member = People.make('member', 'Minimum Access - Salesforce');
    System.runAs(new User(Id = UserInfo.getUserId())) {
      insert new PermissionSetAssignment(AssigneeId = member.Id, PermissionSetGroupId = [SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Team'].Id);
    }
    System.runAs(member) {
      System.assert(Thing__c.SObjectType.getDescribe().isCreateable());
      System.assert(!Thing__c.SObjectType.getDescribe().isDeletable());
      System.assert(FeatureManagement.checkPermission('Export'));
    }
    System.assert(!FeatureManagement.checkPermission('Export'));`,
  sharingIsPrivateToOwners: `
    User first = People.with('first', 'Editor');
    User second = People.with('second', 'Editor');
    System.runAs(first) { insert new Thing__c(Name = 'mine'); }
    System.runAs(second) {
      System.assertEquals(0, Shared.count());
      System.assertEquals(1, Unshared.count());
    }
    System.runAs(first) { System.assertEquals(1, Shared.count()); }
    System.assertEquals(1, Shared.count());`,
  manualShareOpensARow: `
    User first = People.with('first', 'Editor');
    User second = People.with('second', 'Editor');
    Thing__c row = new Thing__c(Name = 'mine');
    System.runAs(first) {
      insert row;
      insert new Thing__Share(ParentId = row.Id, UserOrGroupId = second.Id, AccessLevel = 'Read', RowCause = 'Manual');
    }
    System.runAs(second) {
      System.assertEquals(1, Shared.count());
      try { Shared.change(row); System.assert(false); } catch (DmlException error) { System.assertEquals(StatusCode.INSUFFICIENT_ACCESS_OR_READONLY, error.getDmlType(0)); }
      UserRecordAccess access = [SELECT RecordId, HasReadAccess, HasEditAccess FROM UserRecordAccess WHERE UserId = :second.Id AND RecordId = :row.Id];
      System.assert(access.HasReadAccess);
      System.assert(!access.HasEditAccess);
    }`,
  managersSeeWhatIsBelow: `
    UserRole top = new UserRole(Name = 'Top', DeveloperName = 'TopRole');
    UserRole below = new UserRole(Name = 'Below', DeveloperName = 'BelowRole');
    User boss; User worker;
    System.runAs(new User(Id = UserInfo.getUserId())) {
      insert top;
      below.ParentRoleId = top.Id;
      insert below;
      boss = People.with('boss', 'Editor');
      worker = People.with('worker', 'Editor');
      boss.UserRoleId = top.Id;
      worker.UserRoleId = below.Id;
      update new List<User>{ boss, worker };
    }
    System.runAs(worker) { insert new Thing__c(Name = 'work'); }
    System.runAs(boss) { System.assertEquals(1, Shared.count()); }`,
  stripInaccessibleTakesFieldsOut: `
    insert new Thing__c(Name = 'x', Open__c = 'o', Secret__c = 's');
    List<Thing__c> rows = [SELECT Name, Open__c, Secret__c FROM Thing__c];
    System.runAs(People.with('reader', 'Reader')) {
      SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, rows);
      Thing__c stripped = (Thing__c) decision.getRecords()[0];
      System.assertEquals('o', stripped.Open__c);
      System.assert(!stripped.isSet('Secret__c'));
      System.assertEquals(new Set<String>{ 'Secret__c' }, decision.getRemovedFields().get('Thing__c'));
      try {
        Security.stripInaccessible(AccessType.CREATABLE, rows);
        System.assert(false);
      } catch (NoAccessException error) {
        System.assertEquals('No access to entity: Thing__c', error.getMessage());
      }
    }`,
  stripInaccessibleTakesEmptyFieldsOut: `
    insert new Thing__c(Name = 'x', Open__c = 'o');
    List<Thing__c> rows = [SELECT Open__c, Secret__c FROM Thing__c];
    System.runAs(People.with('reader', 'Reader')) {
      SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, rows);
      System.assertEquals(new Set<String>{ 'Secret__c' }, decision.getRemovedFields().get('Thing__c'));
      try {
        Object secret = ((Thing__c) decision.getRecords()[0]).Secret__c;
        System.assert(false);
      } catch (SObjectException error) {
        System.assert(error.getMessage().contains('Secret__c'), error.getMessage());
      }
    }`,
  standardProfilesLeaveSomeRightsOut: `
    System.runAs(People.make('market', 'Marketing User')) {
      System.assert(Schema.SObjectType.Case.isUpdateable());
      System.assert(!Schema.SObjectType.Case.isDeletable());
      System.assert(!Schema.SObjectType.Idea.isUpdateable());
      System.assert(Schema.SObjectType.Campaign.isDeletable());
      System.assert(Schema.SObjectType.Account.fields.Tradestyle.isAccessible());
      System.assert(!Schema.SObjectType.Account.fields.Tradestyle.isUpdateable());
    }
    System.runAs(People.make('standard', 'Standard User')) {
      System.assert(!Schema.SObjectType.Campaign.isCreateable());
      System.assert(Schema.SObjectType.Account.isDeletable());
    }`,
  runAsComesBack: `
    Id before = UserInfo.getUserId();
    User other = People.make('other', 'Standard User');
    System.runAs(other) { System.assertEquals(other.Id, UserInfo.getUserId()); }
    System.assertEquals(before, UserInfo.getUserId());`,
  setupAndOtherRowsDoNotMix: `
    insert new Account(Name = 'x');
    try {
      insert new UserRole(Name = 'r', DeveloperName = 'r');
      System.assert(false);
    } catch (DmlException error) {
      System.assert(error.getMessage().contains('MIXED_DML_OPERATION'), error.getMessage());
    }
    System.runAs(new User(Id = UserInfo.getUserId())) { insert new UserRole(Name = 'r', DeveloperName = 'r'); }`,
};

test('permissions and sharing as a test class sees them', async () => {
  const org = await orgOf({ ...SOURCE, 'classes/AccessTest.cls': testClass('AccessTest', METHODS) });
  expect(org.compileErrors.map((error) => error.message)).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(METHODS));
});

test('code of API 67 runs in user mode and with sharing', async () => {
  const methods = {
    queryIsInUserMode: `
      insert as system new Thing__c(Name = 'x', Secret__c = 's');
      System.runAs(People.with('reader', 'Reader')) {
        try { List<Thing__c> rows = [SELECT Secret__c FROM Thing__c]; System.assert(false); } catch (QueryException error) { System.assert(error.getMessage().contains('Secret__c')); }
        System.assertEquals(0, [SELECT COUNT() FROM Thing__c]);
      }`,
  };
  const org = await orgOf({ ...SOURCE, 'classes/ModeTest.cls': testClass('ModeTest', methods) }, { apiVersion: 67 });
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
});
