import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass, type Files } from '../support/apex.ts';
import { objectPermission, WORLD } from './fixture.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const MORE: Files = {
  'customPermissions/Export.customPermission-meta.xml': `${XML}<CustomPermission ${NS}><label>Export</label></CustomPermission>`,
  'customPermissions/Import.customPermission-meta.xml': `${XML}<CustomPermission ${NS}><label>Import</label></CustomPermission>`,
  'permissionsets/Exporter.permissionset-meta.xml': `${XML}<PermissionSet ${NS}><label>Exporter</label><customPermissions><enabled>true</enabled><name>Export</name></customPermissions>${objectPermission('Secret__c', 'cred')}<fieldPermissions><editable>true</editable><field>Secret__c.Open__c</field><readable>true</readable></fieldPermissions></PermissionSet>`,
  'mutingpermissionsets/Quiet.mutingpermissionset-meta.xml': `${XML}<MutingPermissionSet ${NS}><label>Quiet</label>${objectPermission('Secret__c', 'd')}<fieldPermissions><editable>true</editable><field>Secret__c.Open__c</field><readable>false</readable></fieldPermissions></MutingPermissionSet>`,
  'permissionsetgroups/Crew.permissionsetgroup-meta.xml': `${XML}<PermissionSetGroup ${NS}><label>Crew</label><mutingPermissionSets>Quiet</mutingPermissionSets><permissionSets>Exporter</permissionSets></PermissionSetGroup>`,
  'classes/Limited.cls': `public with sharing class Limited { public static Integer boards() { return [SELECT COUNT() FROM Board__c]; } }`,
};

