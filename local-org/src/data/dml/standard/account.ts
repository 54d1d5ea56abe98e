/** Accounts: persons as accounts are not simulated beyond their fields. */
import type { StandardBehavior } from './behavior.ts';

export const ACCOUNT: StandardBehavior = {
  beforeSave(call, work) {
    if (work.isInsert && (work.values['LastName'] ?? null) !== null) {
      call.runtime.unsupported('DML on person accounts');
    }
  },
};
