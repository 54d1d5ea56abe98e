import { apexChecks, deepApexChecks } from './apex/index.ts';
import { formatCheck } from './format/index.ts';
import { licensesCheck } from './licenses/index.ts';
import { lwcChecks } from './lwc/index.ts';
import { metadataChecks } from './metadata/index.ts';
import { providersCheck } from './providers/index.ts';
import type { Check } from './types.ts';

/** Most of these wait for a process of their own, such as a Java one; each list starts with what takes longest. */
const inOtherProcesses: readonly Check[] = [...apexChecks, formatCheck];
const inThisProcess: readonly Check[] = [...lwcChecks, ...metadataChecks, providersCheck, licensesCheck];

/** Every check, in the order in which they start: by turns, so that this process works while another is waited for. */
export const checks: readonly Check[] = byTurns(inOtherProcesses, inThisProcess);

/** Checks that take too long for every run; they come along with `--deep`. */
export const deepChecks: readonly Check[] = deepApexChecks;

function byTurns<T>(some: readonly T[], others: readonly T[]): readonly T[] {
  const turns = Math.max(some.length, others.length);
  return Array.from({ length: turns }, (_, at) => [...some.slice(at, at + 1), ...others.slice(at, at + 1)]).flat();
}
