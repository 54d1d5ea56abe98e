import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass, type Files } from '../support/apex.ts';
import { WORLD } from './fixture.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const RULES: Files = {
  'groups/Friends.group-meta.xml': `${XML}<Group ${NS}><doesIncludeBosses>false</doesIncludeBosses><name>Friends</name></Group>`,
  'sharingRules/Secret__c.sharingRules-meta.xml': `${XML}<SharingRules ${NS}>
    <sharingCriteriaRules><fullName>Public</fullName><accessLevel>Read</accessLevel><label>Public</label><sharedTo><group>Friends</group></sharedTo><criteriaItems><field>Open__c</field><operation>equals</operation><value>public</value></criteriaItems><includeRecordsOwnedByAll>true</includeRecordsOwnedByAll></sharingCriteriaRules>
    <sharingOwnerRules><fullName>Team</fullName><accessLevel>Edit</accessLevel><label>Team</label><sharedTo><group>Friends</group></sharedTo><sharedFrom><role>Top</role></sharedFrom></sharingOwnerRules>
  </SharingRules>`,
};

const TWO = "User first = People.with('first', 'Worker'); User second = People.with('second', 'Worker');";
const denied = (
  statement: string,
  code = 'INSUFFICIENT_ACCESS_OR_READONLY',
  text = 'insufficient access rights on object id',
): string =>
  `try { ${statement} System.assert(false, 'nothing was refused'); } catch (DmlException error) { System.assertEquals(StatusCode.${code}, error.getDmlType(0)); System.assertEquals('${text}', error.getDmlMessage(0)); }`;
const ROLES = `
  UserRole top = new UserRole(Name = 'Upper', DeveloperName = 'Upper');
  UserRole middle = new UserRole(Name = 'Middle', DeveloperName = 'Middle');
  UserRole low = new UserRole(Name = 'Lower', DeveloperName = 'Lower');
  System.runAs(People.self()) {
    insert top; middle.ParentRoleId = top.Id; insert middle; low.ParentRoleId = middle.Id; insert low;
  }`;
const give = (user: string, role: string): string =>
  `System.runAs(People.self()) { ${user}.UserRoleId = ${role}.Id; update ${user}; }`;

