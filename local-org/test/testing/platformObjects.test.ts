/** Stubs, tokens, iterators and duplicate classes, as a whole org has them. */
import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass } from '../support/apex.ts';

const METHODS = {
  // fflib_AnyOrderTest expects `METHOD: fflib_MyList__sfdc_ApexStub.add(String)`.
  stubsPrintANameOfTheirOwn: `
    Object stub = Test.createStub(Greeter.class, new Silent());
    System.assert(stub instanceof Greeter);
    System.assertEquals('Greeter__sfdc_ApexStub:[]', String.valueOf(stub));
    System.assertEquals('Part__sfdc_ApexStub:[]', String.valueOf(Test.createStub(Greeter.Part.class, new Silent())));`,
  // The message is quoted in octoberswimmer/aer-dist issue 159.
  fieldTokensAreNoJson: `
    try {
      JSON.serialize(Account.Name);
      System.assert(false);
    } catch (JSONException e) {
      System.assertEquals('Apex Type unsupported in JSON: Schema.SObjectField', e.getMessage());
    }
    System.assertEquals('{"Name":1}', JSON.serialize(new Map<Schema.SObjectField, Object>{ Account.Name => 1 }));`,
  listEmailsAreChildrenOfWhatTheyAreAbout: `
    Integer found = 0;
    for (Schema.ChildRelationship one : Opportunity.SObjectType.getDescribe().getChildRelationships()) {
      found += one.getChildSObject() == ListEmail.SObjectType && one.getRelationshipName() == 'ListEmails' ? 1 : 0;
    }
    System.assertEquals(1, found);`,
  childRelationshipsAreEqualEachTime: `
    Set<Schema.ChildRelationship> found = new Set<Schema.ChildRelationship>(Account.SObjectType.getDescribe().getChildRelationships());
    Integer before = found.size();
    found.addAll(Account.SObjectType.getDescribe().getChildRelationships());
    System.assertEquals(before, found.size());`,
  aQueryLocatorIsIterated: `
    insert new Account(Name = 'a');
    Iterator<SObject> cursor = Database.getQueryLocator('SELECT Name FROM Account').iterator();
    System.assert(cursor.hasNext());
    System.assertEquals('a', ((Account) cursor.next()).Name);
    System.assert(!cursor.hasNext());`,
  userModeNamesEveryFieldOutOfReach: `
    Profile p = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'];
    User reader = new User(Alias = 'r', Email = 'r@example.com', EmailEncodingKey = 'UTF-8', LastName = 'R', LanguageLocaleKey = 'en_US',
      LocaleSidKey = 'en_US', ProfileId = p.Id, TimeZoneSidKey = 'UTC', Username = 'reader@example.com');
    insert reader;
    System.runAs(reader) {
      try {
        Database.query('SELECT Id, Name, Amount FROM Opportunity', AccessLevel.USER_MODE);
        System.assert(false);
      } catch (QueryException e) {
        System.assertEquals(new Set<String>{ 'Name', 'Amount' }, e.getInaccessibleFields().get('Opportunity'));
      }
    }`,
};
const FILES = {
  'classes/Greeter.cls': `public class Greeter { public class Part {} public String greet() { return 'hello'; } }`,
  'classes/Silent.cls': `public class Silent implements System.StubProvider {
    public Object handleMethodCall(Object stub, String method, System.Type returnType, List<System.Type> types, List<String> names, List<Object> values) {
      return null;
    }
  }`,
  'classes/PlatformObjectsTest.cls': testClass('PlatformObjectsTest', METHODS),
};

test('objects of the platform', async () => {
  const org = await orgOf(FILES);
  expect(outcomes(org.runTests())).toEqual(allPass(METHODS));
  org.close();
});

test('the second class of a name is an error, and the rest runs', async () => {
  const org = await orgOf({
    ...FILES,
    'other/GREETER.cls': `public class GREETER { public static Integer size = 1; }`,
  });
  expect(org.compileErrors.map((error) => error.message)).toEqual(['Type name already in use: GREETER']);
  expect(outcomes(org.runTests())).toEqual(allPass(METHODS));
  org.close();
});
