import { formatCheck } from './format/index.ts';
import { licensesCheck } from './licenses/index.ts';
import type { Check } from './types.ts';

/** Every check, in the order in which they start: those that take longest first, so that none is waited for at the end. */
export const checks: readonly Check[] = [formatCheck, licensesCheck];
