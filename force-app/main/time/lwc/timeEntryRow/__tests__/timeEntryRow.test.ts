import { createElement } from 'lwc';
import { toEntry, type Entry } from 'c/entries';
import TimeEntryRow from 'c/timeEntryRow';
import views from '../../entries/__tests__/data/views.json';

const [mine, approved] = views.map(toEntry) as [Entry, Entry];

function createRow(entry: Entry, showProject = false): HTMLElement {
  const row = createElement('c-time-entry-row', { is: TimeEntryRow });
  Object.assign(row, { entry, showProject });
  document.body.appendChild(row);
  return row;
}

function text(row: HTMLElement, selector: string): string | undefined {
  return row.shadowRoot?.querySelector(selector)?.textContent.trim();
}

function facts(row: HTMLElement): (string | null)[] {
  return [...(row.shadowRoot?.querySelectorAll('.fact') ?? [])].map((fact) => fact.textContent);
}

function buttons(row: HTMLElement): (HTMLElement & { alternativeText: string })[] {
  return [
    ...(row.shadowRoot?.querySelectorAll<HTMLElement & { alternativeText: string }>('lightning-button-icon') ?? []),
  ];
}

describe('c-time-entry-row', () => {
  test('shows hours, description, task, billable and whose it is', () => {
    const row = createRow(mine);

    expect(text(row, '.hours')).toBe('1.5 c.Budget_Hours_Unit');
    expect(text(row, '.description')).toBe('Kick-off workshop');
    expect(facts(row)).toEqual(['Design', 'c.Entry_Billable', 'c.Entry_You']);
  });

  test('names project and colleague, and says that it is approved and locked', () => {
    const row = createRow(approved, true);

    expect(facts(row)).toEqual(['Mercury', 'c.Entry_Not_Billable', 'Maya Chen', 'c.Entry_Status_Approved']);
    expect(row.shadowRoot?.querySelector('lightning-icon')).not.toBeNull();
    expect(buttons(row)).toHaveLength(0);
  });

  test('has a name even without description and task', () => {
    expect(text(createRow(approved), '.description')).toBe('c.Entry_Untitled');
  });

  test('says that it is being saved, and can be neither changed nor deleted until then', () => {
    const row = createRow({ ...mine, isPending: true });

    expect(facts(row)).toContain('c.Entry_Saving');
    expect(row.shadowRoot?.querySelector('[aria-busy="true"]')).not.toBeNull();
    expect(buttons(row)).toHaveLength(0);
  });

  test.each([
    [0, 'edit'],
    [1, 'remove'],
  ])('button %i emits %s with the id', (position, name) => {
    const row = createRow(mine);
    const handler = jest.fn<undefined, [CustomEvent]>();
    row.addEventListener(name, handler as unknown as EventListener);

    buttons(row)[position]?.dispatchEvent(new CustomEvent('click'));

    expect(handler.mock.lastCall?.[0].detail).toEqual({ id: mine.id });
  });

  test('each button says in words what it is for', () => {
    expect(buttons(createRow(mine)).map((button) => button.alternativeText)).toEqual([
      'c.Entry_Edit_This',
      'c.Entry_Remove_This',
    ]);
  });

  test.each([
    ['of mine', mine],
    ['approved', approved],
    ['not saved yet', { ...mine, isPending: true }],
  ])('is accessible when %s', async (_name, entry) => {
    await expect(createRow(entry, true)).toBeAccessible();
  });
});
