import { createElement } from 'lwc';
import WeekGrid, { type CellEdit } from 'c/weekGrid';
import { rowsOf, type Draft, type Row, type RowSource } from 'c/weekModel';
import type { Day } from 'c/weekDates';
import type { EntryView } from 'views/time';

const DAYS: readonly Day[] = Array.from({ length: 7 }, (_, column) => ({
  date: `2026-11-${23 + column}`,
  column,
  name: 'Mon',
  number: `${23 + column}`,
  label: `Day ${column}`,
  isToday: column === 1,
  isWorkDay: column < 5,
  closedPeriod: column === 3 ? 'November' : '',
}));

const source = (index: number): RowSource => ({
  projectId: `p${String(index).padStart(3, '0')}`,
  projectName: `Project ${String(index).padStart(3, '0')}`,
  taskId: '',
  taskName: '',
  isBillable: true,
});

function entry(index: number, column: number, seconds: number): EntryView {
  const { projectId, projectName } = source(index);
  return {
    id: `e${index}-${column}`,
    workDate: `2026-11-${23 + column}`,
    seconds,
    projectId,
    projectName,
    editable: true,
  };
}

function rows(
  count: number,
  entries: readonly EntryView[] = [],
  drafts: readonly Draft[] = [],
  before: readonly Row[] = [],
): readonly Row[] {
  const added = Array.from({ length: count }, (_, index) => source(index));
  return rowsOf({ days: DAYS, entries, favorites: [], added, drafts }, before);
}

interface Element extends HTMLElement {
  rows: readonly Row[];
  focusRow(rowKey: string, column?: number): void;
}

function createGrid(shown: readonly Row[], properties: object = {}): Element {
  const element = createElement('c-week-grid', { is: WeekGrid }) as unknown as Element;
  Object.assign(element, { rows: shown, days: DAYS, canFavor: true, ...properties });
  document.body.appendChild(element);
  return element;
}

function editsOf(element: Element): CellEdit[] {
  const edits: CellEdit[] = [];
  element.addEventListener('cellsedit', (event) => {
    edits.push(...(event as CustomEvent<{ readonly edits: readonly CellEdit[] }>).detail.edits);
  });
  return edits;
}

const rowElements = (element: Element): readonly HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('c-week-row') ?? []),
];

function field(element: Element, row: number, column: number): HTMLInputElement {
  const found = rowElements(element)[row]?.shadowRoot?.querySelector<HTMLInputElement>(
    `input[data-column="${column}"]`,
  );
  if (!found) {
    throw new Error(`No cell ${column} in row ${row}`);
  }
  return found;
}

function press(target: HTMLElement, key: string, options: KeyboardEventInit = {}): void {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...options }),
  );
}

function type(target: HTMLInputElement, text: string): void {
  target.value = text;
  target.dispatchEvent(new CustomEvent('input'));
}

/** The cell with the cursor: number of its row and its column. */
function place(element: Element): readonly [number, number] {
  const index = rowElements(element).findIndex((row) => row.shadowRoot?.activeElement);
  const active = rowElements(element)[index]?.shadowRoot?.activeElement as HTMLElement | null | undefined;
  return [index, Number(active?.dataset['column'])];
}

const reachable = (element: Element): readonly string[] =>
  rowElements(element).flatMap((row, index) =>
    [...(row.shadowRoot?.querySelectorAll<HTMLInputElement>('input') ?? [])]
      .filter(({ tabIndex }) => tabIndex === 0)
      .map(({ dataset }) => `${index}:${dataset['column']}`),
  );

const texts = (element: Element, selector: string): readonly (string | null)[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent);

