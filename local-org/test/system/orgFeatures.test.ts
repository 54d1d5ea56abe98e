import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass } from '../support/apex.ts';

test('what an org without Experience Cloud, and one that opens no cursor, answers', async () => {
  const methods = {
    network: `
      Assert.isNull(Network.getNetworkId());
      Assert.isNull(Network.communitiesLanding());
      Assert.isNull(Network.forwardToAuthPage('/home'));`,
    cursors: `
      Assert.areEqual(0, Limits.getApexCursorRows());
      Assert.areEqual(50000000, Limits.getLimitApexCursorRows());
      Assert.areEqual(10, Limits.getLimitFetchCallsOnApexCursor());`,
  };
  const org = await orgOf({ 'classes/FeatureTest.cls': testClass('FeatureTest', methods) });
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
});

test('the objects of Experience Cloud exist where the org has it', async () => {
  const classes = {
    'classes/NetworkTest.cls': testClass('NetworkTest', {
      exists:
        "Assert.isNotNull(Type.forName('Schema.Network')); Assert.areEqual(0, Database.countQuery('SELECT COUNT() FROM Network'));",
    }),
  };
  const without = await orgOf(classes);
  const having = await orgOf(classes, { features: ['communities'] });
  expect(outcomes(without.runTests())['exists']).toMatch(/^System\.AssertException/);
  expect(outcomes(having.runTests())).toEqual({ exists: 'pass' });
});

test('runAs saves a user that is not saved, and only some users see code', async () => {
  const user = `
    static User make(String profile) {
      return new User(LastName = profile, Alias = 'a', Email = 'a@example.com', Username = 'run.as.' + profile.length() + '@example.com',
        ProfileId = [SELECT Id FROM Profile WHERE Name = :profile].Id, TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US',
        EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');
    }`;
  const methods = {
    saves: `
      User unsaved = make('Standard User');
      System.runAs(unsaved) { Assert.areEqual('Standard User', UserInfo.getLastName()); }
      Assert.isNotNull(unsaved.Id);`,
    sees: `
      Assert.isTrue(Schema.ApexClass.SObjectType.getDescribe().isAccessible());
      System.runAs(make('Minimum Access - Salesforce')) {
        Assert.isFalse(Schema.ApexClass.SObjectType.getDescribe().isAccessible());
        Assert.isTrue(Schema.Profile.SObjectType.getDescribe().isAccessible());
      }`,
  };
  const org = await orgOf({ 'classes/RunAsTest.cls': testClass('RunAsTest', methods, user) });
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
});
