/** Small rules of data that tests of public projects depend on, one method each; sources beside them. */
import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass } from '../support/apex.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const SOURCE = {
  'objects/Limits__c/Limits__c.object-meta.xml': `${XML}<CustomObject ${NS}><label>Limits</label><customSettingsType>Hierarchy</customSettingsType><visibility>Public</visibility></CustomObject>`,
  'objects/Limits__c/fields/Size__c.field-meta.xml': `${XML}<CustomField ${NS}><fullName>Size__c</fullName><label>Size</label><type>Number</type><precision>6</precision><scale>0</scale><required>true</required><defaultValue>100</defaultValue></CustomField>`,
};

test('rules of data', async () => {
  const methods = {
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
    idWithAnySuffix: `
      Id made = '00100000000000000D';
      Assert.areEqual('001', String.valueOf(made).left(3));`,
  };
  const org = await orgOf({ ...SOURCE, 'classes/RulesTest.cls': testClass('RulesTest', methods) });
  expect(org.compileErrors).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
});
