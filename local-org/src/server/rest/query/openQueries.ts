/** Query results that have further pages. A user keeps the ten newest; a page of an older one is refused. */
import { randomBytes } from 'node:crypto';
import type { QueryCursor } from '../../../runtime/runtime.ts';
import type { Plan } from '../../../soql/plan/plan.ts';

export interface OpenQuery {
  readonly id: string;
  readonly userId: string;
  readonly cursor: QueryCursor;
  readonly plan: Plan;
  readonly pageSize: number;
}

/** Source: SOQL and SOSL Reference, "Limits": open query cursors of a user. */
const OPEN_PER_USER = 10;
const KEY_BYTES = 8;

export class OpenQueries {
  readonly #byUser = new Map<string, OpenQuery[]>();

  add(query: Omit<OpenQuery, 'id'>): OpenQuery {
    const opened = { ...query, id: `01g${randomBytes(KEY_BYTES).toString('hex').slice(0, 15)}` };
    const list = [...(this.#byUser.get(query.userId) ?? []), opened];
    this.#byUser.set(query.userId, list.slice(-OPEN_PER_USER));
    return opened;
  }
  find(userId: string, id: string): OpenQuery | null {
    return this.#byUser.get(userId)?.find((one) => one.id === id) ?? null;
  }
}
