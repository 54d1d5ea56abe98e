import { createElement } from 'lwc';
import { subscribe, type TimerListener } from 'c/timer';
import TimerUtility from 'c/timerUtility';
import { EnclosingUtilityId, updateUtility } from 'lightning/platformUtilityBarApi';

jest.mock('c/timer', () => ({ subscribe: jest.fn(), stop: jest.fn(), discard: jest.fn(), keepNote: jest.fn() }));
jest.mock(
  'lightning/platformUtilityBarApi',
  () => {
    const { createTestWireAdapter } = jest.requireActual<{ createTestWireAdapter: () => unknown }>(
      '@salesforce/wire-service-jest-util',
    );
    return { EnclosingUtilityId: createTestWireAdapter(), updateUtility: jest.fn(() => Promise.resolve(true)) };
  },
  { virtual: true },
);

const VIEW = { isRunning: true, canStart: true, elapsedSeconds: 0, isForgotten: false, projectName: 'Apollo' };
const enclosing = EnclosingUtilityId as unknown as { emit(value: unknown): void };

let tell: TimerListener;

async function createUtility(): Promise<HTMLElement> {
  jest.mocked(subscribe).mockImplementation((listener) => {
    tell = listener;
    return jest.fn();
  });
  const utility = createElement('c-timer-utility', { is: TimerUtility });
  document.body.appendChild(utility);
  enclosing.emit('timer');
  await Promise.resolve();
  jest.mocked(updateUtility).mockClear();
  return utility;
}

function say(elapsedSeconds: number, isRunning = true): void {
  // The utility subscribes first, the panel in it after that; this is what the utility itself hears.
  const [listener] = jest.mocked(subscribe).mock.calls[0] ?? [tell];
  listener({ view: { ...VIEW, isRunning }, elapsedSeconds, error: undefined, logged: undefined });
}

describe('c-timer-utility', () => {
  test('its button tells how long the timer runs, and on what, once a minute', async () => {
    await createUtility();

    say(3725);
    say(3726);
    say(3780);

    expect(jest.mocked(updateUtility).mock.calls).toEqual([
      ['timer', { label: '1:02 Apollo', highlighted: true }],
      ['timer', { label: '1:03 Apollo', highlighted: true }],
    ]);
  });

  test('its button has its name back when the timer is stopped', async () => {
    await createUtility();
    say(60);

    say(0, false);

    expect(updateUtility).toHaveBeenLastCalledWith('timer', { label: 'c.Timer_Title', highlighted: false });
  });

  test('tries again when the bar refuses', async () => {
    await createUtility();
    jest.mocked(updateUtility).mockRejectedValueOnce(new Error('No such utility'));
    say(60);
    await Promise.resolve();
    await Promise.resolve();

    say(61);

    expect(updateUtility).toHaveBeenCalledTimes(2);
  });

  test('shows the panel, which says when there is no timer', async () => {
    const utility = await createUtility();

    const panel = utility.shadowRoot?.querySelector<HTMLElement & { saysNone: boolean }>('c-timer-panel');
    expect(panel?.saysNone).toBe(true);
    await expect(utility).toBeAccessible();
  });
});
