/** What permissions no row holds: rights of built-in profiles, muting, access to custom metadata types, sharing rules. */
import type { Grants } from './grants.ts';
import type { SharingRule } from './sharingRules.ts';

export interface SecurityExtras {
  /** Names of profiles. */
  readonly profilesWithAllFields: ReadonlySet<string>;
  readonly profilesWithStandardFields: ReadonlySet<string>;
  /** By id of the permission set group. */
  readonly muting: ReadonlyMap<string, Grants>;
  /** Permission set id to names of custom metadata types and settings. */
  readonly types: ReadonlyMap<string, readonly string[]>;
  readonly sharingRules: readonly SharingRule[];
}
