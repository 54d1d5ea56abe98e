/** Numbers as Harvest gives them, far enough apart that one kind's id never names another's row. */
import type { Kind } from '../core/model.ts';

/** Entries are beyond 32 bits, as they have been for years. */
const FIRST = { clients: 5_700_000, projects: 14_300_000, tasks: 8_080_000, people: 1_790_000, entries: 2_640_100_000 };
type Shown = keyof typeof FIRST & Kind;

export const ACCOUNT_ID = 98_765;
export const toId = (kind: Shown, id: number): number => FIRST[kind] + id;
export const fromId = (kind: Shown, id: number): number => id - FIRST[kind];
