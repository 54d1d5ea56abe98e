import { expect, test } from 'vitest';
import { orgOf, outcomes } from '../support/apex.ts';

// Apex Developer Guide, "Testing ConnectApi Code": such methods fail unless the test sees all data.
test('ConnectApi throws in a test that does not see all data, and is not simulated in one that does', async () => {
  const org = await orgOf({
    'classes/SiloedTest.cls': `@IsTest private class SiloedTest {
      static String ask() {
        try {
          ConnectApi.ChatterUsers.getFollowings(null, UserInfo.getUserId());
          return 'answered';
        } catch (UnsupportedOperationException error) {
          return error.getMessage();
        }
      }
      @IsTest static void apart() {
        Assert.areEqual('ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).', ask());
      }
      @IsTest(SeeAllData=true) static void within() { ask(); }
    }`,
  });
  const results = org.runTests();
  expect(outcomes(results)['apart']).toBe('pass');
  expect(results.map((result) => [result.method, result.outcome])).toContainEqual(['within', 'unsupported']);
});
