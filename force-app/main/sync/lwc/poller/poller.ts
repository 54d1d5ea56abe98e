/** Reading that goes on until it is stopped. */
export interface Polling {
  /** Reads at once, and goes on from there. */
  now(): void;
  stop(): void;
}

/** How long to wait after a reading, in milliseconds: while something goes on, and while nothing does. */
export const INTERVALS = { busy: 2000, idle: 30_000 };

/**
 * Reads at once and again and again; `read` says whether something goes on, which is worth reading often. Nobody
 * watches a hidden tab, so there it is read seldom; a tab that is shown again is read at once.
 */
export function startPolling(read: () => Promise<boolean>): Polling {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isReading = false;
  let isAskedAgain = false;

  const turn = (): void => {
    clearTimeout(timer);
    if (isReading) {
      isAskedAgain = true;
      return;
    }
    isReading = true;
    read()
      .catch(() => false)
      .then((isBusy) => {
        isReading = false;
        if (isStopped) {
          return;
        }
        if (isAskedAgain) {
          isAskedAgain = false;
          turn();
        } else {
          const isWatched = isBusy && document.visibilityState === 'visible';
          // eslint-disable-next-line @lwc/lwc/no-async-operation -- polling; it ends with stop()
          timer = setTimeout(turn, isWatched ? INTERVALS.busy : INTERVALS.idle);
        }
      })
      .catch(() => undefined);
  };
  const handleVisibility = (): void => {
    if (document.visibilityState === 'visible') {
      turn();
    }
  };
  document.addEventListener('visibilitychange', handleVisibility);
  turn();
  return {
    now: turn,
    stop: (): void => {
      isStopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', handleVisibility);
    },
  };
}
