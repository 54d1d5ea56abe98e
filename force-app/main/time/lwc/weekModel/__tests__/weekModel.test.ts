import { rowsOf, totalsOf, type Draft, type RowSource, type WeekContent } from 'c/weekModel';
import type { Day } from 'c/weekDates';
import type { EntryView } from 'views/time';

const DAYS: readonly Day[] = Array.from({ length: 7 }, (_, column) => ({
  date: `2026-11-${23 + column}`,
  column,
  name: '',
  number: '',
  label: '',
  isToday: false,
  isWorkDay: true,
  closedPeriod: '',
}));
const APOLLO: RowSource = {
  projectId: 'a',
  projectName: 'Apollo',
  taskId: 'd',
  taskName: 'Design',
  isBillable: true,
};
const ZEUS: RowSource = { projectId: 'z', projectName: 'Zeus', taskId: '', taskName: '', isBillable: true };

function entry(changes: Partial<EntryView> = {}): EntryView {
  return {
    id: 'e1',
    workDate: '2026-11-23',
    seconds: 3600,
    projectId: 'a',
    projectName: 'Apollo',
    taskId: 'd',
    taskName: 'Design',
    billable: true,
    editable: true,
    ...changes,
  };
}

function draft(changes: Partial<Draft> = {}): Draft {
  return {
    key: 'a|d|2026-11-23',
    rowKey: 'a|d',
    source: APOLLO,
    date: '2026-11-23',
    entryId: null,
    text: '2',
    seconds: 7200,
    knownSeconds: 0,
    knownDescription: '',
    knownEntryIds: [],
    problem: '',
    isConflict: false,
    ...changes,
  };
}

const content = (parts: Partial<WeekContent>): WeekContent => ({
  days: DAYS,
  entries: [],
  favorites: [],
  added: [],
  drafts: [],
  ...parts,
});

describe('c/weekModel', () => {
  test('makes a row of each project and task, with sums of cells, rows and days', () => {
    const rows = rowsOf(
      content({
        entries: [
          entry(),
          entry({ id: 'e2', seconds: 1800 }),
          entry({ id: 'e3', workDate: '2026-11-25', taskId: null, taskName: null, seconds: 600 }),
        ],
      }),
      [],
    );

    expect(rows.map(({ name, seconds }) => [name, seconds])).toEqual([
      ['Apollo', 600],
      ['Apollo · Design', 5400],
    ]);
    expect(rows[1]?.cells[0]).toMatchObject({ text: '1:30', isList: true, isLocked: false, hasNote: false });
    expect(rows[1]?.cells[1]).toMatchObject({ text: '', seconds: 0 });
    expect(totalsOf(rows, DAYS)).toEqual([5400, 0, 600, 0, 0, 0, 0]);
  });

  test('shows favorites first, then by name, each row once', () => {
    const rows = rowsOf(content({ entries: [entry()], favorites: [ZEUS], added: [APOLLO, ZEUS] }), []);

    expect(rows.map(({ name, isFavorite }) => [name, isFavorite])).toEqual([
      ['Zeus', true],
      ['Apollo · Design', false],
    ]);
  });

  test('counts what is entered and not saved yet, for new time and over an entry', () => {
    const [row] = rowsOf(
      content({
        entries: [entry()],
        drafts: [draft({ key: 'e1', entryId: 'e1', seconds: 0 }), draft({ key: 'a|d|2026-11-24', date: '2026-11-24' })],
      }),
      [],
    );

    expect(row?.cells.map(({ text }) => text).slice(0, 2)).toEqual(['', '2:00']);
    expect(row?.seconds).toBe(7200);
  });

  test('keeps what can not be read in its cell, and out of the sums', () => {
    const [row] = rowsOf(
      content({ entries: [entry()], drafts: [draft({ entryId: 'e1', text: '1:75', seconds: null, problem: 'No.' })] }),
      [],
    );

    expect(row?.cells[0]).toMatchObject({ text: '1:75', seconds: 3600, problem: 'No.' });
  });

  test('shows what the cell holds where it has changed elsewhere, and says so', () => {
    const [row] = rowsOf(
      content({ entries: [entry()], drafts: [draft({ entryId: 'e1', problem: 'Changed.', isConflict: true })] }),
      [],
    );

    expect(row?.cells[0]).toMatchObject({ text: '1:00', seconds: 3600, problem: 'Changed.' });
  });

  test('knows locked time, notes, and rows that exist only as drafts', () => {
    const rows = rowsOf(
      content({
        entries: [entry({ editable: false, description: 'Kick-off' })],
        drafts: [draft({ rowKey: 'z|', source: ZEUS })],
      }),
      [],
    );

    expect(rows[0]?.cells[0]).toMatchObject({ isLocked: true, hasNote: true });
    expect(rows[1]).toMatchObject({ name: 'Zeus', seconds: 7200 });
  });

  test('leaves drafts of other weeks out', () => {
    expect(rowsOf(content({ drafts: [draft({ date: '2026-11-16' })] }), [])).toEqual([]);
  });

  test('hands out the very same row while nothing in it has changed', () => {
    const before = rowsOf(content({ entries: [entry()], added: [ZEUS] }), []);
    const after = rowsOf(content({ entries: [entry({ seconds: 60 })], added: [ZEUS] }), before);

    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });
});
