import { apexChecks, deepApexChecks } from './apex/index.ts';
import { formatCheck } from './format/index.ts';
import { licensesCheck } from './licenses/index.ts';
import { lwcChecks } from './lwc/index.ts';
import type { Check } from './types.ts';

/** Every check, in the order in which they start: those that take longest first, so that none is waited for at the end. */
export const checks: readonly Check[] = [...apexChecks, formatCheck, ...lwcChecks, licensesCheck];

/** Checks that take too long for every run; they come along with `--deep`. */
export const deepChecks: readonly Check[] = deepApexChecks;
