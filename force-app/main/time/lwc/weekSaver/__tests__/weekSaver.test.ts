import { WeekSaver, type SaveState } from 'c/weekSaver';
import type { Draft } from 'c/weekModel';
import type { CellChange, CellResult, EntryView, SavedWeek } from 'views/time';

const PAUSE = 600;
const SOURCE = { projectId: 'a', projectName: 'Apollo', taskId: '', taskName: '', isBillable: true };

function draft(changes: Partial<Draft> = {}): Draft {
  return {
    key: 'a||2026-11-23',
    rowKey: 'a|',
    source: SOURCE,
    date: '2026-11-23',
    entryId: null,
    text: '1',
    seconds: 3600,
    knownSeconds: 0,
    knownDescription: '',
    knownEntryIds: [],
    problem: '',
    isConflict: false,
    ...changes,
  };
}

function entry(changes: Partial<EntryView> = {}): EntryView {
  return { id: 'e1', workDate: '2026-11-23', seconds: 3600, projectId: 'a', ...changes };
}

function answer(results: readonly CellResult[] = [], entries: readonly EntryView[] = []): SavedWeek {
  return { results, days: ['2026-11-23'], entries };
}

const ok = (key: string): CellResult => ({ key, isConflict: false });

interface Bench {
  readonly saver: WeekSaver;
  readonly send: jest.Mock<Promise<SavedWeek>, [readonly CellChange[]]>;
  readonly onsaved: jest.Mock;
  readonly states: SaveState[];
}

function createSaver(): Bench {
  const states: SaveState[] = [];
  const send = jest.fn<Promise<SavedWeek>, [readonly CellChange[]]>(() => Promise.resolve(answer()));
  const onsaved = jest.fn();
  const saver = new WeekSaver({ send, onsaved, onstate: (state) => states.push(state) });
  return { saver, send, onsaved, states };
}

const kinds = (states: readonly SaveState[]): readonly string[] => states.map(({ kind }) => kind);

