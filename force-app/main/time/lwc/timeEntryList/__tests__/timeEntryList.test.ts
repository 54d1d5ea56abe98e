import { createElement } from 'lwc';
import { toEntry, type Entry } from 'c/entries';
import TimeEntryList from 'c/timeEntryList';
import views from '../../entries/__tests__/data/views.json';

const entries = views.map(toEntry) as [Entry, Entry];

function createList(shown: readonly Entry[]): HTMLElement & Pick<TimeEntryList, 'edit'> {
  const list = createElement('c-time-entry-list', { is: TimeEntryList });
  Object.assign(list, { entries: shown, projects: [], tasks: [] });
  document.body.appendChild(list);
  return list;
}

function all(list: HTMLElement, selector: string): (HTMLElement & Record<string, unknown>)[] {
  return [...(list.shadowRoot?.querySelectorAll<HTMLElement & Record<string, unknown>>(selector) ?? [])];
}

async function emit(list: HTMLElement, selector: string, name: string, detail: unknown): Promise<void> {
  all(list, selector)[0]?.dispatchEvent(new CustomEvent(name, { detail }));
  await Promise.resolve();
}

describe('c-time-entry-list', () => {
  test('has a heading with the sum for each day', () => {
    const older = { ...entries[1], workDate: '2019-11-22' };
    const list = createList([{ ...entries[0], workDate: '2019-11-25' }, older, { ...older, id: 'another' }]);

    expect(all(list, '.day').map((day) => day.textContent)).toEqual([
      'Mon, Nov 25, 20191.5 c.Budget_Hours_Unit',
      'Fri, Nov 22, 20198 c.Budget_Hours_Unit',
    ]);
    expect(all(list, 'c-time-entry-row')).toHaveLength(3);
  });

  test('has no sum for a day of which more may follow', async () => {
    const list = createList(entries);
    Object.assign(list, { hasMore: true });

    await Promise.resolve();
    expect(all(list, '.day p').map((sum) => sum.textContent)).toEqual(['1.5 c.Budget_Hours_Unit', '']);
  });

  test('names projects only where there are several', () => {
    expect(all(createList(entries), 'c-time-entry-row')[0]?.['showProject']).toBe(true);
    expect(all(createList([entries[0]]), 'c-time-entry-row')[0]?.['showProject']).toBe(false);
  });

  test('shows nothing without entries', () => {
    expect(all(createList([]), 'section')).toHaveLength(0);
  });

  test('turns one row into a form, passes its draft on and closes it', async () => {
    const list = createList(entries);
    const handler = jest.fn<undefined, [CustomEvent]>();
    list.addEventListener('save', handler as unknown as EventListener);

    await emit(list, 'c-time-entry-row', 'edit', { id: entries[0].id });
    expect(all(list, 'c-time-entry-form').map((form) => form['entry'])).toEqual([entries[0]]);

    await emit(list, 'c-time-entry-form', 'save', { id: entries[0].id, seconds: 60 });
    expect(handler.mock.lastCall?.[0].detail).toEqual({ id: entries[0].id, seconds: 60 });
    expect(all(list, 'c-time-entry-form')).toHaveLength(0);
  });

  test('a canceled form gives the row back', async () => {
    const list = createList(entries);
    await emit(list, 'c-time-entry-row', 'edit', { id: entries[0].id });

    await emit(list, 'c-time-entry-form', 'cancel', null);

    expect(all(list, 'c-time-entry-row')).toHaveLength(2);
  });

  test('opens again with what could not be saved', async () => {
    const list = createList(entries);

    list.edit({ ...entries[0], seconds: 60 });
    await Promise.resolve();

    expect(all(list, 'c-time-entry-form')[0]?.['draft']).toMatchObject({ seconds: 60 });
  });

  test('passes on what is to be deleted', async () => {
    const list = createList(entries);
    const handler = jest.fn<undefined, [CustomEvent]>();
    list.addEventListener('remove', handler as unknown as EventListener);

    await emit(list, 'c-time-entry-row', 'remove', { id: entries[0].id });

    expect(handler.mock.lastCall?.[0].detail).toEqual({ id: entries[0].id });
  });

  test('is accessible with rows, with a form and empty', async () => {
    const list = createList(entries);
    await expect(list).toBeAccessible();

    await emit(list, 'c-time-entry-row', 'edit', { id: entries[0].id });
    await expect(list).toBeAccessible();

    await expect(createList([])).toBeAccessible();
  });
});
