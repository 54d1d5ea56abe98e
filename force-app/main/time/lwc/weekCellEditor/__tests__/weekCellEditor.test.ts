import { createElement, type LightningElement } from 'lwc';
import WeekCellEditor, { openCellEditor } from 'c/weekCellEditor';

const mockClose = jest.fn();
const mockOpen = jest.fn();

// There is no stub of the module. Of a window the component uses only that it can be opened and closed.
jest.mock(
  'lightning/modal',
  () => {
    const { LightningElement: Base } = jest.requireActual<{ LightningElement: typeof LightningElement }>('lwc');
    class Modal extends Base {
      static open(options: unknown): unknown {
        return mockOpen(options) as unknown;
      }
      close(result: unknown): void {
        mockClose(result);
      }
    }
    return { __esModule: true, default: Modal };
  },
  { virtual: true },
);

type Found = HTMLElement & Record<string, unknown>;

const DRAFT = {
  id: 'e1',
  name: 'TE-1',
  status: 'Draft',
  seconds: 3600,
  description: 'Kick-off',
  billable: true,
  editable: true,
};
const APPROVED = { ...DRAFT, id: 'e2', name: 'TE-2', status: 'Approved', editable: false };

async function createEditor(properties: object = {}): Promise<HTMLElement> {
  const element = createElement('c-week-cell-editor', { is: WeekCellEditor });
  Object.assign(element, { heading: 'Apollo, Monday', entries: [DRAFT], ...properties });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

const all = (element: HTMLElement, selector: string): readonly Found[] => [
  ...(element.shadowRoot?.querySelectorAll<Found>(selector) ?? []),
];

/** What stands in the duration fields; null is a text that can't be read. */
function read(element: HTMLElement, ...durations: readonly (number | null)[]): void {
  all(element, 'c-duration-input').forEach((field, index) => {
    const seconds = durations[index];
    Object.assign(field, { read: () => (typeof seconds === 'number' ? { seconds } : null) });
  });
}

function press(element: HTMLElement, label: string): void {
  all(element, 'lightning-button')
    .find((button) => button['label'] === label)
    ?.click();
}

describe('c-week-cell-editor', () => {
  test('shows each entry with its hours, note and billing', async () => {
    const element = await createEditor({ entries: [DRAFT, APPROVED] });

    expect(all(element, 'legend').map(({ textContent }) => textContent)).toEqual(['TE-1 · Draft', 'TE-2 · Approved']);
    expect(all(element, 'c-duration-input').map((field) => field['seconds'])).toEqual([3600]);
    expect(all(element, 'lightning-textarea')[0]?.['value']).toBe('Kick-off');
    expect(all(element, 'fieldset p')[0]?.textContent).toBe('1:00 Kick-off');
  });

  test('closes with what was entered', async () => {
    const element = await createEditor();
    read(element, 5400);
    Object.assign(all(element, 'lightning-textarea')[0] as object, { value: 'Workshop' });
    Object.assign(all(element, 'lightning-input')[0] as object, { checked: false });

    press(element, 'c.Week_Entry_Save');

    expect(mockClose).toHaveBeenCalledWith([
      { entryId: 'e1', seconds: 5400, description: 'Workshop', isBillable: false },
    ]);
  });

  test('stays open while a duration can not be read', async () => {
    const element = await createEditor();
    read(element, null);

    press(element, 'c.Week_Entry_Save');

    expect(mockClose).not.toHaveBeenCalled();
  });

  test('deletes one entry and adds another', async () => {
    const element = await createEditor();
    press(element, 'c.Week_Entry_Delete');
    press(element, 'c.Week_Entry_Add');
    await Promise.resolve();
    read(element, 1800);

    press(element, 'c.Week_Entry_Save');

    expect(mockClose).toHaveBeenCalledWith([
      { entryId: 'e1', seconds: 0, description: '', isBillable: true },
      { entryId: null, seconds: 1800, description: '', isBillable: true },
    ]);
  });

  test('opens an empty cell with an entry to fill, with the hours that are typed in the cell', async () => {
    const element = await createEditor({ entries: [], seconds: 900, isInternal: true });

    expect(all(element, 'c-duration-input').map((field) => field['seconds'])).toEqual([900]);
    expect(all(element, 'lightning-input')[0]?.['checked']).toBe(false);
    expect(all(element, 'lightning-button').map((button) => button['label'])).not.toContain('c.Week_Entry_Add');
  });

  test.each([
    ['of a closed period', { closedPeriod: 'November' }, ['c.Week_Cell_Closed', '1:00 Kick-off']],
    ['of who may only look', { isReadOnly: true }, ['1:00 Kick-off']],
  ])('shows a cell %s without fields', async (_name, properties, texts) => {
    const element = await createEditor(properties);

    expect(all(element, 'p').map(({ textContent }) => textContent)).toEqual(texts);
    expect(all(element, 'lightning-button').map((button) => button['label'])).toEqual(['c.Week_Cancel']);
    press(element, 'c.Week_Cancel');
    expect(mockClose).toHaveBeenCalledWith(undefined);
  });

  test('is opened as a small window', async () => {
    mockOpen.mockResolvedValueOnce([]);

    await expect(openCellEditor({ heading: 'Apollo', entries: [] }, 'Entries')).resolves.toEqual([]);

    expect(mockOpen).toHaveBeenCalledWith({ heading: 'Apollo', entries: [], size: 'small', label: 'Entries' });
  });

  test('is accessible', async () => {
    await expect(await createEditor({ entries: [DRAFT, APPROVED] })).toBeAccessible();
  });
});
