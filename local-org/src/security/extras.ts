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
  /** Permission set id to the apps and tabs it opens, as `openName` names them. */
  readonly pages: ReadonlyMap<string, readonly string[]>;
  readonly sharingRules: readonly SharingRule[];
}

export const openName = (kind: 'app' | 'tab', name: string): string => `${kind} ${name}`.toLowerCase();
