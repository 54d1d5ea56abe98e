/** Which records a user opened, newest first: what "Recently Viewed" lists show. */
import type { Clock } from '../../runtime/runtime.ts';

export interface View {
  readonly recordId: string;
  readonly objectName: string;
  readonly at: number;
}
/** The platform keeps 200 a user: Object Reference, "RecentlyViewed". */
const KEPT = 200;

export class RecentlyViewed {
  readonly #clock: Clock;
  readonly #views = new Map<string, readonly View[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }
  add(userId: string, objectName: string, recordId: string): void {
    const others = this.of(userId).filter((view) => view.recordId !== recordId);
    this.#views.set(userId, [{ recordId, objectName, at: this.#clock.now() }, ...others].slice(0, KEPT));
  }
  of(userId: string): readonly View[] {
    return this.#views.get(userId) ?? [];
  }
  idsOf(userId: string, objectName: string): readonly string[] {
    return this.of(userId).flatMap((view) => (view.objectName === objectName ? [view.recordId] : []));
  }
}