describe('c/weekSaver', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('saves after a pause in typing, all cells in one call, and says how it goes', async () => {
    const { saver, send, onsaved, states } = createSaver();
    saver.put(draft());
    await jest.advanceTimersByTimeAsync(PAUSE - 1);
    saver.put(draft({ key: 'e2', entryId: 'e2', knownSeconds: 60, knownDescription: 'Note', isBillable: false }));
    await jest.advanceTimersByTimeAsync(PAUSE - 1);
    expect(send).not.toHaveBeenCalled();
    expect(saver.hasUnsaved).toBe(true);

    await jest.advanceTimersByTimeAsync(1);

    expect(send).toHaveBeenCalledTimes(1);
    expect(send.mock.calls[0]?.[0]).toEqual([
      expect.objectContaining({ key: 'a||2026-11-23', entryId: null, projectId: 'a', taskId: null, seconds: 3600 }),
      expect.objectContaining({
        key: 'e2',
        entryId: 'e2',
        knownSeconds: 60,
        knownDescription: 'Note',
        billable: false,
      }),
    ]);
    expect(onsaved).toHaveBeenCalledTimes(1);
    expect(kinds(states)).toEqual(['waiting', 'waiting', 'saving', 'saved']);
    expect(saver.hasUnsaved).toBe(false);
  });

  test('builds what was typed during a save on what that save has made', async () => {
    const { saver, send } = createSaver();
    let arrive: (saved: SavedWeek) => void = () => undefined;
    send.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)));
    saver.put(draft());
    await jest.advanceTimersByTimeAsync(PAUSE);
    saver.put(draft({ seconds: 7200 }));
    expect(saver.isSending('a||2026-11-23')).toBe(true);
    expect(saver.drafts.map(({ seconds }) => seconds)).toEqual([7200]);

    arrive(answer([ok('a||2026-11-23')], [entry()]));
    await jest.advanceTimersByTimeAsync(PAUSE);

    expect(send).toHaveBeenCalledTimes(2);
    expect(send.mock.calls[1]?.[0]).toEqual([
      expect.objectContaining({ key: 'e1', entryId: 'e1', seconds: 7200, knownSeconds: 3600, knownEntryIds: ['e1'] }),
    ]);
  });

  test('adds anew where the entry that was changed is gone by then', async () => {
    const { saver, send } = createSaver();
    let arrive: (saved: SavedWeek) => void = () => undefined;
    send.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)));
    saver.put(draft({ key: 'e1', entryId: 'e1', seconds: 0 }));
    await jest.advanceTimersByTimeAsync(PAUSE);
    saver.put(draft({ key: 'e1', entryId: 'e1', seconds: 1800 }));

    arrive(answer([ok('e1')]));
    await jest.advanceTimersByTimeAsync(PAUSE);

    expect(send.mock.calls[1]?.[0]).toEqual([expect.objectContaining({ entryId: null, seconds: 1800 })]);
  });

  test('keeps what was refused, with its reason, and lets the others go', async () => {
    const { saver, send } = createSaver();
    send.mockResolvedValueOnce(answer([{ key: 'a||2026-11-23', problem: 'Too long.', isConflict: false }, ok('e2')]));
    saver.put(draft(), draft({ key: 'e2', entryId: 'e2' }));
    await jest.advanceTimersByTimeAsync(PAUSE);

    expect(saver.drafts).toEqual([draft({ problem: 'Too long.' })]);
    expect(saver.hasUnsaved).toBe(true);

    saver.discard('a||2026-11-23');

    expect(saver.hasUnsaved).toBe(false);
  });

  test('sends a refused cell again behind the next change on its day, once', async () => {
    const { saver, send } = createSaver();
    send.mockResolvedValueOnce(answer([{ key: 'a||2026-11-23', problem: 'Too long.', isConflict: false }]));
    saver.put(draft());
    await jest.advanceTimersByTimeAsync(PAUSE);

    saver.put(draft({ key: 'other day', date: '2026-11-24' }));
    await jest.advanceTimersByTimeAsync(PAUSE);
    send.mockResolvedValueOnce(answer([ok('e2')]));
    send.mockResolvedValueOnce(answer([{ key: 'a||2026-11-23', problem: 'Too long.', isConflict: false }]));
    saver.put(draft({ key: 'e2', entryId: 'e2', seconds: 60 }));
    await jest.advanceTimersByTimeAsync(10 * PAUSE);

    expect(send.mock.calls.map(([changes]) => changes.map(({ key }) => key))).toEqual([
      ['a||2026-11-23'],
      ['other day'],
      ['e2'],
      ['a||2026-11-23'],
    ]);
  });

  test('does not send refused cells in turns', async () => {
    const { saver, send } = createSaver();
    send.mockImplementation((changes) =>
      Promise.resolve(
        answer(changes.map(({ key }) => ({ key: key ?? null, problem: 'Too long.', isConflict: false }))),
      ),
    );
    saver.put(draft());
    await jest.advanceTimersByTimeAsync(PAUSE);
    saver.put(draft({ key: 'e2', entryId: 'e2' }));
    await jest.advanceTimersByTimeAsync(20 * PAUSE);

    expect(send).toHaveBeenCalledTimes(2);
    expect(saver.drafts).toHaveLength(2);
  });

  test('never sends what changed elsewhere again, nor what can not be read', async () => {
    const { saver, send } = createSaver();
    send.mockResolvedValueOnce(answer([{ key: 'a||2026-11-23', problem: 'Changed.', isConflict: true }]));
    saver.put(draft());
    await jest.advanceTimersByTimeAsync(PAUSE);
    expect(saver.hasUnsaved).toBe(false);
    saver.put(draft({ key: 'odd', seconds: null, problem: 'No time.' }));
    await jest.advanceTimersByTimeAsync(PAUSE);
    expect(send).toHaveBeenCalledTimes(1);

    saver.put(draft({ key: 'e2', entryId: 'e2' }));
    await jest.advanceTimersByTimeAsync(PAUSE);

    expect(send.mock.calls[1]?.[0].map(({ key }) => key)).toEqual(['e2']);
  });

  test('tries again when the line drops, less and less often, then waits to be asked', async () => {
    const { saver, send, states } = createSaver();
    send.mockRejectedValue(new Error('offline'));
    saver.put(draft());
    await jest.advanceTimersByTimeAsync(PAUSE);
    expect(states.at(-1)).toMatchObject({ kind: 'failed', isRetrying: true });

    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(send).toHaveBeenCalledTimes(5);
    expect(states.at(-1)).toMatchObject({ kind: 'failed', isRetrying: false });
    expect(saver.hasUnsaved).toBe(true);

    send.mockResolvedValue(answer([ok('a||2026-11-23')]));
    await saver.flush();

    expect(states.at(-1)).toMatchObject({ kind: 'saved' });
    expect(saver.hasUnsaved).toBe(false);
  });

  test('keeps what was typed over a save that failed', async () => {
    const { saver, send } = createSaver();
    let fail: (error: Error) => void = () => undefined;
    send.mockReturnValueOnce(new Promise((_, reject) => (fail = reject)));
    saver.put(draft());
    await jest.advanceTimersByTimeAsync(PAUSE);
    saver.put(draft({ seconds: 7200 }));
    fail(new Error('offline'));
    await jest.advanceTimersByTimeAsync(2000);

    expect(send.mock.calls[1]?.[0]).toEqual([expect.objectContaining({ seconds: 7200 })]);
  });

  test('sends many cells in parts, one call at a time', async () => {
    const { saver, send } = createSaver();
    saver.put(...Array.from({ length: 150 }, (_, index) => draft({ key: `k${index}`, date: `day ${index}` })));

    await Promise.all([saver.flush(), saver.flush()]);
    await jest.advanceTimersByTimeAsync(PAUSE);

    expect(send.mock.calls.map(([changes]) => changes.length)).toEqual([100, 50]);
  });
});
