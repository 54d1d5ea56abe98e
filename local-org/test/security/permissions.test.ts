import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass } from '../support/apex.ts';
import { WORLD } from './fixture.ts';

/** Runs a statement as a user with one permission set and compares the error: type, then what its text contains. */
const refused = (permissionSet: string, statement: string, type: string, text: string, before = ''): string => `
  User someone = People.with('someone', '${permissionSet}');
  ${before}
  System.runAs(someone) {
    try {
      ${statement}
      System.assert(false, 'nothing was refused');
    } catch (${type} error) {
      System.assert(error.getMessage().contains('${text.replaceAll("'", "\\'")}'), error.getMessage());
    }
  }`;
const allowed = (permissionSet: string, statement: string, before = ''): string => `
  User someone = People.with('someone', '${permissionSet}');
  ${before}
  System.runAs(someone) { ${statement} }`;

const OWN = "Secret__c row = People.owned(someone, 'row');";
const NO_ENTITY = "Access to entity 'Secret__c' denied";
const NO_FIELDS =
  'Operation failed due to fields being inaccessible on Sobject Secret__c, check errors on Exception or Result!';
const NO_TYPE = "sObject type 'Secret__c' is not supported";
const NO_COLUMN = "No such column 'Hidden__c' on entity 'Secret__c'";
const INSECURE = 'Insufficient permissions: secure query included inaccessible field';

