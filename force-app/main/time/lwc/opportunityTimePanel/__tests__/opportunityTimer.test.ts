import { createElement } from 'lwc';
import OpportunityTimePanel from 'c/opportunityTimePanel';
import type { Entry } from 'c/entries';
import getPanel from '@salesforce/apex/OpportunityTimeController.getPanel';
import { start, subscribe, type TimerListener, type TimerState } from 'c/timer';
import type { EntryView } from 'views/time';
import panel from './data/panel.json';

jest.mock('@salesforce/apex/OpportunityTimeController.getPanel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/timer', () => ({ start: jest.fn(() => Promise.resolve()), subscribe: jest.fn(() => jest.fn()) }));

const OPPORTUNITY = '006000000000001AAA';
const [mine, colleagues] = panel.entries.entries;
const REFUSAL = { body: { message: 'A timer already runs. [TIME-020]' } };
const IDLE: TimerState = {
  view: { isRunning: false, canStart: true, elapsedSeconds: 0, isForgotten: false },
  elapsedSeconds: 0,
  error: undefined,
  logged: undefined,
};

/** What the timer tells the panel; the first to subscribe is the panel, then the timer's own tile. */
function tellTimer(state: TimerState): void {
  const [listener] = jest.mocked(subscribe).mock.calls[0] ?? [];
  (listener as TimerListener)(state);
}

type Found = HTMLElement & Record<string, unknown>;

async function createPanel(view: unknown): Promise<HTMLElement> {
  jest.mocked(getPanel).mockResolvedValueOnce(view as never);
  const element = createElement('c-opportunity-time-panel', { is: OpportunityTimePanel });
  Object.assign(element, { recordId: OPPORTUNITY });
  document.body.appendChild(element);
  await settle();
  return element;
}

function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function find(element: HTMLElement, selector: string): Found | null {
  return element.shadowRoot?.querySelector<Found>(selector) ?? null;
}

function shown(element: HTMLElement): readonly Entry[] {
  return (find(element, 'c-time-entry-list')?.['entries'] ?? []) as readonly Entry[];
}

function emit(element: HTMLElement, selector: string, name: string): void {
  find(element, selector)?.dispatchEvent(new CustomEvent(name));
}

describe('c-opportunity-time-panel, with its timer', () => {
  test('starts a timer on the opportunity where none runs', async () => {
    const element = await createPanel(panel);
    expect(find(element, '[data-action="start-timer"]')).toBeNull();
    tellTimer(IDLE);
    await settle();

    emit(element, '[data-action="start-timer"]', 'click');
    await settle();

    expect(start).toHaveBeenCalledWith(OPPORTUNITY, '');
    expect(find(element, '[role="status"]')?.textContent).toBe('c.Timer_Started');
  });

  test('says why a timer could not be started', async () => {
    const element = await createPanel(panel);
    tellTimer(IDLE);
    await settle();
    jest.mocked(start).mockRejectedValueOnce(REFUSAL);

    emit(element, '[data-action="start-timer"]', 'click');
    await settle();

    expect(find(element, 'c-error-panel')?.['error']).toEqual(REFUSAL);
  });

  test('offers no timer while one runs, nor to those who may not log', async () => {
    const element = await createPanel(panel);
    tellTimer({ ...IDLE, view: { isRunning: true, canStart: true, elapsedSeconds: 0, isForgotten: false } });
    await settle();
    expect(find(element, '[data-action="start-timer"]')).toBeNull();
    element.remove();
    jest.mocked(subscribe).mockClear();

    const other = await createPanel({ ...panel, canLog: false });
    tellTimer(IDLE);
    await settle();
    expect(find(other, '[data-action="start-timer"]')).toBeNull();
  });

  test('shows what a stopped timer has logged here, with the hours after it', async () => {
    const element = await createPanel({ ...panel, entries: { hasMore: false, entries: [colleagues] } });
    jest.mocked(getPanel).mockResolvedValueOnce(panel);

    tellTimer({ ...IDLE, logged: { entry: mine as EntryView, opportunityId: OPPORTUNITY } });
    await settle();

    expect(shown(element).map(({ id }) => id)).toEqual([mine?.id, colleagues?.id]);
    expect(getPanel).toHaveBeenCalledTimes(2);
  });

  test('does not care what a timer has logged elsewhere', async () => {
    await createPanel(panel);

    tellTimer({ ...IDLE, logged: { entry: mine as EntryView, opportunityId: '006000000000002AAA' } });
    await settle();

    expect(getPanel).toHaveBeenCalledTimes(1);
  });
});
