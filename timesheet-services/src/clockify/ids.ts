/** Ids of 24 hex digits that can be read back: which kind, and the row's number. */
const HEAD = '66f0a1b2c3';
const KINDS = ['workspace', 'user', 'client', 'project', 'task', 'tag', 'entry', 'webhook'] as const;
export type HexKind = (typeof KINDS)[number];

export function hex(kind: HexKind, id: number): string {
  return `${HEAD}${(KINDS.indexOf(kind) + 0xd0).toString(16)}${id.toString(16).padStart(12, '0')}`;
}
export const hexOrNull = (kind: HexKind, id: number | null): string | null => (id === null ? null : hex(kind, id));

/** Undefined for what is no id of that kind. */
export function numberOf(kind: HexKind, text: string | undefined): number | undefined {
  const head = hex(kind, 0).slice(0, 12);
  return text?.length === 24 && text.startsWith(head) ? Number.parseInt(text.slice(12), 16) : undefined;
}
export const WORKSPACE = 1;
export const WORKSPACE_ID = hex('workspace', WORKSPACE);
