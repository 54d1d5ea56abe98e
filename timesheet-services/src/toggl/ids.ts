/** Numbers as Toggl gives them; entries are beyond 32 bits. */
import type { Kind } from '../core/model.ts';

const FIRST = {
  clients: 61_200_000,
  projects: 193_700_000,
  tasks: 88_100_000,
  people: 9_040_000,
  entries: 3_210_900_000,
  tags: 11_500_000,
  webhooks: 410_000,
};
type Shown = keyof typeof FIRST & Kind;

export const WORKSPACE_ID = 7_770_001;
export const ORGANIZATION_ID = 8_880_001;
export const toId = (kind: Shown, id: number): number => FIRST[kind] + id;
export const fromId = (kind: Shown, id: number): number => id - FIRST[kind];
export const toIdOrNull = (kind: Shown, id: number | null): number | null => (id === null ? null : toId(kind, id));
