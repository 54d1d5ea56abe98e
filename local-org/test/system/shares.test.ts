import { expect, test } from 'vitest';
import { allPass, objectXml, orgOf, outcomes, testClass } from '../support/apex.ts';

test('a sharing reason is a text of the share and a value of its RowCause', async () => {
  const methods = {
    names: `
      Assert.areEqual('Auditor__c', Schema.Invoice__Share.RowCause.Auditor__c);
      Assert.areEqual('Manual', Invoice__Share.RowCause.Manual);`,
    shares: `
      Invoice__c invoice = new Invoice__c(Name = 'one');
      insert invoice;
      Id userId = [SELECT Id FROM User WHERE Id != :UserInfo.getUserId() LIMIT 1].Id;
      insert new Invoice__Share(ParentId = invoice.Id, UserOrGroupId = userId, AccessLevel = 'Read', RowCause = Schema.Invoice__Share.RowCause.Auditor__c);
      Assert.areEqual(1, [SELECT COUNT() FROM Invoice__Share WHERE RowCause = 'Auditor__c']);`,
  };
  const org = await orgOf({
    'objects/Invoice__c/Invoice__c.object-meta.xml': objectXml('Invoice', 'Private'),
    'objects/Invoice__c/sharingReasons/Auditor__c.sharingReason-meta.xml':
      '<?xml version="1.0" encoding="UTF-8"?><SharingReason xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Auditor__c</fullName><label>Auditor</label></SharingReason>',
    'classes/ShareTest.cls': testClass('ShareTest', methods),
  });
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
});
