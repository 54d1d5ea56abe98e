import type { CellChange, CellResult, EntryView, SavedWeek } from 'views/time';
import { rowKeyOf, sourceOf, type Draft } from 'c/weekModel';

/** How saving goes. `waiting` has not been sent yet; `failed` was, and nothing came of it. */
export type SaveState =
  | { readonly kind: 'idle' | 'waiting' | 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed'; readonly error: unknown; readonly isRetrying: boolean };

export interface SaverOptions {
  readonly send: (changes: readonly CellChange[]) => Promise<SavedWeek>;
  /** Some drafts were saved or refused; the days that were touched come as they are now. */
  readonly onsaved: (saved: SavedWeek) => void;
  readonly onstate: (state: SaveState) => void;
}

/** Long enough to take in a row that is filled at one go, short enough to be done before one looks. */
const PAUSE = 600;
const MOST_AT_ONCE = 100;
/** After a lost connection: soon, then less and less often, then only when asked. */
const RETRIES: readonly number[] = [2000, 5000, 15_000, 60_000];

/** Saves drafts by itself: one call at a time, the newest value of each, and again when a line drops. */
export class WeekSaver {
  private readonly options: SaverOptions;
  private waiting = new Map<string, Draft>();
  private sending = new Map<string, Draft>();
  private refused = new Map<string, Draft>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private failures = 0;

  constructor(options: SaverOptions) {
    this.options = options;
  }

  /** All that is not saved; of two drafts with one key the newer. */
  get drafts(): readonly Draft[] {
    return [...new Map([...this.refused, ...this.sending, ...this.waiting]).values()];
  }

  /** Whether anything would be lost by leaving: what is refused waits for its author, and counts as well. */
  get hasUnsaved(): boolean {
    return this.drafts.some(({ isConflict }) => !isConflict);
  }

  put(...drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      this.refused.delete(draft.key);
      this.waiting.delete(draft.key);
      (draft.problem === '' ? this.waiting : this.refused).set(draft.key, draft);
    }
    this.schedule(PAUSE);
  }

  /** Whether a draft of that key is on its way: its value is not what the org has, nor what the page last read. */
  isSending(key: string): boolean {
    return this.sending.has(key);
  }

  /** Forgets what was entered and not sent. */
  discard(key: string): void {
    this.refused.delete(key);
    this.waiting.delete(key);
  }

  /** Sends what waits now, instead of after the pause. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    while (this.running !== null) {
      // eslint-disable-next-line no-await-in-loop -- another call may have begun when this one is through
      await this.running;
    }
    if (this.waiting.size > 0) {
      this.running = this.send();
      await this.running;
    }
  }

  private schedule(pause: number): void {
    clearTimeout(this.timer);
    if (this.waiting.size === 0) {
      return;
    }
    if (this.running === null) {
      this.options.onstate({ kind: 'waiting' });
    }
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- saving waits for a pause in typing, and must outlast its page
    this.timer = setTimeout(() => this.flush(), pause);
  }

  private async send(): Promise<void> {
    const batch = this.nextBatch();
    this.sending = batch;
    this.options.onstate({ kind: 'saving' });
    try {
      const saved = await this.options.send([...batch.values()].map(toChange));
      this.failures = 0;
      this.sending = new Map();
      this.take(batch, saved);
      this.options.onstate({ kind: 'saved', at: new Date() });
      this.options.onsaved(saved);
      this.running = null;
      this.schedule(PAUSE);
    } catch (error: unknown) {
      // What was typed meanwhile is newer than what could not be sent.
      this.waiting = new Map([...batch, ...this.waiting]);
      this.sending = new Map();
      this.running = null;
      const pause = RETRIES[this.failures];
      this.failures += 1;
      if (pause !== undefined) {
        this.schedule(pause);
      }
      this.options.onstate({ kind: 'failed', error, isRetrying: pause !== undefined });
    }
  }

  private nextBatch(): Map<string, Draft> {
    const batch = new Map([...this.waiting].slice(0, MOST_AT_ONCE));
    for (const key of batch.keys()) {
      this.waiting.delete(key);
    }
    return batch;
  }

  private take(batch: ReadonlyMap<string, Draft>, saved: SavedWeek): void {
    const results = new Map((saved.results ?? []).map((result) => [result.key ?? '', result]));
    this.askAgain([...batch.values()].filter(({ key }) => !results.get(key)?.problem));
    for (const [key, draft] of batch) {
      const result: CellResult | undefined = results.get(key);
      const newer = this.waiting.get(key);
      if (newer !== undefined) {
        this.waiting.delete(key);
        const rebased = rebase(newer, saved.entries ?? []);
        this.waiting.set(rebased.key, rebased);
      } else if (result?.problem) {
        this.refused.set(key, { ...draft, problem: result.problem, isConflict: result.isConflict ?? false });
      }
    }
  }

  /**
   * What a rule refused earlier on a day waits again once a change of that day is saved: there may be room for it now.
   * Not within that save, where the order of the rows is the platform's.
   */
  private askAgain(saved: readonly Draft[]): void {
    const days = new Set(saved.map(({ date }) => date));
    for (const [key, draft] of [...this.refused]) {
      if (draft.seconds !== null && !draft.isConflict && days.has(draft.date)) {
        this.refused.delete(key);
        this.waiting.set(key, draft);
      }
    }
  }
}

/** A draft that was typed over one on its way: it builds on what that one has become. */
function rebase(draft: Draft, entries: readonly EntryView[]): Draft {
  const inCell = entries.filter((entry) => entry.workDate === draft.date && rowKeyOf(sourceOf(entry)) === draft.rowKey);
  const own =
    draft.entryId === null
      ? inCell.find(({ id }) => !draft.knownEntryIds.includes(id ?? ''))
      : inCell.find(({ id }) => id === draft.entryId);
  return {
    ...draft,
    key: own?.id ?? draft.key,
    entryId: own?.id ?? null,
    knownSeconds: own?.seconds ?? 0,
    knownDescription: own?.description ?? '',
    knownEntryIds: inCell.map(({ id }) => id ?? ''),
  };
}

function toChange(draft: Draft): CellChange {
  return {
    key: draft.key,
    entryId: draft.entryId,
    projectId: draft.source.projectId,
    taskId: draft.source.taskId || null,
    workDate: draft.date,
    seconds: draft.seconds,
    description: draft.description ?? null,
    billable: draft.isBillable ?? null,
    knownSeconds: draft.knownSeconds,
    knownDescription: draft.knownDescription,
    knownEntryIds: [...draft.knownEntryIds],
  };
}
