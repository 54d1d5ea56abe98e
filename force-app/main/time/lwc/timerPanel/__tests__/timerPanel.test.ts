import { createElement } from 'lwc';
import * as timer from 'c/timer';
import type { TimerState } from 'c/timer';
import TimerPanel from 'c/timerPanel';

jest.mock('c/timer', () => ({
  subscribe: jest.fn(),
  stop: jest.fn(),
  discard: jest.fn(),
  keepNote: jest.fn(),
}));

const RUNNING = {
  isRunning: true,
  canStart: true,
  elapsedSeconds: 0,
  isForgotten: false,
  startedAt: '2026-11-20T17:00:00.000Z',
  note: 'Pairing',
  projectName: 'Apollo',
};
const NONE = { isRunning: false, canStart: true, elapsedSeconds: 0, isForgotten: false };
const REFUSAL = { body: { message: 'A day has 24 hours. [TIME-003]' } };

type Found = HTMLElement & Record<string, unknown>;

const end = jest.fn();

function createPanel(view: TimerState['view'], saysNone = true): HTMLElement {
  jest.mocked(timer.subscribe).mockImplementation((listener) => {
    listener({ view, elapsedSeconds: 3725, error: undefined, logged: undefined });
    return end;
  });
  const panel = createElement('c-timer-panel', { is: TimerPanel });
  Object.assign(panel, { saysNone });
  document.body.appendChild(panel);
  return panel;
}

function find(panel: HTMLElement, selector: string): Found | null {
  return panel.shadowRoot?.querySelector<Found>(selector) ?? null;
}

async function press(panel: HTMLElement, action: string): Promise<void> {
  find(panel, `[data-action="${action}"]`)?.dispatchEvent(new CustomEvent('click'));
  await settle();
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await Promise.resolve(); // eslint-disable-line no-await-in-loop -- each turn lets the next reaction run
  }
}

describe('c-timer-panel', () => {
  test('shows how long the timer runs, on what, and its note', () => {
    const panel = createPanel(RUNNING);

    expect(find(panel, '[role="timer"]')?.textContent).toBe('1:02:05');
    expect(find(panel, '.slds-truncate')?.textContent).toBe('Apollo');
    expect(find(panel, 'lightning-input')?.['value']).toBe('Pairing');
  });

  test('stops it, after keeping a note that was just typed, and tells what was logged', async () => {
    jest.mocked(timer.stop).mockResolvedValueOnce({ seconds: 3725, projectName: 'Apollo' });
    const panel = createPanel(RUNNING);
    find(panel, 'lightning-input')?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Review' } }));

    await press(panel, 'stop');

    expect(timer.keepNote).toHaveBeenCalledWith('Review');
    expect(timer.stop).toHaveBeenCalledWith(null);
    expect(find(panel, '[role="status"]')?.textContent).toBe('c.Timer_Logged');
  });

  test('an unchanged note costs no call', async () => {
    const panel = createPanel(RUNNING);

    find(panel, 'lightning-input')?.dispatchEvent(new CustomEvent('blur'));
    await settle();

    expect(timer.keepNote).not.toHaveBeenCalled();
  });

  test('discards it', async () => {
    const panel = createPanel(RUNNING);

    await press(panel, 'discard');

    expect(timer.discard).toHaveBeenCalledTimes(1);
    expect(find(panel, '[role="status"]')?.textContent).toBe('c.Timer_Discarded');
  });

  test('asks what to keep of a forgotten timer, and logs that only', async () => {
    const panel = createPanel({ ...RUNNING, isForgotten: true });
    expect(find(panel, '[data-action="stop"]')).toBeNull();
    expect(find(panel, '.forgotten p')?.textContent).toBe('c.Timer_Forgotten_Hint');
    Object.assign(find(panel, 'c-duration-input') ?? {}, { read: () => ({ seconds: 28_800 }) });

    await press(panel, 'keep');

    expect(timer.stop).toHaveBeenCalledWith(28_800);
  });

  test('keeps nothing as long as what to keep is no duration', async () => {
    const panel = createPanel({ ...RUNNING, isForgotten: true });
    Object.assign(find(panel, 'c-duration-input') ?? {}, { read: () => null });

    await press(panel, 'keep');

    expect(timer.stop).not.toHaveBeenCalled();
  });

  test('says why it could not be stopped', async () => {
    jest.mocked(timer.stop).mockRejectedValueOnce(REFUSAL);
    const panel = createPanel(RUNNING);

    await press(panel, 'stop');

    expect(find(panel, 'c-error-panel')?.['error']).toEqual(REFUSAL);
  });

  test('says that none runs only where it is asked to', () => {
    expect(find(createPanel(NONE), '.none')?.textContent).toBe('c.Timer_None');
    expect(find(createPanel(NONE, false), '.none')).toBeNull();
    expect(find(createPanel(undefined), '.none')).toBeNull();
  });

  test('listens no longer than it is on the page', () => {
    createPanel(RUNNING).remove();

    expect(end).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['running', RUNNING],
    ['forgotten', { ...RUNNING, isForgotten: true }],
    ['none', NONE],
  ])('is accessible: %s', async (_name, view) => {
    await expect(createPanel(view)).toBeAccessible();
  });
});
