import discardTimer from '@salesforce/apex/TimerController.discardTimer';
import getTimer from '@salesforce/apex/TimerController.getTimer';
import noteTimer from '@salesforce/apex/TimerController.noteTimer';
import startTimer from '@salesforce/apex/TimerController.startTimer';
import stopTimer from '@salesforce/apex/TimerController.stopTimer';
import type { EntryView, TimerView } from 'views/time';

/** What the components of a page know about the timer, which itself lives in the org. */
export interface TimerState {
  /** Undefined until the org has answered. */
  readonly view: TimerView | undefined;
  readonly elapsedSeconds: number;
  /** Why the timer could not be read. */
  readonly error: unknown;
  /** What the last stop on this page logged, and for which opportunity. */
  readonly logged: { readonly entry: EntryView; readonly opportunityId: string } | undefined;
}
export type TimerListener = (state: TimerState) => void;

const SECOND = 1000;
/** A page that comes back to the front asks again: another one may have stopped the timer. */
const FRESH_FOR = 5 * SECOND;

const listeners = new Set<TimerListener>();
let view: TimerView | undefined;
let error: unknown;
let logged: TimerState['logged'];
let readAt = 0;
let reading: Promise<void> | undefined;
let ticking: ReturnType<typeof setInterval> | undefined;

/** Tells the state now, every second while a timer runs, and on each change; returns how to end that. */
export function subscribe(listener: TimerListener): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    document.addEventListener('visibilitychange', handleVisibility);
  }
  if (view === undefined || listeners.size === 1) {
    refresh().catch(() => undefined);
  }
  listener(stateNow());
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      document.removeEventListener('visibilitychange', handleVisibility);
      logged = undefined;
      tick();
    }
  };
}

/** Asks the org; components that ask at the same time share one call. */
export function refresh(): Promise<void> {
  reading ??= getTimer()
    .then((answer) => {
      take(answer);
    })
    .catch((problem: unknown) => {
      error = problem;
      tell();
      throw problem;
    })
    .finally(() => {
      reading = undefined;
    });
  return reading;
}

/** On an opportunity or a project. */
export async function start(recordId: string, note: string): Promise<void> {
  take(await settle(startTimer({ recordId, note })));
}

/** What the user is doing. */
export async function keepNote(note: string): Promise<void> {
  take(await settle(noteTimer({ note })));
}

/** Logs all of it, or the first seconds only. */
export async function stop(keepSeconds: number | null): Promise<EntryView | null> {
  const opportunityId = view?.opportunityId ?? '';
  const entry = await settle(stopTimer({ keepSeconds }));
  logged = entry ? { entry, opportunityId } : undefined;
  take({ isRunning: false, canStart: true, elapsedSeconds: 0, isForgotten: false });
  return entry;
}

export async function discard(): Promise<void> {
  take(await settle(discardTimer()));
}

/** What the org refuses may be old news: the page shows then what the org has now. */
async function settle<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (problem) {
    await refresh().catch(() => undefined);
    throw problem;
  }
}

function take(answer: TimerView | null): void {
  view = answer ?? undefined;
  error = undefined;
  readAt = Date.now();
  tell();
  tick();
}

function tell(): void {
  const state = stateNow();
  for (const listener of [...listeners]) {
    listener(state);
  }
}

function stateNow(): TimerState {
  const elapsedSeconds = view?.isRunning ? view.elapsedSeconds + (Date.now() - readAt) / SECOND : 0;
  return { view, elapsedSeconds, error, logged };
}

function tick(): void {
  const isNeeded = view?.isRunning === true && listeners.size > 0;
  if (isNeeded && ticking === undefined) {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a running clock; it ends with the last listener
    ticking = setInterval(tell, SECOND);
  } else if (!isNeeded && ticking !== undefined) {
    clearInterval(ticking);
    ticking = undefined;
  }
}

function handleVisibility(): void {
  if (document.visibilityState === 'visible' && Date.now() - readAt > FRESH_FOR) {
    refresh().catch(() => undefined);
  }
}
