import { byDay, toEntry, toInput, toPending, withEntry, without, type Entry, type EntryDraft } from 'c/entries';
import views from './data/views.json';

const [first, second] = views.map(toEntry) as [Entry, Entry];

const DRAFT: EntryDraft = {
  id: '',
  workDate: '2026-11-23',
  seconds: 3600,
  description: 'Review',
  isBillable: true,
  projectId: 'a02000000000001AAA',
  projectName: 'Apollo',
  taskId: '',
  taskName: '',
  personId: '',
};

describe('c-entries', () => {
  test('fills what Apex leaves out', () => {
    expect(second).toMatchObject({ description: '', taskId: '', isLocked: true, isMine: false, isPending: false });
    expect(toEntry({})).toMatchObject({ id: '', seconds: 0, isEditable: false });
  });

  test('keeps the newest day first, and what is not saved yet before the rest of its day', () => {
    const pending = toPending(DRAFT, 'pending-1');

    const list = [second, pending, first].reduce<readonly Entry[]>(withEntry, []);

    expect(list.map(({ id }) => id)).toEqual(['pending-1', first.id, second.id]);
  });

  test('moves an entry to its new day instead of showing it twice', () => {
    const moved = { ...first, workDate: '2026-11-20' };

    expect(withEntry([first, second], moved)).toEqual([second, moved]);
  });

  test('takes an entry out', () => {
    expect(without([first, second], first.id)).toEqual([second]);
  });

  test('adds up each day', () => {
    const other = { ...first, id: 'other', seconds: 600 };

    const days = byDay([first, other, second]);

    expect(days.map(({ date, seconds, entries }) => [date, seconds, entries.length])).toEqual([
      ['2026-11-23', 6000, 2],
      ['2026-11-22', 14_400, 1],
    ]);
  });

  test('a change that is being saved keeps what the form does not know', () => {
    const pending = toPending({ ...DRAFT, id: first.id }, first.id, first);

    expect(pending).toMatchObject({ name: first.name, personName: 'Ada Byte', seconds: 3600, isPending: true });
  });

  test('an entry for a colleague is not shown as one of mine', () => {
    expect(toPending({ ...DRAFT, personId: second.personId }, 'pending-1').isMine).toBe(false);
  });

  test('leaves to Apex what was left out', () => {
    expect(toInput({ ...DRAFT, projectId: '' })).toEqual({
      id: null,
      workDate: '2026-11-23',
      seconds: 3600,
      startMinute: null,
      endMinute: null,
      description: 'Review',
      billable: true,
      projectId: null,
      taskId: null,
      personId: null,
    });
  });
});
