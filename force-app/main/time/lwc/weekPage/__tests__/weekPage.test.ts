import { createElement, type LightningElement } from 'lwc';
import WeekPage from 'c/weekPage';
import { openCellEditor } from 'c/weekCellEditor';
import type { Row } from 'c/weekModel';
import type { SaveState } from 'c/weekSaver';
import getWeek from '@salesforce/apex/WeekController.getWeek';
import saveCells from '@salesforce/apex/WeekController.saveCells';
import setFavorite from '@salesforce/apex/WeekController.setFavorite';
import type * as Navigation from 'lightning/navigation';
import type { CellChange } from 'views/time';
import week from './data/week.json';

jest.mock('@salesforce/apex/WeekController.getWeek', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/WeekController.saveCells', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/WeekController.setFavorite', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/i18n/firstDayOfWeek', () => ({ default: 2 }), { virtual: true });
jest.mock('c/weekCellEditor', () => ({ openCellEditor: jest.fn() }));
const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
  const actual = jest.requireActual<typeof Navigation>('lightning/navigation');
  // The stub of the mixin records nothing.
  const mixin = (base: typeof LightningElement): unknown => {
    const mixed = actual.NavigationMixin(base);
    const navigate = (target: unknown): unknown => mockNavigate(target) as unknown;
    Object.defineProperty(mixed.prototype, actual.NavigationMixin.Navigate, { value: navigate });
    return mixed;
  };
  return { ...actual, NavigationMixin: Object.assign(mixin, actual.NavigationMixin) };
});

type Found = HTMLElement & Record<string, unknown>;
const PAUSE = 600;
const APOLLO = 'p1|t1';
const EMPTY = { ...week, entries: [], favorites: [] };

function find(element: HTMLElement, selector: string): Found | null {
  return element.shadowRoot?.querySelector<Found>(selector) ?? null;
}

const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(0);

async function createPage(view: unknown = week): Promise<HTMLElement> {
  jest.mocked(getWeek).mockResolvedValueOnce(view as never);
  const element = createElement('c-week-page', { is: WeekPage });
  document.body.appendChild(element);
  await settle();
  return element;
}

const rows = (element: HTMLElement): readonly Row[] => (find(element, 'c-week-grid')?.['rows'] ?? []) as readonly Row[];
const state = (element: HTMLElement): SaveState => find(element, 'c-week-header')?.['saveState'] as SaveState;
const sent = (): readonly CellChange[] => jest.mocked(saveCells).mock.lastCall?.[0].changes ?? [];