describe('c-week-grid', () => {
  test('shows the totals of days and week under its rows', () => {
    const element = createGrid(rows(2, [entry(0, 0, 3600), entry(1, 0, 1800), entry(1, 6, 60)]));

    expect(rowElements(element)).toHaveLength(2);
    expect(texts(element, '.foot .sum')).toEqual(['1:30', '0:00', '0:00', '0:00', '0:00', '0:00', '0:01', '1:31']);
  });

  test('marks today and closed days', () => {
    const element = createGrid(rows(0));

    expect(texts(element, '.today')).toEqual([expect.stringContaining('24')]);
    expect(element.shadowRoot?.querySelectorAll('.head lightning-icon')).toHaveLength(1);
  });

  test('is one stop for the Tab key: today of the first row, then wherever the cursor was', () => {
    const element = createGrid(rows(3));
    expect(reachable(element)).toEqual(['0:1']);

    field(element, 2, 4).focus();

    expect(reachable(element)).toEqual(['2:4']);
  });

  test.each([
    ['ArrowDown', {}, [2, 2]],
    ['ArrowUp', {}, [0, 2]],
    ['ArrowRight', {}, [1, 3]],
    ['Home', {}, [1, 0]],
    ['End', {}, [1, 6]],
    ['Home', { ctrlKey: true }, [0, 0]],
    ['End', { ctrlKey: true }, [2, 6]],
  ])('%s %p goes to %p', (key, options, expected) => {
    const element = createGrid(rows(3));
    field(element, 1, 2).focus();

    press(field(element, 1, 2), key, options);

    expect(place(element)).toEqual(expected);
  });

  test('stops at its edges', () => {
    const element = createGrid(rows(2));
    field(element, 1, 6).focus();

    press(field(element, 1, 6), 'ArrowDown');
    press(field(element, 1, 6), 'ArrowRight');

    expect(place(element)).toEqual([1, 6]);
  });

  test('puts the cursor into a row as soon as the row is there', async () => {
    const element = createGrid(rows(1));
    element.focusRow('p001|');
    element.rows = rows(2);
    await Promise.resolve();

    expect(place(element)).toEqual([1, 1]);
  });

  test('says what was entered, and where', () => {
    const element = createGrid(rows(2));
    const edits = editsOf(element);
    field(element, 1, 2).focus();
    type(field(element, 1, 2), '1:30');

    press(field(element, 1, 2), 'Enter');

    expect(edits).toEqual([{ rowKey: 'p001|', column: 2, text: '1:30' }]);
  });

  test('Ctrl+D takes the value from above', () => {
    const element = createGrid(rows(2, [entry(0, 2, 5400)]));
    const edits = editsOf(element);
    field(element, 1, 2).focus();

    press(field(element, 1, 2), 'd', { ctrlKey: true });
    press(field(element, 0, 2), 'd', { ctrlKey: true });

    expect(edits).toEqual([{ rowKey: 'p001|', column: 2, text: '1:30' }]);
  });

  test('Ctrl+Enter and the menu fill the empty work days that are open', () => {
    const element = createGrid(rows(1, [entry(0, 1, 5400), entry(0, 2, 60)]));
    const edits = editsOf(element);
    field(element, 0, 1).focus();

    press(field(element, 0, 1), 'Enter', { ctrlKey: true });
    expect(edits.map(({ column, text }) => [column, text])).toEqual([
      [0, '1:30'],
      [4, '1:30'],
    ]);

    rowElements(element)[0]?.dispatchEvent(new CustomEvent('rowaction', { detail: { action: 'fill' } }));
    expect(edits).toHaveLength(4);
  });

  test('fills with what has only just been typed', () => {
    const element = createGrid(rows(1));
    const edits = editsOf(element);
    field(element, 0, 1).focus();
    type(field(element, 0, 1), '2');

    press(field(element, 0, 1), 'Enter', { ctrlKey: true });

    expect(edits.map(({ column, text }) => `${column}:${text}`)).toEqual(['1:2', '0:2', '2:2', '4:2']);
  });

  test('pastes a block of values, past what is closed, locked or outside', () => {
    const element = createGrid(rows(2, [{ ...entry(1, 2, 60), editable: false }]));
    const edits = editsOf(element);
    const values = [
      ['1', ' 2 ', '3'],
      ['4', '5'],
      ['6', '7'],
    ];

    rowElements(element)[0]?.dispatchEvent(new CustomEvent('cellpaste', { detail: { column: 2, values } }));

    expect(edits).toEqual([
      { rowKey: 'p000|', column: 2, text: '1' },
      { rowKey: 'p000|', column: 4, text: '3' },
    ]);
  });

  test('takes no edits from who may only look', () => {
    const element = createGrid(rows(1), { isReadOnly: true });
    const edits = editsOf(element);

    rowElements(element)[0]?.dispatchEvent(new CustomEvent('celledit', { detail: { column: 0, text: '1' } }));

    expect(edits).toEqual([]);
  });

  test.each(['cellopen', 'cellrevert', 'rowaction'])('passes on %s with the row', (kind) => {
    const element = createGrid(rows(1));
    const heard = jest.fn();
    element.addEventListener(kind, (event) => {
      heard((event as CustomEvent<unknown>).detail);
    });

    rowElements(element)[0]?.dispatchEvent(new CustomEvent(kind, { detail: { column: 3 } }));

    expect(heard).toHaveBeenCalledWith({ rowKey: 'p000|', column: 3 });
  });

  test('with 100 rows a keystroke renders at most one of them', async () => {
    // To be drawn, a row has to be asked for its name; nothing else asks for it once the rows are made.
    const rendered = new Set<string>();
    const watched = (made: readonly Row[]): readonly Row[] => {
      for (const one of made) {
        const { key, name } = one;
        Object.defineProperty(one, 'name', {
          configurable: true,
          enumerable: true,
          get: () => {
            rendered.add(key);
            return name;
          },
        });
      }
      return made;
    };
    let shown = watched(rows(100, [entry(7, 0, 3600)]));
    const element = createGrid(shown);
    await Promise.resolve();
    expect(rendered.size).toBe(100);
    const cell = field(element, 50, 2);
    const counts: number[] = [];
    const stroke = async (act: () => void): Promise<void> => {
      act();
      rendered.clear();
      await Promise.resolve();
      await Promise.resolve();
      counts.push(rendered.size);
    };
    // What the page does with an edit: a draft, and rows made anew of all it knows.
    element.addEventListener('cellsedit', () => {
      const draft: Draft = {
        key: 'p050||2026-11-25',
        rowKey: 'p050|',
        source: source(50),
        date: '2026-11-25',
        entryId: null,
        text: '1:3',
        seconds: 3780,
        knownSeconds: 0,
        knownDescription: '',
        knownEntryIds: [],
        problem: '',
        isConflict: false,
      };
      shown = watched(rows(100, [entry(7, 0, 3600)], [draft], shown));
      element.rows = shown;
    });

    await stroke(() => cell.focus());
    await stroke(() => type(cell, '1'));
    await stroke(() => type(cell, '1:'));
    await stroke(() => type(cell, '1:3'));
    await stroke(() => press(cell, 'Enter'));
    await stroke(() => press(field(element, 51, 2), 'ArrowDown'));
    await stroke(() => press(field(element, 52, 2), 'ArrowRight'));

    expect(field(element, 50, 2).value).toBe('1:03');
    expect(place(element)).toEqual([52, 3]);
    expect(counts).toEqual([0, 0, 0, 0, 1, 0, 0]);
  });

  test.each([
    ['rows', rows(2, [entry(0, 0, 3600)])],
    ['no rows', rows(0)],
  ])('is accessible with %s', async (_name, shown) => {
    await expect(createGrid(shown)).toBeAccessible();
  });
});
