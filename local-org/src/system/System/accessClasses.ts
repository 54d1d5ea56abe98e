/** `AccessLevel` and `AccessType`. */
import { AccessLevelValue } from '../Database/access.ts';
import { platformClass, platformEnum, type PlatformClass } from '../define.ts';

export const accessClasses: readonly PlatformClass[] = [
  platformClass('System.AccessLevel', {
    properties: {
      'static System.AccessLevel USER_MODE': () => new AccessLevelValue(true),
      'static System.AccessLevel SYSTEM_MODE': () => new AccessLevelValue(false),
    },
  }),
  platformEnum('System.AccessType', ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE']),
];
