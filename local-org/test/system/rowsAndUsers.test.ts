import { expect, test } from 'vitest';
import { allPass, objectXml, orgOf, outcomes, testClass } from '../support/apex.ts';

const METHODS = {
  equalToACollectionIsIn: `
    List<Account> rows = new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b'), new Account(Name = 'c') };
    insert rows;
    List<Id> ids = new List<Id>{ rows[0].Id, rows[1].Id };
    Set<String> names = new Set<String>{ 'b', 'c' };
    List<Account> some = new List<Account>{ rows[2] };
    System.assertEquals(2, [SELECT COUNT() FROM Account WHERE Id = :ids]);
    System.assertEquals(1, [SELECT COUNT() FROM Account WHERE Id != :ids]);
    System.assertEquals(2, [SELECT COUNT() FROM Account WHERE Name = :names]);
    System.assertEquals(1, [SELECT COUNT() FROM Account WHERE Id = :some]);
    System.assertEquals(0, [SELECT COUNT() FROM Account WHERE Id = :new List<Id>()]);`,
  isSetOfAQueriedFieldWithoutValue: `
    insert new Account(Name = 'a');
    Account row = [SELECT Id, Industry FROM Account];
    System.assert(row.isSet('Industry'));
    System.assert(!row.isSet('Rating'));
    System.assert(!new Account().isSet('Industry'));
    System.assert(new Account(Industry = null).isSet(Account.Industry));`,
  partsOfAnErrorAsProperties: `
    Database.Error error = Database.insert(new Account(), false).errors[0];
    System.assertEquals(error.getMessage(), error.message);
    System.assertEquals(StatusCode.REQUIRED_FIELD_MISSING, error.statusCode);
    System.assertEquals(new List<String>{ 'Name' }, error.fields);`,
  runAsSavesANewUser: `
    User made = new User(Alias = 'made', LastName = 'made', Username = 'made@people.example', Email = 'made@people.example',
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id, TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US',
      LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
    insert new Account(Name = 'other');
    System.runAs(made) {
      System.assertEquals('made@people.example', UserInfo.getUserName());
      insert new Account(Name = 'theirs');
    }
    System.assertEquals(1, [SELECT COUNT() FROM User WHERE Username = 'made@people.example']);`,
  feedsOfObjects: `
    System.assert(Account.SObjectType.getDescribe().isFeedEnabled());
    System.assert(!Silent__c.SObjectType.getDescribe().isFeedEnabled());`,
  staticMethodOfAnInterface: `
    Maker one = new Fixed();
    System.assertEquals('made', one.make());`,
  tokenOfAggregateResults: `
    System.assertEquals('AggregateResult', String.valueOf(AggregateResult.SObjectType));
    System.assert(AggregateResult.SObjectType != Account.SObjectType);`,
  capacityOfAnEmptyPartition: `System.assertEquals(0, Cache.Org.getPartition('local.Default').getCapacity());`,
};

test('rows, errors, users and describes as public projects use them', async () => {
  const org = await orgOf({
    'objects/Silent__c/Silent__c.object-meta.xml': objectXml('Silent'),
    'classes/Maker.cls': 'public interface Maker { String make(); }',
    'classes/Fixed.cls': "public class Fixed implements Maker { public static String make() { return 'made'; } }",
    'classes/RowsTest.cls': testClass('RowsTest', METHODS),
  });
  expect(org.compileErrors.map((error) => error.message)).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(METHODS));
});
