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
