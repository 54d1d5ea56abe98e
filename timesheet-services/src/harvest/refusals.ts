/** Errors in Harvest's form. */
import { Refusal, type Answer, type Call } from '../core/call.ts';
import type { Row } from '../core/model.ts';
import type { Table } from '../core/table.ts';

export function refusalOf(status: number, message: string): Answer {
  return status === 401
    ? {
        status,
        body: {
          error: 'invalid_token',
          error_description: 'The access token provided is expired, revoked, malformed or invalid for other reasons.',
        },
      }
    : { status, body: { code: status, message } };
}
export function refuse(status: number, message: string): Refusal {
  return new Refusal(refusalOf(status, message));
}
export function found<T extends Row>(table: Table<T>, id: number): T {
  const row = table.get(id);
  if (row === undefined) {
    throw refuse(404, 'Not Found');
  }
  return row;
}
/** What only administrators may see and do. */
export function requireAdmin(call: Call): void {
  if (!call.person.isAdmin) {
    throw refuse(403, 'You do not have access to this resource');
  }
}
