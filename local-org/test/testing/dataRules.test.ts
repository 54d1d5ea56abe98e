/** Small rules of data that tests of public projects depend on, one method each; sources beside them. */
import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass } from '../support/apex.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const JOB = `public class Job implements Queueable {
  public List<String> names {
    get {
      if (names == null) {
        names = new List<String>();
      }
      return names;
    }
    set;
  }
  private final Map<String, SObjectField> fields = Account.SObjectType.getDescribe().fields.getMap();
  public void execute(QueueableContext context) {
    for (String name : names) {
      Account made = new Account();
      made.put(fields.get('NAME'), name);
      insert made;
    }
  }
}`;
const SOURCE = {
  'classes/Job.cls': JOB,
  'objects/Limits__c/Limits__c.object-meta.xml': `${XML}<CustomObject ${NS}><label>Limits</label><customSettingsType>Hierarchy</customSettingsType><visibility>Public</visibility></CustomObject>`,
  'objects/Limits__c/fields/Size__c.field-meta.xml': `${XML}<CustomField ${NS}><fullName>Size__c</fullName><label>Size</label><type>Number</type><precision>6</precision><scale>0</scale><required>true</required><defaultValue>100</defaultValue></CustomField>`,
};

test('rules of data', async () => {
  const methods = {
    // soql-lib's tests pass on the platform with it; a name that no profile has is an error of the row.
    profilesAreFoundByName: `
      User made = new User(
        LastName = 'Stone', Alias = 'stone', Email = 'stone@example.com', Username = 'stone@rules.example.com',
        TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8',
        Profile = new Profile(Name = 'Standard User'));
      insert made;
      System.assertEquals('Standard User', [SELECT Profile.Name FROM User WHERE Id = :made.Id].Profile.Name);
      User other = made.clone(false);
      other.Username = 'other@rules.example.com';
      other.ProfileId = null;
      other.Profile = new Profile(Name = 'Nobody Has This');
      System.assertEquals(false, Database.insert(other, false).isSuccess());`,
    // Apex Developer Guide, "sObjects That Cannot Be Used Together in DML Operations": insert and update of a group.
    groupBesideAccount: `
      insert new Account(Name = 'a');
      Group made = new Group(Name = 'g', DeveloperName = 'g', Type = 'Queue');
      insert made;
      made.Name = 'h';
      update made;
      try {
        delete made;
        Assert.fail('deleting a group is not allowed');
      } catch (DmlException failure) {
        Assert.isTrue(failure.getMessage().contains('MIXED_DML_OPERATION'), failure.getMessage());
      }`,
    wholeNumberOfNothing: `
      Decimal nothing = null;
      Assert.isNull(Integer.valueOf(nothing));`,
    // An empty setting can be inserted: its required fields get their defaults.
    emptySetting: `
      Limits__c setting = Limits__c.getInstance();
      Assert.isNull(setting.Size__c);
      insert setting;
      Assert.areEqual(100, Limits__c.getInstance().Size__c);`,
    strayPicklistValues: `
      insert new List<Account>{
        new Account(Name = '1', Industry = 'Zoo'), new Account(Name = '2', Industry = 'Banking'),
        new Account(Name = '3', Industry = 'Moon')};
      List<String> names = new List<String>();
      for (Account row : [SELECT Name FROM Account ORDER BY Industry]) {
        names.add(row.Name);
      }
      Assert.areEqual('2,3,1', String.join(names, ','));`,
    aggregateLocator: `
      Database.QueryLocator locator = Database.getQueryLocator('SELECT COUNT(Id) FROM Account GROUP BY Name');
      Assert.isNotNull(locator);
      try {
        Database.getQueryLocator('SELECT COUNT(Nope__c) FROM Account GROUP BY Name');
        Assert.fail('the query is checked');
      } catch (QueryException failure) {
        Assert.isTrue(failure.getMessage().contains('Nope__c'));
      }`,
    // `= :list` means IN, `!= :list` NOT IN: managed packages and public projects query so.
    equalsCollection: `
      List<Account> made = new List<Account>{new Account(Name = 'a'), new Account(Name = 'b'), new Account(Name = 'c')};
      insert made;
      Set<Id> ids = new Set<Id>{made[0].Id, made[2].Id};
      Assert.areEqual(2, [SELECT COUNT() FROM Account WHERE Id = :ids]);
      Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Id != :ids]);
      List<String> names = new List<String>{'a', 'b'};
      Assert.areEqual(2, Database.query('SELECT Id FROM Account WHERE Name = :names').size());`,
    // Apex Developer Guide, "Apex Cursors": the ids are fixed, the values are read at each fetch.
    cursor: `
      insert new List<Account>{new Account(Name = 'a'), new Account(Name = 'b'), new Account(Name = 'c')};
      Database.Cursor cursor = Database.getCursorWithBinds('SELECT Id, Name FROM Account WHERE Name != :skipped ORDER BY Name',
        new Map<String, Object>{'skipped' => 'b'}, AccessLevel.SYSTEM_MODE);
      Assert.areEqual(2, cursor.getNumRecords());
      List<Account> rows = cursor.fetch(1, 1);
      Assert.areEqual('c', rows[0].Name);
      rows[0].Name = 'd';
      update rows;
      Assert.areEqual('d', ((Account) cursor.fetch(0, 2)[1]).Name);
      Assert.areEqual(2, Limits.getFetchCallsOnApexCursor());
      Assert.areEqual(1, Database.getCursor('SELECT Id FROM Account LIMIT 1').getNumRecords());`,
    dateAsDatetime: `
      Object day = Date.newInstance(2026, 3, 1);
      Assert.areEqual(Datetime.newInstanceGmt(2026, 3, 1), (Datetime) day);`,
    consentAndQuickText: `
      ContactPointAddress address = new ContactPointAddress(Name = 'home');
      insert address;
      insert new ContactPointConsent(Name = 'yes', ContactPointId = address.Id, PrivacyConsentStatus = 'OptIn');
      insert new QuickText(Name = 'hello', Message = 'Hello', Channel = 'Email;Phone');
      Assert.areEqual(1, [SELECT COUNT() FROM ContactPointConsent WHERE ContactPoint.Name = 'home']);
      Assert.areEqual(1, [SELECT COUNT() FROM QuickText WHERE Channel INCLUDES ('Phone')]);`,
    // What a property stores travels with a queued job, whatever its accessors do; a describe map stays one.
    queuedProperty: `
      Job job = new Job();
      job.names.add('kept');
      Test.startTest();
      System.enqueueJob(job);
      job.names.clear();
      Test.stopTest();
      Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'kept']);`,
    // Unlike the constructor, putAll takes rows without an id and rows with the same one.
    putAllRows: `
      Account made = new Account(Name = 'a');
      insert made;
      Map<Id, Account> rows = new Map<Id, Account>();
      rows.putAll(new List<Account>{made, new Account(Id = made.Id, Name = 'last'), new Account(Name = 'new')});
      Assert.areEqual(2, rows.size());
      Assert.areEqual('last', rows.get(made.Id).Name);
      Assert.areEqual('new', rows.get(null).Name);`,
    jobBeforeStartTest: `
      Job job = new Job();
      job.names.add('early');
      System.enqueueJob(job);
      Assert.areEqual(0, [SELECT COUNT() FROM Account WHERE Name = 'early']);
      Test.startTest();
      Test.stopTest();
      Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'early']);`,
    // Object Reference, "Name": the object behind lookups to several objects.
    nameObject: `
      Assert.areEqual('Name', String.valueOf(Name.SObjectType));
      Task made = new Task(Subject = 'call', OwnerId = UserInfo.getUserId());
      insert made;
      Task found = [SELECT Owner.Name, Owner.Type FROM Task];
      Assert.isNotNull(found.Owner.Name);
      String Name = 'a variable hides it';
      Assert.areEqual(19, Name.length());`,
    idWithAnySuffix: `
      Id made = '00100000000000000D';
      Assert.areEqual('001', String.valueOf(made).left(3));`,
  };
  const org = await orgOf({ ...SOURCE, 'classes/RulesTest.cls': testClass('RulesTest', methods) });
  expect(org.compileErrors).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
});