const METHODS = {
  createAsUser: refused('Reader', "insert as user new Secret__c(Name = 'x');", 'SecurityException', NO_ENTITY),
  createByAccessLevel: refused(
    'Editor',
    "Database.insert(new Secret__c(Name = 'x'), AccessLevel.USER_MODE);",
    'SecurityException',
    NO_ENTITY,
  ),
  createWithTheRight: allowed('Creator', "insert as user new Secret__c(Name = 'x');"),
  editAsUser: refused('Creator', "row.Name = 'y'; update as user row;", 'SecurityException', NO_ENTITY, OWN),
  editWithTheRight: allowed('Editor', "update as user new Secret__c(Id = row.Id, Name = 'y');", OWN),
  deleteAsUser: refused('Editor', 'delete as user row;', 'SecurityException', NO_ENTITY, OWN),
  deleteWithTheRight: allowed('Worker', 'delete as user row; undelete as user row;', OWN),
  upsertNeedsBoth: refused('Editor', "upsert as user new Secret__c(Name = 'x');", 'SecurityException', NO_ENTITY),
  systemModeAsksNobody: allowed(
    'Reader',
    "insert as system new Secret__c(Name = 'x', Hidden__c = 'h'); Database.insert(new Secret__c(Name = 'y'), AccessLevel.SYSTEM_MODE); insert new Secret__c(Name = 'z');",
  ),
  fieldOnInsert: refused(
    'Worker',
    "insert as user new Secret__c(Name = 'x', Hidden__c = 'h');",
    'DmlException',
    NO_FIELDS,
  ),
  fieldOnUpdate: refused(
    'Worker',
    "update as user new Secret__c(Id = row.Id, Hidden__c = 'g');",
    'DmlException',
    NO_FIELDS,
    OWN,
  ),
  fieldReadableOnly: `
    User someone = People.with('someone', 'Reader');
    People.assign(someone, 'Field_Free');
    System.runAs(someone) {
      Database.SaveResult result = Database.insert(new Secret__c(Name = 'x', Open__c = 'o'), false, AccessLevel.USER_MODE);
      System.assert(!result.isSuccess());
      System.assertEquals(StatusCode.CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, result.getErrors()[0].getStatusCode());
      System.assertEquals(new List<String>{ 'Open__c' }, result.getErrors()[0].getFields());
    }`,
  readUserModeObject: refused(
    'Nothing',
    'List<Secret__c> rows = [SELECT Id FROM Secret__c WITH USER_MODE];',
    'QueryException',
    NO_TYPE,
  ),
  readUserModeField: refused(
    'Worker',
    'List<Secret__c> rows = [SELECT Hidden__c FROM Secret__c WITH USER_MODE];',
    'QueryException',
    NO_COLUMN,
  ),
  readUserModeFilter: refused(
    'Worker',
    "List<Secret__c> rows = [SELECT Id FROM Secret__c WHERE Hidden__c = 'h' WITH USER_MODE];",
    'QueryException',
    NO_COLUMN,
  ),
  readUserModeOrder: refused(
    'Worker',
    'List<Secret__c> rows = [SELECT Id FROM Secret__c WITH USER_MODE ORDER BY Hidden__c];',
    'QueryException',
    NO_COLUMN,
  ),
  readUserModeParent: refused(
    'Part_Reader',
    'List<Part__c> rows = [SELECT Secret__r.Hidden__c FROM Part__c WITH USER_MODE];',
    'QueryException',
    'Hidden__c',
  ),
  readUserModeChildren: refused(
    'Worker',
    'List<Account> rows = [SELECT Id, (SELECT Id FROM Contacts) FROM Account WITH USER_MODE];',
    'QueryException',
    "sObject type 'Account' is not supported",
  ),
  readUserModeDynamic: refused(
    'Worker',
    "Database.query('SELECT Hidden__c FROM Secret__c', AccessLevel.USER_MODE);",
    'QueryException',
    NO_COLUMN,
  ),
  readUserModeCount: refused(
    'Nothing',
    "Database.countQuery('SELECT COUNT() FROM Secret__c', AccessLevel.USER_MODE);",
    'QueryException',
    NO_TYPE,
  ),
  readUserModeBinds: refused(
    'Worker',
    "Database.queryWithBinds('SELECT Id FROM Secret__c WHERE Hidden__c = :h', new Map<String, Object>{ 'h' => 'x' }, AccessLevel.USER_MODE);",
    'QueryException',
    NO_COLUMN,
  ),
  readUserModeLocator: refused(
    'Worker',
    "Database.getQueryLocator('SELECT Hidden__c FROM Secret__c', AccessLevel.USER_MODE);",
    'QueryException',
    NO_COLUMN,
  ),
  securityEnforcedField: refused(
    'Worker',
    'List<Secret__c> rows = [SELECT Hidden__c FROM Secret__c WITH SECURITY_ENFORCED];',
    'QueryException',
    INSECURE,
  ),
  securityEnforcedObject: refused(
    'Nothing',
    'List<Secret__c> rows = [SELECT Id FROM Secret__c WITH SECURITY_ENFORCED];',
    'QueryException',
    'Insufficient permissions: secure query included inaccessible',
  ),
  securityEnforcedLeavesFiltersAlone: allowed(
    'Worker',
    "List<Secret__c> rows = [SELECT Id FROM Secret__c WHERE Hidden__c = 'h' WITH SECURITY_ENFORCED]; System.assertEquals(1, rows.size());",
    OWN,
  ),
  systemModeReadsAll: allowed(
    'Nothing',
    'System.assertEquals(1, [SELECT Hidden__c FROM Secret__c WITH SYSTEM_MODE].size()); System.assertEquals(1, [SELECT Hidden__c FROM Secret__c].size());',
    OWN,
  ),
  inaccessibleFieldsAreNamed: allowed(
    'Worker',
    `try { List<Secret__c> rows = [SELECT Hidden__c FROM Secret__c WITH USER_MODE]; System.assert(false); }
     catch (QueryException error) { System.assertEquals(new Set<String>{ 'Hidden__c' }, error.getInaccessibleFields().get('Secret__c')); }`,
  ),
  stripReadable: allowed(
    'Worker',
    `SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, [SELECT Open__c, Hidden__c FROM Secret__c]);
     Secret__c stripped = (Secret__c) decision.getRecords()[0];
     System.assertEquals('o', stripped.Open__c);
     System.assert(!stripped.isSet('Hidden__c'));
     System.assertEquals(new Set<Integer>{ 0 }, decision.getModifiedIndexes());`,
    OWN,
  ),
  stripCreatable: refused(
    'Reader',
    "Security.stripInaccessible(AccessType.CREATABLE, new List<Secret__c>{ new Secret__c(Name = 'x') });",
    'NoAccessException',
    'No access to entity: Secret__c',
  ),
  stripUpdatable: refused(
    'Creator',
    "Security.stripInaccessible(AccessType.UPDATABLE, new List<Secret__c>{ new Secret__c(Name = 'x') });",
    'NoAccessException',
    'No access to entity: Secret__c',
  ),
  stripUpsertable: refused(
    'Editor',
    "Security.stripInaccessible(AccessType.UPSERTABLE, new List<Secret__c>{ new Secret__c(Name = 'x') });",
    'NoAccessException',
    'No access to entity: Secret__c',
  ),
  stripWithoutTheObject: allowed(
    'Reader',
    `SObjectAccessDecision decision = Security.stripInaccessible(AccessType.CREATABLE, new List<Secret__c>{ new Secret__c(Open__c = 'x') }, false);
     System.assertEquals(new Map<String, Set<String>>{ 'Secret__c' => new Set<String>{ 'Open__c' } }, decision.getRemovedFields());`,
  ),
  stripChildren: `
    User someone = People.with('someone', 'Worker');
    Secret__c row = People.owned(someone, 'row');
    row.Board__c = null;
    insert new Part__c(Name = 'p', Secret__c = row.Id);
    System.runAs(someone) {
      List<Part__c> parts = [SELECT Name, Secret__r.Hidden__c, Secret__r.Open__c FROM Part__c];
      SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, parts);
      Part__c part = (Part__c) decision.getRecords()[0];
      System.assertEquals('o', part.Secret__r.Open__c);
      System.assert(!part.Secret__r.isSet('Hidden__c'));
    }`,
  describesFollowRights: allowed(
    'Editor',
    `Schema.DescribeSObjectResult described = Secret__c.SObjectType.getDescribe();
     System.assert(described.isAccessible() && described.isUpdateable() && described.isQueryable());
     System.assert(!described.isCreateable() && !described.isDeletable());
     System.assert(Secret__c.Open__c.getDescribe().isUpdateable());
     System.assert(!Secret__c.Hidden__c.getDescribe().isAccessible() && !Secret__c.Hidden__c.getDescribe().isUpdateable());`,
  ),
  eventsNeedCreate: refused(
    'Nothing',
    'EventBus.publishWithAccessLevel(new Bell__e(), AccessLevel.USER_MODE);',
    'NoAccessException',
    'Bell__e',
  ),
};

