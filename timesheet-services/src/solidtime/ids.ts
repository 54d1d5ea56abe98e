/** UUIDs that can be read back: the last twelve digits are the row's number, the rest says which kind it is. */
import { createHash } from 'node:crypto';

export type UuidKind =
  'organization' | 'user' | 'member' | 'client' | 'project' | 'task' | 'tag' | 'entry' | 'membership';

const heads = new Map<UuidKind, string>();
function headOf(kind: UuidKind): string {
  const known = heads.get(kind);
  if (known !== undefined) {
    return known;
  }
  const hex = createHash('sha256').update(kind).digest('hex');
  const head = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}`;
  heads.set(kind, head);
  return head;
}
export function uuid(kind: UuidKind, id: number): string {
  return `${headOf(kind)}-${id.toString(16).padStart(12, '0')}`;
}
export const uuidOrNull = (kind: UuidKind, id: number | null): string | null => (id === null ? null : uuid(kind, id));

/** Undefined for what is no id of that kind. */
export function numberOf(kind: UuidKind, text: string | undefined): number | undefined {
  const head = headOf(kind);
  return text?.startsWith(`${head}-`) === true && text.length === 36 ? Number.parseInt(text.slice(-12), 16) : undefined;
}
export const ORGANIZATION = 1;
