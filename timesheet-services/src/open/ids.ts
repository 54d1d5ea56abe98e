/** Ids as texts that say what they are of; callers take them as they come. */
import type { Kind } from '../core/model.ts';

export const PREFIX = {
  clients: 'cli',
  projects: 'prj',
  tasks: 'tsk',
  people: 'per',
  entries: 'ent',
  webhooks: 'hok',
} as const;
export type OpenKind = keyof typeof PREFIX & Kind;

export const toId = (kind: OpenKind, id: number): string => `${PREFIX[kind]}-${id}`;
export const toIdOrNull = (kind: OpenKind, id: number | null): string | null => (id === null ? null : toId(kind, id));

/** Undefined for what is no id of that kind. */
export function fromId(kind: OpenKind, text: string | null | undefined): number | undefined {
  const match = /^([a-z]{3})-(\d+)$/.exec(text ?? '');
  return match?.[1] === PREFIX[kind] ? Number(match[2]) : undefined;
}