async function emit(element: HTMLElement, selector: string, type: string, detail?: unknown): Promise<void> {
  find(element, selector)?.dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

const enter = (element: HTMLElement, column: number, text: string, rowKey = APOLLO): Promise<void> =>
  emit(element, 'c-week-grid', 'cellsedit', { edits: [{ rowKey, column, text }] });

function toastsOf(element: HTMLElement): unknown[] {
  const toasts: unknown[] = [];
  element.addEventListener('lightning__showtoast', (event) => {
    toasts.push((event as CustomEvent<unknown>).detail);
  });
  return toasts;
}

describe('c-week-page', () => {
  beforeEach(() => {
    // Wednesday, 09:00 of the user in Los Angeles.
    jest.useFakeTimers({ now: new Date('2026-11-25T17:00:00Z') });
    sessionStorage.clear();
    jest.mocked(saveCells).mockImplementation(({ changes }) =>
      Promise.resolve({
        results: (changes ?? []).map(({ key }) => ({ key: key ?? null, isConflict: false })),
        days: ['2026-11-23'],
        entries: [],
      }),
    );
    jest.mocked(setFavorite).mockResolvedValue(null);
  });
  afterEach(() => jest.useRealTimers());

  test('reads the week of today, and shows its rows, favorites first', async () => {
    const element = await createPage();

    expect(getWeek).toHaveBeenCalledWith({ weekStart: '2026-11-23' });
    expect(rows(element).map(({ name }) => name)).toEqual(['Gemini', 'Apollo · Design']);
    const header = find(element, 'c-week-header');
    expect(header).toMatchObject({ seconds: 7200, capacityHours: 40, isThisWeek: true });
  });

  test.each([
    ['previous', '2026-11-16'],
    ['next', '2026-11-30'],
    ['today', '2026-11-23'],
  ])('turns to the %s week', async (type, weekStart) => {
    const element = await createPage();
    jest.mocked(getWeek).mockResolvedValueOnce({ ...EMPTY, weekStart });

    await emit(element, 'c-week-header', type);

    expect(getWeek).toHaveBeenLastCalledWith({ weekStart });
  });

  test('saves what is entered after a pause, in one call, and shows it at once', async () => {
    const element = await createPage();
    await enter(element, 0, '3');
    await enter(element, 1, '1:30', 'p2|');
    expect(rows(element)[1]?.cells[0]?.text).toBe('3:00');
    expect(state(element).kind).toBe('waiting');

    await jest.advanceTimersByTimeAsync(PAUSE);

    expect(saveCells).toHaveBeenCalledTimes(1);
    expect(sent()).toEqual([
      expect.objectContaining({ key: 'e1', seconds: 10_800, knownSeconds: 7200, knownDescription: 'Kick-off' }),
      expect.objectContaining({
        entryId: null,
        projectId: 'p2',
        workDate: '2026-11-24',
        seconds: 5400,
        billable: false,
      }),
    ]);
    expect(state(element).kind).toBe('saved');
  });

  test('sends nothing for what is saved already, and a deletion for nothing', async () => {
    const element = await createPage();
    await enter(element, 0, '2');
    await jest.advanceTimersByTimeAsync(PAUSE);
    expect(saveCells).not.toHaveBeenCalled();

    await enter(element, 0, '');
    await jest.advanceTimersByTimeAsync(PAUSE);

    expect(sent()).toEqual([expect.objectContaining({ entryId: 'e1', seconds: 0 })]);
  });

  test('says in the cell what can not be read, and takes it back', async () => {
    const element = await createPage();
    await enter(element, 0, '1:75');

    expect(rows(element)[1]?.cells[0]).toMatchObject({ text: '1:75', problem: 'c.Duration_Minutes', seconds: 7200 });
    expect(find(element, 'c-week-header')?.['problemCount']).toBe(1);
    await jest.advanceTimersByTimeAsync(PAUSE);
    expect(saveCells).not.toHaveBeenCalled();

    await emit(element, 'c-week-grid', 'cellrevert', { rowKey: APOLLO, column: 0 });

    expect(rows(element)[1]?.cells[0]).toMatchObject({ text: '2:00', problem: '' });
  });

  test('says in the cell why it was refused, until something else is entered', async () => {
    jest.mocked(saveCells).mockResolvedValueOnce({
      results: [{ key: 'e1', problem: 'Changed. [TIME-030]', isConflict: true }],
      days: ['2026-11-23'],
      entries: [{ ...(week.entries[0] as object), seconds: 60 }],
    });
    const element = await createPage();
    await enter(element, 0, '3');
    await jest.advanceTimersByTimeAsync(PAUSE);
    expect(rows(element)[1]?.cells[0]).toMatchObject({ text: '0:01', problem: 'Changed. [TIME-030]' });

    await enter(element, 0, '4');

    expect(rows(element)[1]?.cells[0]).toMatchObject({ text: '4:00', problem: '' });
  });

  test('says when nothing can be saved, and tries again when asked', async () => {
    jest.mocked(saveCells).mockRejectedValueOnce({ body: { message: 'Not allowed. [TIME-012]' } });
    const element = await createPage();
    await enter(element, 0, '3');
    await jest.advanceTimersByTimeAsync(PAUSE);
    expect(state(element).kind).toBe('failed');
    expect(find(element, 'c-error-panel')?.['error']).toEqual({ body: { message: 'Not allowed. [TIME-012]' } });

    await emit(element, 'c-week-header', 'retry');

    expect(state(element).kind).toBe('saved');
  });

  test('holds back who leaves with something unsaved, and sends it on the way to another page', async () => {
    const element = await createPage();
    const leave = (): boolean => window.dispatchEvent(new CustomEvent('beforeunload', { cancelable: true }));
    expect(leave()).toBe(true);
    await enter(element, 0, '3');
    expect(leave()).toBe(false);

    element.remove();
    await settle();

    expect(saveCells).toHaveBeenCalledTimes(1);
    expect(leave()).toBe(true);
  });

  test('keeps a row that was added over a reload, until it is removed', async () => {
    const source = { projectId: 'p3', projectName: 'Mercury', taskId: '', taskName: '', isBillable: true };
    const first = await createPage();
    await emit(first, 'c-week-add-row', 'addrow', { source });
    first.remove();

    const second = await createPage();
    expect(rows(second).map(({ name }) => name)).toEqual(['Gemini', 'Apollo · Design', 'Mercury']);

    await emit(second, 'c-week-grid', 'rowaction', { rowKey: 'p3|', action: 'remove' });
    expect(rows(second)).toHaveLength(2);
  });

  test.each([
    [false, []],
    [true, [['2026-11-25', 3600]]],
  ])('copies last week, with hours: %p, and over nothing that is there', async (withHours, expected) => {
    const element = await createPage();
    const [entry] = week.entries;
    jest.mocked(getWeek).mockResolvedValueOnce({
      ...EMPTY,
      entries: [
        { ...entry, workDate: '2026-11-16' },
        { ...entry, id: 'e8', workDate: '2026-11-18', seconds: 3600, taskId: null, taskName: null },
        { ...entry, id: 'e9', workDate: '2026-11-22', seconds: 60 },
      ],
    });

    await emit(element, 'c-week-header', 'copy', { withHours });
    expect(getWeek).toHaveBeenLastCalledWith({ weekStart: '2026-11-16' });
    expect(rows(element).map(({ name }) => name)).toEqual(['Gemini', 'Apollo', 'Apollo · Design']);
    await jest.advanceTimersByTimeAsync(PAUSE);

    expect(sent().map(({ workDate, seconds }) => [workDate, seconds])).toEqual(expected);
  });

  test('says that there is nothing to copy', async () => {
    const element = await createPage();
    const toasts = toastsOf(element);
    jest.mocked(getWeek).mockResolvedValueOnce(EMPTY);

    await emit(element, 'c-week-header', 'copy', { withHours: true });

    expect(toasts).toHaveLength(1);
  });

  test('turns the star at once, and back when that is refused', async () => {
    const element = await createPage();
    const toasts = toastsOf(element);
    await emit(element, 'c-week-grid', 'rowaction', { rowKey: APOLLO, action: 'favorite' });
    expect(setFavorite).toHaveBeenCalledWith({ projectId: 'p1', taskId: 't1', isFavorite: true });
    expect(rows(element).map(({ isFavorite }) => isFavorite)).toEqual([true, true]);

    jest.mocked(setFavorite).mockRejectedValueOnce({ body: { message: 'No.' } });
    await emit(element, 'c-week-grid', 'rowaction', { rowKey: 'p2|', action: 'favorite' });

    expect(rows(element).map(({ isFavorite }) => isFavorite)).toEqual([true, true]);
    expect(toasts).toHaveLength(1);
  });

  test('opens the entries of a cell, and saves what was changed there', async () => {
    jest.mocked(openCellEditor).mockResolvedValueOnce([
      { entryId: 'e1', seconds: 7200, description: 'Kick-off', isBillable: true },
      { entryId: null, seconds: 600, description: 'Call', isBillable: true },
    ]);
    const element = await createPage();

    await emit(element, 'c-week-grid', 'cellopen', { rowKey: APOLLO, column: 0 });
    await jest.advanceTimersByTimeAsync(PAUSE);

    expect(jest.mocked(openCellEditor).mock.lastCall?.[0]).toMatchObject({ entries: week.entries, closedPeriod: '' });
    expect(sent()).toEqual([
      expect.objectContaining({ entryId: null, seconds: 600, description: 'Call', knownEntryIds: ['e1'] }),
    ]);
  });

  test('opens the project of a row', async () => {
    const element = await createPage();

    await emit(element, 'c-week-grid', 'rowaction', { rowKey: APOLLO, action: 'project' });

    expect(mockNavigate).toHaveBeenCalledWith({
      type: 'standard__recordPage',
      attributes: { recordId: 'p1', objectApiName: 'Project__c', actionName: 'view' },
    });
  });

  test('says that a week is empty, and offers a project', async () => {
    const element = await createPage(EMPTY);

    expect(find(element, '.empty')?.textContent).toBe('c.Week_Empty');
    expect(find(element, 'c-week-add-row')).not.toBeNull();
  });

  test('tells who may not log time who can give it', async () => {
    const element = await createPage({ ...EMPTY, canLog: false });

    expect(find(element, '.no-access')?.textContent).toBe('c.Week_No_Access');
    expect(find(element, 'c-week-grid')).toBeNull();
  });

  test('tells it as well to who may not even call the class', async () => {
    jest.mocked(getWeek).mockRejectedValueOnce({
      body: { message: "You do not have access to the Apex class named 'WeekController'." },
    });
    const element = createElement('c-week-page', { is: WeekPage });
    document.body.appendChild(element);
    await settle();

    expect(find(element, '.no-access')?.textContent).toBe('c.Week_No_Access');
    expect(find(element, 'c-error-panel')).toBeNull();
  });

  test('shows time to who may only look, without anything to change it', async () => {
    const element = await createPage({ ...week, canLog: false });

    expect(find(element, 'c-week-grid')?.['isReadOnly']).toBe(true);
    expect(find(element, 'c-week-add-row')).toBeNull();
  });

  test('says why the week could not be read, and reads it again', async () => {
    jest.mocked(getWeek).mockRejectedValueOnce({ body: { message: 'Refused.' } });
    const element = createElement('c-week-page', { is: WeekPage });
    document.body.appendChild(element);
    expect(find(element, '.skeleton')).not.toBeNull();
    await settle();
    expect(find(element, 'c-error-panel')?.['error']).toEqual({ body: { message: 'Refused.' } });

    jest.mocked(getWeek).mockResolvedValueOnce(week);
    find(element, 'lightning-button')?.click();
    await settle();

    expect(rows(element)).toHaveLength(2);
  });

  test('shows the last week that was asked for, whichever answer comes last', async () => {
    const element = await createPage();
    let late: (view: unknown) => void = () => undefined;
    jest.mocked(getWeek).mockReturnValueOnce(new Promise((resolve) => (late = resolve)) as never);
    await emit(element, 'c-week-header', 'previous');
    jest.mocked(getWeek).mockResolvedValueOnce(week);
    await emit(element, 'c-week-header', 'next');

    late(EMPTY);
    await settle();

    expect(rows(element)).toHaveLength(2);
  });

  test.each([
    ['rows', week],
    ['no rows', EMPTY],
    ['no access', { ...EMPTY, canLog: false }],
  ])('is accessible with %s', async (_name, view) => {
    const element = await createPage(view);
    jest.useRealTimers();

    await expect(element).toBeAccessible();
  });
});
