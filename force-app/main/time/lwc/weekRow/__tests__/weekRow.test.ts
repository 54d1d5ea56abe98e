import { createElement } from 'lwc';
import WeekRow from 'c/weekRow';
import type { Day } from 'c/weekDates';
import type { Cell, Row } from 'c/weekModel';

const DAYS: readonly Day[] = Array.from({ length: 7 }, (_, column) => ({
  date: `2026-11-${23 + column}`,
  column,
  name: 'Mon',
  number: '23',
  label: `Day ${column}`,
  isToday: column === 1,
  isWorkDay: column < 5,
  closedPeriod: column === 6 ? 'November' : '',
}));

function cell(column: number, changes: Partial<Cell> = {}): Cell {
  return {
    key: `a|d|${column}`,
    date: `2026-11-${23 + column}`,
    column,
    entries: [],
    seconds: 0,
    text: '',
    problem: '',
    isList: false,
    isLocked: false,
    hasNote: false,
    ...changes,
  };
}

const ENTRY = { id: 'e1', status: 'Approved', description: 'Kick-off' };

function row(changes: Partial<Row> = {}, cells: readonly Partial<Cell>[] = []): Row {
  return {
    key: 'a|d',
    source: { projectId: 'a', projectName: 'Apollo', taskId: 'd', taskName: 'Design', isBillable: true },
    name: 'Apollo · Design',
    isFavorite: false,
    cells: DAYS.map(({ column }) => cell(column, cells[column])),
    seconds: 7200,
    ...changes,
  };
}

interface Element extends HTMLElement {
  row: Row;
  focusCell(column: number): void;
  makeReachable(column: number, isReachable: boolean): void;
}

const EVENTS = ['celledit', 'cellmove', 'cellopen', 'cellpaste', 'cellfill', 'cellrevert', 'rowaction'];

function createRow(properties: object = {}): {
  readonly element: Element;
  readonly events: (readonly [string, unknown])[];
} {
  const element = createElement('c-week-row', { is: WeekRow }) as unknown as Element;
  Object.assign(element, { row: row(), days: DAYS, canFavor: true, ...properties });
  const events: (readonly [string, unknown])[] = [];
  for (const name of EVENTS) {
    element.addEventListener(name, (event) => events.push([name, (event as CustomEvent<unknown>).detail]));
  }
  const grid = document.createElement('div');
  grid.setAttribute('role', 'grid');
  element.setAttribute('role', 'row');
  grid.appendChild(element);
  document.body.appendChild(grid);
  return { element, events };
}

function field(element: Element, column: number): HTMLInputElement {
  const found = element.shadowRoot?.querySelector<HTMLInputElement>(`input[data-column="${column}"]`);
  if (!found) {
    throw new Error(`No cell ${column}`);
  }
  return found;
}

function all(element: Element, selector: string): readonly Record<string, unknown>[] {
  return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])] as unknown as readonly Record<string, unknown>[];
}

function find(element: Element, selector: string): (HTMLElement & Record<string, unknown>) | null {
  return element.shadowRoot?.querySelector<HTMLElement & Record<string, unknown>>(selector) ?? null;
}

function press(target: HTMLElement, key: string, options: KeyboardEventInit = {}): boolean {
  return target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...options }),
  );
}

function type(target: HTMLInputElement, text: string): void {
  target.value = text;
  target.dispatchEvent(new CustomEvent('input'));
}

