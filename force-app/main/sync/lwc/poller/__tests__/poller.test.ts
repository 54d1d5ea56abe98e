import { INTERVALS, startPolling, type Polling } from 'c/poller';

let polling: Polling | undefined;
let visibility: DocumentVisibilityState = 'visible';

async function settle(): Promise<void> {
  await jest.advanceTimersByTimeAsync(0);
}

async function pass(milliseconds: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(milliseconds);
}

beforeEach(() => {
  jest.useFakeTimers();
  visibility = 'visible';
  jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
});

afterEach(() => {
  polling?.stop();
  jest.useRealTimers();
});

describe('c-poller', () => {
  test('reads at once, often while something goes on, and seldom after that', async () => {
    const read = jest.fn<Promise<boolean>, []>().mockResolvedValueOnce(true).mockResolvedValue(false);
    polling = startPolling(read);
    await settle();
    expect(read).toHaveBeenCalledTimes(1);

    await pass(INTERVALS.busy);
    expect(read).toHaveBeenCalledTimes(2);

    await pass(INTERVALS.busy);
    expect(read).toHaveBeenCalledTimes(2);
    await pass(INTERVALS.idle);
    expect(read).toHaveBeenCalledTimes(3);
  });

  test('reads seldom in a hidden tab, and at once when it is shown again', async () => {
    const read = jest.fn<Promise<boolean>, []>().mockResolvedValue(true);
    visibility = 'hidden';
    polling = startPolling(read);
    await settle();
    await pass(INTERVALS.busy);
    expect(read).toHaveBeenCalledTimes(1);

    visibility = 'visible';
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    await settle();

    expect(read).toHaveBeenCalledTimes(2);
  });

  test('never reads twice at a time; what was asked for meanwhile is read afterwards', async () => {
    let answer: (isBusy: boolean) => void = () => undefined;
    const read = jest.fn(
      () =>
        new Promise<boolean>((resolve) => {
          answer = resolve;
        }),
    );
    polling = startPolling(read);
    polling.now();
    polling.now();
    expect(read).toHaveBeenCalledTimes(1);

    answer(false);
    await settle();

    expect(read).toHaveBeenCalledTimes(2);
  });

  test('goes on after a reading that failed', async () => {
    const read = jest.fn<Promise<boolean>, []>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(false);
    polling = startPolling(read);
    await settle();

    await pass(INTERVALS.idle);

    expect(read).toHaveBeenCalledTimes(2);
  });

  test('stops, whatever it was doing', async () => {
    const read = jest.fn<Promise<boolean>, []>().mockResolvedValue(true);
    polling = startPolling(read);
    polling.stop();
    await settle();

    await pass(INTERVALS.idle);
    document.dispatchEvent(new CustomEvent('visibilitychange'));

    expect(read).toHaveBeenCalledTimes(1);
  });
});
