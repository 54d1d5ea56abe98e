import discardTimer from '@salesforce/apex/TimerController.discardTimer';
import getTimer from '@salesforce/apex/TimerController.getTimer';
import noteTimer from '@salesforce/apex/TimerController.noteTimer';
import startTimer from '@salesforce/apex/TimerController.startTimer';
import stopTimer from '@salesforce/apex/TimerController.stopTimer';
import { discard, keepNote, start, stop, subscribe, type TimerState } from 'c/timer';

jest.mock('@salesforce/apex/TimerController.discardTimer', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimerController.getTimer', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimerController.noteTimer', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimerController.startTimer', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimerController.stopTimer', () => ({ default: jest.fn() }), { virtual: true });

const NONE = { isRunning: false, canStart: true, elapsedSeconds: 0, isForgotten: false };
const RUNNING = {
  isRunning: true,
  canStart: true,
  elapsedSeconds: 60,
  isForgotten: false,
  projectName: 'Apollo',
  opportunityId: '006000000000001AAA',
};
const REFUSAL = { body: { message: 'It is stopped already. [TIME-023]' } };

let ends: (() => void)[] = [];

function listen(): TimerState[] {
  const states: TimerState[] = [];
  ends.push(subscribe((state) => states.push(state)));
  return states;
}

async function settle(): Promise<void> {
  await jest.advanceTimersByTimeAsync(0);
}

describe('c-timer', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.mocked(getTimer).mockResolvedValue(RUNNING);
  });

  afterEach(() => {
    ends.forEach((end) => {
      end();
    });
    ends = [];
    jest.useRealTimers();
  });

  test('components that listen at the same time share one call', async () => {
    const first = listen();
    const second = listen();
    await settle();

    expect(getTimer).toHaveBeenCalledTimes(1);
    expect(first.at(-1)?.view).toEqual(RUNNING);
    expect(second.at(-1)?.view).toEqual(RUNNING);
  });

  test('counts on from what the org says, and stops counting when nobody listens', async () => {
    const states = listen();
    await settle();

    await jest.advanceTimersByTimeAsync(3000);
    expect(states.at(-1)?.elapsedSeconds).toBe(63);

    ends.pop()?.();
    expect(jest.getTimerCount()).toBe(0);
  });

  test('starts, notes and discards in the org', async () => {
    const states = listen();
    jest.mocked(startTimer).mockResolvedValueOnce(RUNNING);
    jest.mocked(noteTimer).mockResolvedValueOnce({ ...RUNNING, note: 'Pairing' });
    jest.mocked(discardTimer).mockResolvedValueOnce(NONE);

    await start('006000000000001AAA', '');
    expect(startTimer).toHaveBeenCalledWith({ recordId: '006000000000001AAA', note: '' });
    await keepNote('Pairing');
    expect(states.at(-1)?.view).toMatchObject({ note: 'Pairing' });
    await discard();
    expect(states.at(-1)?.view).toEqual(NONE);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('tells what a stop has logged, and for which opportunity', async () => {
    const states = listen();
    await settle();
    jest.mocked(stopTimer).mockResolvedValueOnce({ id: 'a04000000000001AAA', seconds: 60 });

    await stop(60);

    expect(stopTimer).toHaveBeenCalledWith({ keepSeconds: 60 });
    expect(states.at(-1)).toMatchObject({
      view: { isRunning: false },
      elapsedSeconds: 0,
      logged: { entry: { id: 'a04000000000001AAA' }, opportunityId: RUNNING.opportunityId },
    });
  });

  test('a refused stop shows what the org has now, and says why', async () => {
    const states = listen();
    await settle();
    jest.mocked(stopTimer).mockRejectedValueOnce(REFUSAL);
    jest.mocked(getTimer).mockResolvedValueOnce(NONE);

    await expect(stop(null)).rejects.toBe(REFUSAL);

    expect(states.at(-1)?.view).toEqual(NONE);
  });

  test('asks again when the page comes back to the front', async () => {
    const states = listen();
    await settle();
    jest.mocked(getTimer).mockResolvedValueOnce(NONE);
    await jest.advanceTimersByTimeAsync(10_000);

    document.dispatchEvent(new CustomEvent('visibilitychange'));
    await settle();

    expect(states.at(-1)?.view).toEqual(NONE);
  });

  test('says when the org cannot be reached', async () => {
    jest.mocked(getTimer).mockRejectedValueOnce(REFUSAL);
    const states = listen();
    await settle();

    expect(states.at(-1)?.error).toBe(REFUSAL);
  });
});
