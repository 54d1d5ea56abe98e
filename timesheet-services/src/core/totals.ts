/** What a faithful copy of an account has in all: the yardstick of imports. */
import type { Entry } from './model.ts';
import type { Store } from './store.ts';

export interface Totals {
  readonly clients: number;
  readonly projects: number;
  readonly tasks: number;
  readonly people: number;
  /** Without running timers. */
  readonly entries: number;
  readonly seconds: number;
  readonly secondsByProject: ReadonlyMap<string, number>;
  readonly secondsByPerson: ReadonlyMap<string, number>;
}

export function totalsOf(store: Store): Totals {
  const entries = store.entries.filter(({ timerStartedAt }) => timerStartedAt === null);
  return {
    clients: store.clients.size,
    projects: store.projects.size,
    tasks: store.tasks.size,
    people: store.people.size,
    entries: entries.length,
    seconds: entries.reduce((sum, { seconds }) => sum + seconds, 0),
    secondsByProject: summed(entries, ({ projectId }) => store.projects.get(projectId)?.name ?? ''),
    secondsByPerson: summed(entries, ({ personId }) => store.people.get(personId)?.email ?? ''),
  };
}
function summed(entries: readonly Entry[], keyOf: (entry: Entry) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const entry of entries) {
    const key = keyOf(entry);
    sums.set(key, (sums.get(key) ?? 0) + entry.seconds);
  }
  return sums;
}
