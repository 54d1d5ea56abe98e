/** Which records a user opened, newest first: what "Recently Viewed" lists show. Kept with the rows of the org. */
import type { Store } from '../../data/store.ts';
import type { Clock } from '../../runtime/runtime.ts';

export interface View {
  readonly recordId: string;
  readonly objectName: string;
  readonly at: number;
}
/** The platform keeps 200 a user: Object Reference, "RecentlyViewed". */
const KEPT = 200;
/** One record a user. */
const TABLE = '$RecentlyViewed';

/** Changes are written as part of the transaction that runs. */
export class RecentlyViewed {
  readonly #clock: Clock;
  readonly #store: Store;

  constructor(clock: Clock, store: Store) {
    this.#clock = clock;
    this.#store = store;
  }
  add(userId: string, objectName: string, recordId: string): void {
    const others = this.of(userId).filter((view) => view.recordId !== recordId);
    const views = [{ recordId, objectName, at: this.#clock.now() }, ...others].slice(0, KEPT);
    const row = { Id: userId, Views: JSON.stringify(views) };
    if (this.#store.get(TABLE, userId) === null) {
      this.#store.insert(TABLE, row);
    } else {
      this.#store.update(TABLE, row);
    }
  }
  of(userId: string): readonly View[] {
    const kept = this.#store.get(TABLE, userId)?.['Views'];
    return typeof kept === 'string' ? (JSON.parse(kept) as View[]) : [];
  }
  idsOf(userId: string, objectName: string): readonly string[] {
    return this.of(userId).flatMap((view) => (view.objectName === objectName ? [view.recordId] : []));
  }
}