const EXTRA = {
  'permissionsets/Nothing.permissionset-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Nothing</label></PermissionSet>',
  'permissionsets/Field_Free.permissionset-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Field Free</label><objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Secret__c</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>',
  'permissionsets/Part_Reader.permissionset-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Part Reader</label><objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Secret__c</object><viewAllRecords>false</viewAllRecords></objectPermissions><objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Part__c</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>',
  'objects/Bell__e/Bell__e.object-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Bell</label><pluralLabel>Bells</pluralLabel><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior><deploymentStatus>Deployed</deploymentStatus></CustomObject>',
};

test('who lacks a permission sees the error of the platform, who has it does not', async () => {
  const org = await orgOf({ ...WORLD, ...EXTRA, 'classes/PermissionsTest.cls': testClass('PermissionsTest', METHODS) });
  expect(org.compileErrors.map((error) => error.message)).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(METHODS));
}, 60_000);

test('code of API 67 is in user mode by default, in statements, methods and locators', async () => {
  const methods = {
    query: refused('Worker', 'List<Secret__c> rows = [SELECT Hidden__c FROM Secret__c];', 'QueryException', NO_COLUMN),
    dynamicQuery: refused('Worker', "Database.query('SELECT Hidden__c FROM Secret__c');", 'QueryException', NO_COLUMN),
    locator: refused(
      'Worker',
      "Database.getQueryLocator('SELECT Hidden__c FROM Secret__c');",
      'QueryException',
      NO_COLUMN,
    ),
    dml: refused('Reader', "insert new Secret__c(Name = 'x');", 'SecurityException', NO_ENTITY),
    dmlByMethod: refused(
      'Reader',
      "Database.insert(new Secret__c(Name = 'x'), false);",
      'SecurityException',
      NO_ENTITY,
    ),
    field: refused('Worker', "insert new Secret__c(Name = 'x', Hidden__c = 'h');", 'DmlException', NO_FIELDS),
    systemModeIsAskedFor: allowed(
      'Reader',
      "insert as system new Secret__c(Name = 'x', Hidden__c = 'h'); System.assertEquals(1, [SELECT Hidden__c FROM Secret__c WITH SYSTEM_MODE].size());",
    ),
    publish: refused('Nothing', 'EventBus.publish(new Bell__e());', 'NoAccessException', 'Bell__e'),
  };
  const file = 'classes/ModernTest.cls';
  const meta = (version: number): string =>
    `<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>${version}.0</apiVersion><status>Active</status></ApexClass>`;
  const source = { ...WORLD, ...EXTRA, [file]: testClass('ModernTest', methods), [`${file}-meta.xml`]: meta(67) };
  expect(outcomes((await orgOf(source)).runTests())).toEqual(allPass(methods));
}, 60_000);