const METHODS = {
  groupsGiveAndMute: `
    User member = People.make('member', 'Minimum Access - Salesforce');
    System.runAs(People.self()) {
      insert new PermissionSetAssignment(AssigneeId = member.Id, PermissionSetGroupId = [SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Crew'].Id);
    }
    System.runAs(member) {
      Schema.DescribeSObjectResult described = Secret__c.SObjectType.getDescribe();
      System.assert(described.isCreateable() && described.isUpdateable() && !described.isDeletable());
      System.assert(Secret__c.Open__c.getDescribe().isAccessible());
      System.assert(!Secret__c.Open__c.getDescribe().isUpdateable());
      System.assert(FeatureManagement.checkPermission('Export'));
      Secret__c row = new Secret__c(Name = 'x');
      insert as user row;
      try { delete as user row; System.assert(false); } catch (SecurityException error) { System.assertEquals('Access to entity \\'Secret__c\\' denied', error.getMessage()); }
      try { update as user new Secret__c(Id = row.Id, Open__c = 'y'); System.assert(false); } catch (DmlException error) { System.assertEquals(new List<String>{ 'Open__c' }, error.getDmlFieldNames(0)); }
    }`,
  anotherSetGivesWhatAGroupMutes: `
    User member = People.with('member', 'Worker');
    System.runAs(People.self()) {
      insert new PermissionSetAssignment(AssigneeId = member.Id, PermissionSetGroupId = [SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Crew'].Id);
    }
    System.runAs(member) { System.assert(Secret__c.SObjectType.getDescribe().isDeletable()); System.assert(Secret__c.Open__c.getDescribe().isUpdateable()); }`,
  customPermissions: `
    System.runAs(People.with('holder', 'Exporter')) {
      System.assert(FeatureManagement.checkPermission('Export'));
      System.assert(!FeatureManagement.checkPermission('Import'));
      System.assert(!FeatureManagement.checkPermission('Nothing_Like_It'));
    }
    System.runAs(People.with('other', 'Worker')) { System.assert(!FeatureManagement.checkPermission('Export')); }`,
  customPermissionsEndWithTheAssignment: `
    User holder = People.with('holder', 'Exporter');
    System.runAs(People.self()) { delete [SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = :holder.Id AND PermissionSet.Name = 'Exporter']; }
    System.runAs(holder) { System.assert(!FeatureManagement.checkPermission('Export')); }`,
  permissionsGivenInATest: `
    User member = People.make('member', 'Minimum Access - Salesforce');
    System.runAs(People.self()) {
      PermissionSet made = new PermissionSet(Name = 'Made', Label = 'Made');
      insert made;
      insert new ObjectPermissions(ParentId = made.Id, SobjectType = 'Secret__c', PermissionsRead = true, PermissionsCreate = true);
      insert new FieldPermissions(ParentId = made.Id, SobjectType = 'Secret__c', Field = 'Secret__c.Hidden__c', PermissionsRead = true, PermissionsEdit = true);
      insert new SetupEntityAccess(ParentId = made.Id, SetupEntityId = [SELECT Id FROM CustomPermission WHERE DeveloperName = 'Import'].Id);
      insert new PermissionSetAssignment(AssigneeId = member.Id, PermissionSetId = made.Id);
    }
    System.runAs(member) {
      insert as user new Secret__c(Name = 'x', Hidden__c = 'h');
      System.assertEquals('h', [SELECT Hidden__c FROM Secret__c WITH USER_MODE].Hidden__c);
      System.assert(FeatureManagement.checkPermission('Import'));
    }`,
  runAsKeepsWhatItDid: `
    User other = People.with('other', 'Worker');
    System.runAs(other) {
      System.assertEquals(other.Id, UserInfo.getUserId());
      insert new Secret__c(Name = 'theirs');
    }
    Secret__c row = [SELECT OwnerId, CreatedById FROM Secret__c];
    System.assertEquals(other.Id, row.OwnerId);
    System.assertEquals(other.Id, row.CreatedById);
    System.assertNotEquals(other.Id, UserInfo.getUserId());`,
  runAsComesBackFromAnException: `
    Id before = UserInfo.getUserId();
    User other = People.with('other', 'Worker');
    try {
      System.runAs(other) { insert new Secret__c(Name = 'kept'); throw new IllegalArgumentException('out'); }
    } catch (IllegalArgumentException error) {
      System.assertEquals(before, UserInfo.getUserId());
    }
    System.assertEquals(1, [SELECT COUNT() FROM Secret__c]);`,
  runAsNests: `
    User one = People.with('one', 'Worker');
    User two = People.with('two', 'Worker');
    System.runAs(one) {
      System.runAs(two) { System.assertEquals(two.Id, UserInfo.getUserId()); }
      System.assertEquals(one.Id, UserInfo.getUserId());
    }`,
  runAsCanBeRolledBack: `
    User other = People.with('other', 'Worker');
    Savepoint before = Database.setSavepoint();
    System.runAs(other) { insert new Secret__c(Name = 'gone'); }
    Database.rollback(before);
    System.assertEquals(0, [SELECT COUNT() FROM Secret__c]);`,
  runAsParts: `
    insert new Account(Name = 'x');
    try { insert new UserRole(Name = 'r', DeveloperName = 'r'); System.assert(false); }
    catch (DmlException error) { System.assertEquals(StatusCode.MIXED_DML_OPERATION, error.getDmlType(0)); }
    System.runAs(People.self()) { insert new UserRole(Name = 'r', DeveloperName = 'r'); }
    insert new Account(Name = 'y');`,
  runAsPartsTheOtherWay: `
    insert new UserRole(Name = 'r', DeveloperName = 'r');
    try { insert new Account(Name = 'x'); System.assert(false); }
    catch (DmlException error) {
      System.assertEquals('DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): Account, original object: UserRole', error.getDmlMessage(0));
    }
    System.runAs(People.self()) { insert new Account(Name = 'x'); }`,
  guestsSeeOnlyWhatGuestRulesGive: `
    List<User> guests = [SELECT Id FROM User WHERE UserType = 'Guest'];
    insert new Board__c(Name = 'b');
    for (User guest : guests) { System.runAs(guest) { System.assertEquals(0, Limited.boards()); } }`,
  automatedProcessIsAUser: `
    User machine = [SELECT Id, Name, UserType FROM User WHERE UserType = 'AutomatedProcess'];
    System.assertEquals('Automated Process', machine.Name);`,
};

test('groups mute, custom permissions are checked, runAs comes and goes', async () => {
  const org = await orgOf({ ...WORLD, ...MORE, 'classes/UsersTest.cls': testClass('UsersTest', METHODS) });
  expect(org.compileErrors.map((error) => error.message)).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(METHODS));
}, 60_000);