const METHODS = {
  privateRowsAreTheOwners: `${TWO}
    Secret__c row = People.owned(first, 'row');
    System.runAs(first) { System.assertEquals(1, Closed.count()); Closed.change(new Secret__c(Id = row.Id, Name = 'x')); }
    System.runAs(second) {
      System.assertEquals(0, Closed.count());
      System.assertEquals(1, Opened.count());
      ${denied("Closed.change(new Secret__c(Id = row.Id, Name = 'y'));")}
      ${denied('Closed.remove(row);')}
      Opened.change(new Secret__c(Id = row.Id, Name = 'z'));
    }`,
  userModeEnforcesSharingInsideWithoutSharing: `${TWO}
    Secret__c row = People.owned(first, 'row');
    System.runAs(second) {
      System.assertEquals(0, Opened.userMode());
      ${denied("update as user new Secret__c(Id = row.Id, Name = 'y');")}
      System.assertEquals(0, Database.query('SELECT Id FROM Secret__c', AccessLevel.USER_MODE).size());
    }`,
  publicReadIsNotPublicWrite: `${TWO}
    Notice__c row;
    System.runAs(first) { row = new Notice__c(Name = 'n'); insert row; }
    System.runAs(second) {
      System.assertEquals(1, [SELECT COUNT() FROM Notice__c WITH USER_MODE]);
      ${denied("Closed.change(new Notice__c(Id = row.Id, Name = 'y'));")}
      ${denied('Closed.remove(row);')}
    }`,
  publicWriteIsNotPublicDelete: `${TWO}
    Board__c row;
    System.runAs(first) { row = new Board__c(Name = 'b'); insert row; }
    System.runAs(second) {
      Closed.change(new Board__c(Id = row.Id, Name = 'y'));
      ${denied('Closed.remove(row);')}
    }
    System.runAs(first) { Closed.remove(row); }`,
  callersDecideForInheritedSharing: `${TWO}
    People.owned(first, 'row');
    System.runAs(second) {
      System.assertEquals(0, Closed.viaHeir());
      System.assertEquals(1, Opened.viaHeir());
      System.assertEquals(0, Closed.viaPlain());
      System.assertEquals(1, Opened.viaPlain());
      System.assertEquals(0, Opened.viaClosed());
      System.assertEquals(1, Closed.viaOpened());
      System.assertEquals(1, Plain.count());
    }`,
  innerClassesHaveTheirOwnSharing: `${TWO}
    People.owned(first, 'row');
    System.runAs(second) { System.assertEquals(1, new Closed.Within().count()); }`,
  rolesAboveSeeAndChangeAll: `${TWO} ${ROLES} ${give('first', 'low')} ${give('second', 'top')}
    User beside = People.with('beside', 'Worker');
    ${give('beside', 'low')}
    Secret__c row = People.owned(first, 'row');
    System.runAs(second) { System.assertEquals(1, Closed.count()); Closed.change(new Secret__c(Id = row.Id, Name = 'y')); Closed.remove(row); }
    row = People.owned(second, 'upper');
    System.runAs(first) { System.assertEquals(0, Closed.count()); }
    row = People.owned(first, 'mine');
    System.runAs(beside) { System.assertEquals(0, Closed.count()); }`,
  manualShares: `${TWO}
    Secret__c row = People.owned(first, 'row');
    insert new Secret__Share(ParentId = row.Id, UserOrGroupId = second.Id, AccessLevel = 'Read', RowCause = 'Manual');
    System.runAs(second) { System.assertEquals(1, Closed.count()); ${denied("Closed.change(new Secret__c(Id = row.Id, Name = 'y'));")} }
    Secret__Share share = [SELECT AccessLevel FROM Secret__Share WHERE UserOrGroupId = :second.Id AND RowCause = 'Manual'];
    share.AccessLevel = 'Edit';
    update share;
    System.runAs(second) { Closed.change(new Secret__c(Id = row.Id, Name = 'y')); ${denied('Closed.remove(row);')} }
    delete share;
    System.runAs(second) { System.assertEquals(0, Closed.count()); }`,
  sharesWithGroups: `${TWO}
    Secret__c row = People.owned(first, 'row');
    Group made = new Group(Name = 'g', DeveloperName = 'g', Type = 'Regular');
    System.runAs(People.self()) { insert made; insert new GroupMember(GroupId = made.Id, UserOrGroupId = second.Id); }
    insert new Secret__Share(ParentId = row.Id, UserOrGroupId = made.Id, AccessLevel = 'Read');
    System.runAs(second) { System.assertEquals(1, Closed.count()); }`,
  sharesEndWithANewOwner: `${TWO}
    Secret__c row = People.owned(first, 'row');
    insert new Secret__Share(ParentId = row.Id, UserOrGroupId = second.Id, AccessLevel = 'Read');
    row.OwnerId = UserInfo.getUserId();
    update row;
    System.runAs(second) { System.assertEquals(0, Closed.count()); }`,
  ownersHaveAShareRow: `${TWO}
    Secret__c row = People.owned(first, 'row');
    Secret__Share share = [SELECT UserOrGroupId, AccessLevel, RowCause FROM Secret__Share WHERE ParentId = :row.Id];
    System.assertEquals(first.Id, share.UserOrGroupId);
    System.assertEquals('All', share.AccessLevel);
    System.assertEquals('Owner', share.RowCause);
    row.OwnerId = second.Id;
    update row;
    System.assertEquals(second.Id, [SELECT UserOrGroupId FROM Secret__Share WHERE ParentId = :row.Id].UserOrGroupId);
    delete row;
    System.assertEquals(0, [SELECT COUNT() FROM Secret__Share WHERE ParentId = :row.Id]);
    undelete row;
    System.assertEquals(second.Id, [SELECT UserOrGroupId FROM Secret__Share WHERE ParentId = :row.Id].UserOrGroupId);`,
  criteriaRules: `${TWO}
    System.runAs(People.self()) { insert new GroupMember(GroupId = [SELECT Id FROM Group WHERE DeveloperName = 'Friends'].Id, UserOrGroupId = second.Id); }
    Secret__c row = People.owned(first, 'row');
    System.runAs(second) { System.assertEquals(0, Closed.count()); }
    update new Secret__c(Id = row.Id, Open__c = 'public');
    System.runAs(second) { System.assertEquals(1, Closed.count()); ${denied("Closed.change(new Secret__c(Id = row.Id, Name = 'y'));")} }`,
  ownerRules: `${TWO}
    System.runAs(People.self()) {
      insert new GroupMember(GroupId = [SELECT Id FROM Group WHERE DeveloperName = 'Friends'].Id, UserOrGroupId = second.Id);
      first.UserRoleId = [SELECT Id FROM UserRole WHERE DeveloperName = 'Top'].Id;
      update first;
    }
    Secret__c row = People.owned(first, 'row');
    System.runAs(second) { Closed.change(new Secret__c(Id = row.Id, Name = 'y')); ${denied('Closed.remove(row);')} }`,
  detailsFollowTheirMaster: `${TWO}
    Secret__c row = People.owned(first, 'row');
    Part__c part = new Part__c(Name = 'p', Secret__c = row.Id);
    insert part;
    System.runAs(second) {
      System.assertEquals(0, [SELECT COUNT() FROM Part__c WITH USER_MODE]);
      ${denied("Closed.change(new Part__c(Id = part.Id, Name = 'y'));")}
    }
    insert new Secret__Share(ParentId = row.Id, UserOrGroupId = second.Id, AccessLevel = 'Read');
    System.runAs(second) {
      System.assertEquals(1, [SELECT COUNT() FROM Part__c WITH USER_MODE]);
      ${denied("Closed.change(new Part__c(Id = part.Id, Name = 'y'));")}
    }
    System.runAs(first) { Closed.remove(part); }`,
  childrenOutOfReachAreLeftOut: `${TWO}
    Board__c board = new Board__c(Name = 'b');
    insert board;
    Secret__c row = People.owned(first, 'row');
    update new Secret__c(Id = row.Id, Board__c = board.Id);
    System.runAs(second) {
      System.assertEquals(0, [SELECT Id, (SELECT Id FROM Secrets__r) FROM Board__c WITH USER_MODE][0].Secrets__r.size());
      System.assertEquals(0, [SELECT COUNT(Id) total FROM Secret__c WITH USER_MODE][0].get('total'));
      System.assertEquals(0, [SELECT Id FROM Board__c WHERE Id IN (SELECT Board__c FROM Secret__c) WITH USER_MODE].size());
    }`,
  lookupsNeedReadAccess: `${TWO}
    Secret__c row = People.owned(first, 'row');
    System.runAs(second) { ${denied("insert as user new Part__c(Name = 'p', Secret__c = row.Id);", 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id')} }`,
  viewAllReadsAndChangesNothing: `${TWO}
    User viewer = People.with('viewer', 'Viewer');
    Secret__c row = People.owned(first, 'row');
    System.runAs(viewer) { System.assertEquals(1, Closed.count()); ${denied("Closed.change(new Secret__c(Id = row.Id, Name = 'y'));")} }`,
  modifyAllDoesAll: `${TWO}
    User modifier = People.with('modifier', 'Modifier');
    Secret__c row = People.owned(first, 'row');
    System.runAs(modifier) { System.assertEquals(1, Closed.count()); Closed.change(new Secret__c(Id = row.Id, Name = 'y')); Closed.remove(row); }`,
  viewAllDataReadsEverything: `${TWO}
    User viewer = People.with('viewer', 'All_Viewer');
    Secret__c row = People.owned(first, 'row');
    System.runAs(viewer) {
      System.assertEquals(1, Closed.count());
      System.assertEquals(1, [SELECT COUNT() FROM Secret__c WITH USER_MODE]);
      ${denied("Closed.change(new Secret__c(Id = row.Id, Name = 'y'));")}
    }`,
  recordAccessIsTold: `${TWO}
    Secret__c row = People.owned(first, 'row');
    insert new Secret__Share(ParentId = row.Id, UserOrGroupId = second.Id, AccessLevel = 'Edit');
    UserRecordAccess mine = [SELECT RecordId, HasAllAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = :first.Id AND RecordId = :row.Id];
    System.assert(mine.HasAllAccess);
    System.assertEquals('All', mine.MaxAccessLevel);
    UserRecordAccess other = [SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess FROM UserRecordAccess WHERE UserId = :second.Id AND RecordId = :row.Id];
    System.assert(other.HasReadAccess && other.HasEditAccess && !other.HasDeleteAccess);`,
};