describe('c-week-row', () => {
  test('shows its name, the hours of its days and their sum', () => {
    const { element } = createRow({ row: row({}, [{ text: '2:00', seconds: 7200 }]) });

    expect(find(element, '.title')?.textContent).toBe('Apollo · Design');
    expect(field(element, 0).value).toBe('2:00');
    expect(field(element, 1).value).toBe('');
    expect(find(element, '.total')?.textContent).toBe('2:00');
    expect(field(element, 0).getAttribute('aria-label')).toBe('Apollo · Design, Day 0');
  });

  test.each([
    ['ArrowRight', { right: 1, down: 0 }],
    ['ArrowLeft', { right: -1, down: 0 }],
    ['ArrowUp', { right: 0, down: -1 }],
    ['ArrowDown', { right: 0, down: 1 }],
    ['Enter', { right: 0, down: 1 }],
    ['Home', { right: -6, down: 0 }],
    ['End', { right: 6, down: 0 }],
  ])('moves on %s', (key, move) => {
    const { element, events } = createRow();
    field(element, 2).focus();

    expect(press(field(element, 2), key)).toBe(false);

    expect(events).toEqual([['cellmove', { column: 2, ...move }]]);
  });

  test('reads the side arrows the other way in a page from right to left', () => {
    const { element, events } = createRow();
    field(element, 2).style.direction = 'rtl';
    field(element, 2).focus();

    press(field(element, 2), 'ArrowLeft');

    expect(events).toEqual([['cellmove', { column: 2, right: 1, down: 0 }]]);
  });

  test('selects the text of a cell it comes to, so that typing replaces it', () => {
    const { element } = createRow({ row: row({}, [{ text: '2:00' }]) });

    element.focusCell(0);

    expect(field(element, 0).selectionStart).toBe(0);
    expect(field(element, 0).selectionEnd).toBe(4);
    expect(field(element, 0).tabIndex).toBe(0);
  });

  test.each([
    ['Enter', {}, { right: 0, down: 1 }],
    ['Enter', { shiftKey: true }, { right: 0, down: -1 }],
    ['Tab', {}, { right: 1, down: 0 }],
    ['ArrowRight', {}, { right: 1, down: 0 }],
  ])('confirms what was typed on %s %p', (key, options, move) => {
    const { element, events } = createRow();
    field(element, 2).focus();
    type(field(element, 2), '1,5');

    press(field(element, 2), key, options);

    expect(events).toEqual([
      ['celledit', { column: 2, text: '1,5' }],
      ['cellmove', { column: 2, ...move }],
    ]);
  });

  test('Tab leaves the grid from a cell that nothing was typed in', () => {
    const { element, events } = createRow();
    field(element, 2).focus();

    expect(press(field(element, 2), 'Tab')).toBe(true);
    expect(events).toEqual([]);
  });

  test('confirms when the cursor leaves, once, and not what is as it was', () => {
    const { element, events } = createRow({ row: row({}, [{ text: '2:00' }]) });
    field(element, 0).focus();
    type(field(element, 0), '3');
    field(element, 0).blur();
    field(element, 1).focus();
    type(field(element, 1), '4');
    type(field(element, 1), '');
    field(element, 1).blur();

    expect(events).toEqual([['celledit', { column: 0, text: '3' }]]);
  });

  test('shows the hours as the week writes them, also where typing them has changed nothing', async () => {
    const { element } = createRow({ row: row({}, [{ text: '2:00' }]) });
    field(element, 0).focus();
    type(field(element, 0), '2');
    press(field(element, 0), 'Enter');
    await Promise.resolve();
    await Promise.resolve();

    expect(field(element, 0).value).toBe('2:00');
  });

  test('Escape takes back what was typed, and then what was refused', () => {
    const { element, events } = createRow({ row: row({}, [{ text: '2:00' }]) });
    field(element, 0).focus();
    type(field(element, 0), '3');

    press(field(element, 0), 'Escape');
    expect(field(element, 0).value).toBe('2:00');
    expect(events).toEqual([]);

    press(field(element, 0), 'Escape');
    expect(events).toEqual([['cellrevert', { column: 0 }]]);
  });

  test('F2 edits the text, with the side arrows in it', () => {
    const { element, events } = createRow({ row: row({}, [{ text: '2:00' }]) });
    field(element, 0).focus();
    press(field(element, 0), 'F2');

    expect(field(element, 0).selectionStart).toBe(4);
    expect(press(field(element, 0), 'ArrowLeft')).toBe(true);
    expect(press(field(element, 0), '.')).toBe(true);
    expect(events).toEqual([]);
  });

  test('a click points at a cell, a second one edits it', () => {
    const { element, events } = createRow({ row: row({}, [{ text: '2:00' }]) });
    field(element, 0).focus();
    field(element, 0).dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    expect(field(element, 0).selectionEnd).toBe(4);

    field(element, 0).dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));

    expect(press(field(element, 0), 'ArrowLeft')).toBe(true);
    expect(events).toEqual([]);
  });

  test.each(['Delete', 'Backspace'])('%s empties a cell', (key) => {
    const { element, events } = createRow({ row: row({}, [{ text: '2:00' }]) });
    field(element, 0).focus();

    press(field(element, 0), key);

    expect(events).toEqual([['celledit', { column: 0, text: '' }]]);
  });

  test('a period opens the note, but is a decimal point in what is typed', () => {
    const { element, events } = createRow();
    field(element, 0).focus();
    press(field(element, 0), '.');
    type(field(element, 0), '1');

    expect(press(field(element, 0), '.')).toBe(true);
    expect(events).toEqual([['cellopen', { column: 0 }]]);
  });

  test.each([
    [
      { key: 'd', ctrlKey: true },
      { column: 0, from: 'above', text: '' },
    ],
    [
      { key: 'd', metaKey: true },
      { column: 0, from: 'above', text: '' },
    ],
    [
      { key: 'Enter', ctrlKey: true },
      { column: 0, from: 'cell', text: '' },
    ],
  ])('fills on %p', ({ key, ...options }, detail) => {
    const { element, events } = createRow();
    field(element, 0).focus();

    expect(press(field(element, 0), key, options)).toBe(false);
    expect(events).toEqual([['cellfill', detail]]);
  });

  test('Ctrl+End goes to the last cell of all', () => {
    const { element, events } = createRow();
    field(element, 0).focus();

    press(field(element, 0), 'End', { ctrlKey: true });

    expect(events).toEqual([['cellmove', { column: 0, right: 6, down: Number.MAX_SAFE_INTEGER }]]);
  });

  test('copies a cell, and pastes lines of values from a spreadsheet', () => {
    const { element, events } = createRow({ row: row({}, [{ text: '2:00' }]) });
    const clipboard = new Map<string, string>();
    const clipboardData = {
      setData: (kind: string, text: string) => clipboard.set(kind, text),
      getData: () => '1:00\t2:00\r\n3:00\t\r\n',
    };
    const send = (kind: string): boolean =>
      field(element, 0).dispatchEvent(
        Object.assign(new CustomEvent(kind, { bubbles: true, cancelable: true }), { clipboardData }),
      );
    field(element, 0).focus();

    expect(send('copy')).toBe(false);
    expect(send('paste')).toBe(false);

    expect(clipboard.get('text/plain')).toBe('2:00');
    expect(events).toEqual([
      [
        'cellpaste',
        {
          column: 0,
          values: [
            ['1:00', '2:00'],
            ['3:00', ''],
          ],
        },
      ],
    ]);
  });

  test('opens the list of a cell with several entries, which cannot be typed in', () => {
    const { element, events } = createRow({
      row: row({}, [{ text: '3:00', isList: true, entries: [ENTRY, { ...ENTRY, id: 'e2' }] }]),
    });
    field(element, 0).focus();
    expect(field(element, 0).readOnly).toBe(true);

    press(field(element, 0), 'Enter');

    expect(events).toEqual([['cellopen', { column: 0 }]]);
  });

  test('marks locked time, notes and closed days, and says so in words', () => {
    const { element } = createRow({
      row: row({}, [
        { text: '1:00', isLocked: true, entries: [ENTRY] },
        { text: '1:00', hasNote: true, entries: [ENTRY] },
      ]),
    });
    const icons = all(element, 'lightning-icon');

    expect(icons.map((icon) => icon['iconName'])).toEqual(['utility:lock', 'utility:note']);
    expect(field(element, 0).readOnly).toBe(true);
    expect(field(element, 1).readOnly).toBe(false);
    expect(field(element, 1).title).toBe('Kick-off');
    expect(field(element, 6).readOnly).toBe(true);
    expect(field(element, 6).getAttribute('aria-label')).toContain('c.Week_Cell_Closed');
  });

  test('says in the row what is wrong with a cell, tied to the cell', () => {
    const { element } = createRow({ row: row({}, [{}, { text: '26', problem: 'Too long.' }]) });

    const problem = find(element, '.problems p');
    expect(problem?.textContent).toBe('Day 1: Too long.');
    expect(problem?.getAttribute('role')).toBe('alert');
    expect(field(element, 1).getAttribute('aria-invalid')).toBe('true');
    expect(field(element, 1).getAttribute('aria-describedby')).toBe(problem?.id);
    expect(field(element, 0).getAttribute('aria-invalid')).toBe('false');
  });

  test('passes on its star and its menu', () => {
    const { element, events } = createRow();

    find(element, '.star')?.click();
    find(element, 'lightning-button-menu')?.dispatchEvent(new CustomEvent('select', { detail: { value: 'task' } }));

    expect(events).toEqual([
      ['rowaction', { action: 'favorite' }],
      ['rowaction', { action: 'task' }],
    ]);
  });

  test('its buttons are places in the grid as well', () => {
    const { element, events } = createRow();
    const star = find(element, '.star');
    element.makeReachable(-2, true);

    press(star as HTMLElement, 'ArrowRight');

    expect(star?.tabIndex).toBe(0);
    expect(events).toEqual([['cellmove', { column: -2, right: 1, down: 0 }]]);
  });

  test.each([
    [{}, ['fill', 'task', 'project', 'remove']],
    [{ row: row({ isFavorite: true }) }, ['fill', 'task', 'project']],
    [{ row: row({}, [{ entries: [ENTRY] }]) }, ['fill', 'task', 'project']],
    [{ isReadOnly: true }, ['project']],
  ])('offers what can be done with %p', (properties, expected) => {
    const { element } = createRow(properties);
    const items = all(element, 'lightning-menu-item');

    expect(items.map((item) => item['value'])).toEqual(expected);
    expect(field(element, 0).readOnly).toBe('isReadOnly' in properties);
  });

  test.each([
    ['hours', row({}, [{ text: '1:00' }])],
    ['nothing', row()],
    ['a problem', row({}, [{ text: '26', problem: 'Too long.' }])],
    ['locked time', row({}, [{ text: '1:00', isLocked: true, entries: [ENTRY] }])],
  ])('is accessible with %s', async (_name, shown) => {
    const { element } = createRow({ row: shown });

    await expect(element.parentElement).toBeAccessible();
  });
});
