import { createElement } from 'lwc';
import SyncRuns from 'c/syncRuns';
import type { SyncRunView } from 'views/sync';
import goingOn from '../../syncRun/__tests__/data/goingOn.json';

function createRuns(runs: readonly SyncRunView[], hasMore = false): HTMLElement {
  const element = createElement('c-sync-runs', { is: SyncRuns });
  Object.assign(element, { runs, hasMore, connectionName: 'Harvest' });
  document.body.appendChild(element);
  return element;
}

describe('c-sync-runs', () => {
  test('lists runs with their figures', () => {
    const cells = createRuns([goingOn.run]).shadowRoot?.querySelectorAll('tbody tr > *') ?? [];

    expect([...cells].map((cell) => cell.textContent?.trim())).toEqual([
      'RUN-000001',
      'c.Run_Kind_Import',
      'c.Run_State_Running',
      expect.stringContaining('2026'),
      '1 min',
      '7,452',
      '7,434',
      '14',
      '0',
      '4',
      '81',
      '300',
      '120',
      '9',
      '42 sec',
    ]);
  });

  test('has a heading for each figure', () => {
    const element = createRuns([goingOn.run]);

    expect(element.shadowRoot?.querySelectorAll('thead th')).toHaveLength(15);
  });

  test('opens a run and asks for more', () => {
    const element = createRuns([goingOn.run], true);
    const opened = jest.fn();
    const more = jest.fn();
    element.addEventListener('openrun', (event) => {
      opened((event as CustomEvent<unknown>).detail);
    });
    element.addEventListener('more', more);

    element.shadowRoot?.querySelector<HTMLElement>('tbody button')?.click();
    element.shadowRoot?.querySelector('lightning-button')?.dispatchEvent(new CustomEvent('click'));

    expect(opened).toHaveBeenCalledWith({ id: goingOn.run.id });
    expect(more).toHaveBeenCalledTimes(1);
  });

  test('is accessible', async () => {
    await expect(createRuns([goingOn.run], true)).toBeAccessible();
  });
});