test('rows are seen and changed by those they are shared with', async () => {
  const org = await orgOf({ ...WORLD, ...RULES, 'classes/SharingTest.cls': testClass('SharingTest', METHODS) });
  expect(org.compileErrors.map((error) => error.message)).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(METHODS));
}, 60_000);

test('code of API 67 without a sharing keyword shares', async () => {
  const methods = {
    byDefault: `${TWO} insert as system new Secret__c(Name = 'x', OwnerId = first.Id); System.runAs(second) { System.assertEquals(0, Modern.count()); System.assertEquals(1, Older.count()); }`,
    whoeverCalls: `${TWO} insert as system new Secret__c(Name = 'x', OwnerId = first.Id); System.runAs(second) { System.assertEquals(0, Opener.viaModern()); }`,
  };
  const meta = (version: number): string =>
    `${XML}<ApexClass ${NS}><apiVersion>${version}.0</apiVersion><status>Active</status></ApexClass>`;
  const counting = 'public static Integer count() { return [SELECT COUNT() FROM Secret__c WITH SYSTEM_MODE]; }';
  const org = await orgOf({
    ...WORLD,
    'classes/Modern.cls': `public class Modern { ${counting} }`,
    'classes/Modern.cls-meta.xml': meta(67),
    'classes/Older.cls': `public class Older { ${counting} }`,
    'classes/Opener.cls':
      'public without sharing class Opener { public static Integer viaModern() { return Modern.count(); } }',
    'classes/ModernSharingTest.cls': testClass('ModernSharingTest', methods),
  });
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
}, 60_000);
