import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass } from '../support/apex.ts';

test('results of DML are made of JSON and written as JSON', async () => {
  const methods = {
    written: `
      Account saved = new Account(Name = 'A');
      Database.SaveResult result = Database.insert(saved);
      Assert.areEqual('{"success":true,"id":"' + saved.Id + '","errors":[]}', JSON.serialize(result));
      Assert.areEqual(0, result.errors.size());`,
    failed: `
      Database.UpsertResult result = Database.upsert(new Account(), false);
      Map<String, Object> members = (Map<String, Object>) JSON.deserializeUntyped(JSON.serialize(result));
      Assert.areEqual(false, members.get('success'));
      Assert.isNull(members.get('id'));
      Map<String, Object> error = (Map<String, Object>) ((List<Object>) members.get('errors'))[0];
      Assert.areEqual('REQUIRED_FIELD_MISSING', error.get('statusCode'));
      Assert.areEqual('Name', ((List<Object>) error.get('fields'))[0]);`,
    mocked: `
      Approval.LockResult locked = (Approval.LockResult) JSON.deserialize(
        '{"success":false,"id":"001000000000006","errors":[{"message":"no","statusCode":"INVALID_ID_FIELD"}]}', Approval.LockResult.class);
      Assert.isFalse(locked.isSuccess());
      Assert.areEqual(StatusCode.INVALID_ID_FIELD, locked.getErrors()[0].getStatusCode());
      Approval.ProcessResult processed = (Approval.ProcessResult) JSON.deserialize('{"success":true,"entityId":"001000000000006"}', Approval.ProcessResult.class);
      Assert.areEqual(locked.getId(), processed.getEntityId());`,
    anyText: `
      Database.SaveResult result = (Database.SaveResult) JSON.deserialize('{"success":true,"id":"null"}', Database.SaveResult.class);
      Assert.isTrue(result.isSuccess());
      try {
        result.getId();
        Assert.fail('an id of four characters');
      } catch (StringException e) {
        Assert.areEqual('Invalid id: null', e.getMessage());
      }`,
  };
  const org = await orgOf({ 'classes/ResultTest.cls': testClass('ResultTest', methods) });
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
});
