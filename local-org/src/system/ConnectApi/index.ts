/**
 * The ConnectApi namespace. Its methods answer from an org's real data, so a test that does not see all data gets an
 * exception from them (Apex Developer Guide, "Testing ConnectApi Code"). Credentials are simulated, nothing else is.
 */
import type { Runtime } from '../../runtime/runtime.ts';
import { seesAllData } from '../../testing/testState.ts';
import { platformClass, type PlatformClass } from '../define.ts';
import { credentialClasses } from './credentialClasses.ts';
import { namedCredentials } from './namedCredentials.ts';

const ofRealData =
  (what: string) =>
  (runtime: Runtime): never =>
    runtime.isTest && !seesAllData(runtime)
      ? runtime.fail(
          'System.UnsupportedOperationException',
          'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
        )
      : runtime.unsupported(what);

export const connectApiClasses: readonly PlatformClass[] = [
  ...credentialClasses,
  namedCredentials,
  platformClass('ConnectApi.ConnectApiException', { form: 'exception' }),
  platformClass('ConnectApi.ChatterUsers', {
    methods: {
      'static Object getFollowings(String communityId, String userId)': ofRealData(
        'ConnectApi.ChatterUsers.getFollowings',
      ),
    },
  }),
];
