import { createElement } from 'lwc';
import SyncRun from 'c/syncRun';
import type { SyncConnectionView, SyncRunView } from 'views/sync';
import goingOn from './data/goingOn.json';

const run: SyncRunView = goingOn.run;

function createRun(connection: SyncConnectionView): HTMLElement {
  const element = createElement('c-sync-run', { is: SyncRun });
  Object.assign(element, { connection });
  document.body.appendChild(element);
  return element;
}

function withRun(change: Partial<SyncRunView>): HTMLElement {
  return createRun({ ...goingOn, run: { ...run, ...change } });
}

function actions(element: HTMLElement): (string | undefined)[] {
  const buttons = element.shadowRoot?.querySelectorAll<HTMLElement>('lightning-button') ?? [];
  return [...buttons].map((button) => button.dataset['action']);
}

function text(element: HTMLElement, selector: string): string | undefined {
  return element.shadowRoot?.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();
}

function listen(element: HTMLElement, name: string): jest.Mock {
  const handler = jest.fn();
  element.addEventListener(name, (event) => {
    handler((event as CustomEvent<unknown>).detail);
  });
  return handler;
}

describe('c-sync-run', () => {
  test('shows what became of the rows of each entity, and which one is being read', () => {
    const element = createRun(goingOn);
    const rows = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])];

    expect(text(element, 'h2')).toBe('Harvest · c.Run_Kind_Import');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim()))).toEqual([
      ['c.Entity_Clients', '212', '198', '14', '0', '0'],
      ['c.Entity_Entries', '7,240', '7,236', '0', '0', '4'],
    ]);
    expect(rows.map((row) => row.getAttribute('aria-current'))).toEqual([null, 'step']);
  });

  test('tells how far, how fast and how much longer while it goes on', () => {
    const element = createRun(goingOn);

    expect(element.shadowRoot?.querySelectorAll('.fact')).toHaveLength(3);
    expect(text(element, '.state')).toBe('c.Run_State_Running');
    expect(element.shadowRoot?.querySelector<HTMLElement & { value: number }>('lightning-progress-bar')?.value).toBe(
      71,
    );
  });

  test('does not guess a rate or a time left that cannot be told', () => {
    const element = withRun({ seconds: 2, secondsLeft: null });

    expect(element.shadowRoot?.querySelectorAll('.fact')).toHaveLength(1);
  });

  test('says until when it waits and why', () => {
    const element = withRun({ state: 'Waiting', waitsUntil: '2026-11-23T10:47:00.000Z', message: '100 requests.' });

    expect(text(element, '.message')).toBe('c.Run_Waits_Until 100 requests.');
  });

  test.each([
    ['Running', true, ['pause', 'cancel']],
    ['Waiting', true, ['pause', 'cancel']],
    ['Paused', false, ['resume', 'cancel']],
    ['Failed', false, ['resume', 'start']],
    ['Completed', false, ['start']],
  ])('offers what can be done: %s', (state, isGoingOn, expected) => {
    expect(actions(withRun({ state, isGoingOn }))).toEqual(expected);
  });

  test('begins nothing where the connection is off', () => {
    const element = createRun({
      ...goingOn,
      isConnected: false,
      run: { ...run, state: 'Completed', isGoingOn: false },
    });

    expect(actions(element)).toEqual([]);
    expect(text(element, '.off')).toBe('c.Run_Not_Connected');
  });

  test('says that nothing has run yet', () => {
    const element = createRun({ id: 'a', name: 'Harvest', isConnected: true });

    expect(text(element, '.none')).toBe('c.Run_None');
    expect(actions(element)).toEqual(['start']);
  });

  test('asks for what is pressed', () => {
    const element = createRun(goingOn);
    const handler = listen(element, 'runaction');

    element.shadowRoot?.querySelector('[data-action="pause"]')?.dispatchEvent(new CustomEvent('click'));

    expect(handler).toHaveBeenCalledWith({ action: 'pause', connectionId: goingOn.id, runId: run.id });
  });

  test('numbers lead to records, failed ones to issues, and zero nowhere', () => {
    const element = createRun(goingOn);
    const records = listen(element, 'showrecords');
    const issues = listen(element, 'showissues');

    element.shadowRoot?.querySelector<HTMLElement>('[data-entity="clients"][data-count="created"]')?.click();
    element.shadowRoot?.querySelector<HTMLElement>('[data-entity="entries"][data-count="failed"]')?.click();

    expect(records).toHaveBeenCalledWith({ entity: 'clients', connectionId: goingOn.id });
    expect(issues).toHaveBeenCalledWith({ entity: 'entries', connectionId: goingOn.id });
    expect(element.shadowRoot?.querySelector('[data-entity="clients"][data-count="failed"]')).toBeNull();
  });

  test('is accessible with and without a run', async () => {
    await expect(createRun(goingOn)).toBeAccessible();
    await expect(withRun({ state: 'Failed', isGoingOn: false, message: 'Stopped.' })).toBeAccessible();
    await expect(createRun({ id: 'a', name: 'Harvest', isConnected: false })).toBeAccessible();
  });
});
