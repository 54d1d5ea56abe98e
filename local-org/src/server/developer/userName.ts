import type { ServedOrg } from '../servedOrg.ts';

/** The name of a user for a page; the id of one who is gone. */
export function userName(org: ServedOrg, userId: string): string {
  return (org.local.parts.store.get('User', userId)?.['Name'] as string | null | undefined) ?? userId;
}
