import { createElement } from 'lwc';
import getConnections from '@salesforce/apex/SyncController.getConnections';
import getIssues from '@salesforce/apex/SyncController.getIssues';
import getMoreIssues from '@salesforce/apex/SyncController.getMoreIssues';
import getRuns from '@salesforce/apex/SyncController.getRuns';
import chooseRecord from '@salesforce/apex/SyncController.chooseRecord';
import pauseRun from '@salesforce/apex/SyncController.pauseRun';
import retryCause from '@salesforce/apex/SyncController.retryCause';
import retryIssue from '@salesforce/apex/SyncController.retryIssue';
import startPull from '@salesforce/apex/SyncController.startPull';
import { INTERVALS } from 'c/poller';
import SyncPage from 'c/syncPage';
import groups from '../../syncIssues/__tests__/data/groups.json';
import goingOn from '../../syncRun/__tests__/data/goingOn.json';

jest.mock('@salesforce/apex/SyncController.getConnections', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.getIssues', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.getMoreIssues', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.getRuns', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.chooseRecord', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.pauseRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.retryCause', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.retryIssue', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SyncController.startPull', () => ({ default: jest.fn() }), { virtual: true });

const over = { ...goingOn, run: { ...goingOn.run, state: 'Completed With Issues', isGoingOn: false } };
const OUTCOME = { settled: 1, met: 0, queued: 0, hasStartedRun: false };

async function settle(): Promise<void> {
  await jest.advanceTimersByTimeAsync(0);
}

async function createPage(): Promise<HTMLElement> {
  const page = createElement('c-sync-page', { is: SyncPage });
  document.body.appendChild(page);
  await settle();
  return page;
}

function find(page: HTMLElement, selector: string): HTMLElement | null {
  return page.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

async function emit(page: HTMLElement, selector: string, name: string, detail: unknown): Promise<void> {
  find(page, selector)?.dispatchEvent(new CustomEvent(name, { detail }));
  await settle();
}

beforeEach(() => {
  jest.mocked(getConnections).mockResolvedValue([over]);
  jest.mocked(getIssues).mockResolvedValue(groups);
  jest.mocked(getRuns).mockResolvedValue([over.run]);
});

describe('c-sync-page', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  test('shows connections, issues by cause and runs', async () => {
    const page = await createPage();

    expect(page.shadowRoot?.querySelectorAll('c-sync-run')).toHaveLength(1);
    expect(page.shadowRoot?.querySelectorAll('c-sync-issues')).toHaveLength(2);
    expect(find(page, 'c-sync-runs')).not.toBeNull();
    expect(getRuns).toHaveBeenCalledWith({ connectionId: goingOn.id, size: 20 });
  });

  test('follows a run that goes on, and reads what it left only when that has changed', async () => {
    jest
      .mocked(getConnections)
      .mockResolvedValueOnce([goingOn])
      .mockResolvedValueOnce([goingOn])
      .mockResolvedValue([over]);
    await createPage();
    expect(getIssues).toHaveBeenCalledTimes(1);

    jest.advanceTimersByTime(INTERVALS.busy);
    await settle();
    expect(getIssues).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(INTERVALS.busy);
    await settle();
    expect(getIssues).toHaveBeenCalledTimes(2);

    jest.advanceTimersByTime(INTERVALS.busy);
    await settle();
    expect(getConnections).toHaveBeenCalledTimes(3);
  });

  test('reads no more once it has left the page', async () => {
    jest.mocked(getConnections).mockResolvedValue([goingOn]);
    const page = await createPage();
    page.remove();

    jest.advanceTimersByTime(INTERVALS.idle);
    await settle();

    expect(getConnections).toHaveBeenCalledTimes(1);
  });

  test('says that nothing is connected, and that there are no issues', async () => {
    jest.mocked(getConnections).mockResolvedValueOnce([]);
    expect(find(await createPage(), '.empty')?.textContent).toBe('c.Sync_No_Connection');

    jest.mocked(getIssues).mockResolvedValueOnce([]);
    expect(find(await createPage(), '.no-issues')?.textContent).toBe('c.Issues_None');
  });

  test('says why it could not be read, keeps what it shows, and tries again', async () => {
    const refusal = { body: { message: 'You may not watch the sync. [SYNC-040]' } };
    jest.mocked(getConnections).mockRejectedValueOnce(refusal);
    const page = await createPage();
    expect(find(page, 'c-error-panel')).toMatchObject({ error: refusal });
    expect(find(page, 'c-sync-run')).toBeNull();

    await emit(page, 'lightning-button', 'click', null);

    expect(find(page, 'c-error-panel')).toBeNull();
    expect(find(page, 'c-sync-run')).not.toBeNull();
  });

  test('begins and steers runs, and looks at once what came of it', async () => {
    const page = await createPage();

    await emit(page, 'c-sync-run', 'runaction', { action: 'start', connectionId: goingOn.id, runId: null });
    await emit(page, 'c-sync-run', 'runaction', { action: 'pause', connectionId: goingOn.id, runId: goingOn.run.id });

    expect(startPull).toHaveBeenCalledWith({ connectionId: goingOn.id });
    expect(pauseRun).toHaveBeenCalledWith({ runId: goingOn.run.id });
    expect(getConnections).toHaveBeenCalledTimes(3);
  });

  test('says why something was not done', async () => {
    jest.mocked(startPull).mockRejectedValueOnce({ body: { message: 'A run is going on already. [SYNC-001]' } });
    const page = await createPage();
    const toast = jest.fn();
    page.addEventListener('lightning__showtoast', (event) => {
      toast((event as CustomEvent<unknown>).detail);
    });

    await emit(page, 'c-sync-run', 'runaction', { action: 'start', connectionId: goingOn.id, runId: null });

    expect(toast).toHaveBeenCalledWith(expect.objectContaining({ message: 'A run is going on already. [SYNC-001]' }));
  });

  test('tries one issue or all of a cause again, and tells what came of it', async () => {
    jest.mocked(retryIssue).mockResolvedValue(OUTCOME);
    jest.mocked(retryCause).mockResolvedValue({ ...OUTCOME, queued: 1200 });
    const page = await createPage();

    await emit(page, 'c-sync-issues', 'issueaction', { action: 'retry', issueId: 'one', recordId: null });
    expect(retryIssue).toHaveBeenCalledWith({ issueId: 'one' });
    expect(find(page, '.told')?.textContent).toBe('c.Issues_Settled');
    expect(getIssues).toHaveBeenCalledTimes(2);

    await emit(page, 'c-sync-issues', 'causeaction', { action: 'retryAll', key: groups[0]?.key });
    expect(retryCause).toHaveBeenCalledWith({ cause: groups[0]?.cause });
    expect(find(page, '.told')?.textContent).toBe('c.Issues_Queued');
    jest.advanceTimersByTime(INTERVALS.busy);
    await settle();
    expect(jest.mocked(getIssues).mock.calls.length).toBeGreaterThan(3);
  });

  test('lists causes newest first, of one run what others wait for, and each with issues of its own', async () => {
    const [clients, service] = groups as [(typeof groups)[number], (typeof groups)[number]];
    const projects = { ...clients, key: 'projects', cause: { ...clients.cause, entity: 'projects' }, issues: [] };
    jest.mocked(getIssues).mockResolvedValueOnce([service, projects, clients]);
    jest.mocked(getMoreIssues).mockResolvedValueOnce(clients.issues);
    const page = await createPage();
    const shown = page.shadowRoot?.querySelectorAll<HTMLElement & { group: typeof clients }>('c-sync-issues') ?? [];

    expect([...shown].map(({ group }) => group.key)).toEqual([clients.key, 'projects', service.key]);
    expect([...shown].map(({ group }) => group.issues.length)).toEqual([2, 2, 1]);
  });

  test('ties a row to what was chosen', async () => {
    jest.mocked(chooseRecord).mockResolvedValue(OUTCOME);
    const page = await createPage();

    await emit(page, 'c-sync-issues', 'issueaction', { action: 'choose', issueId: 'one', recordId: 'two' });

    expect(chooseRecord).toHaveBeenCalledWith({ issueId: 'one', recordId: 'two' });
  });

  test('shows more issues of a cause, none twice', async () => {
    const [first, ...others] = groups[0]?.issues ?? [];
    jest.mocked(getMoreIssues).mockResolvedValue([first, { ...first, id: 'another' }] as never);
    const page = await createPage();

    await emit(page, 'c-sync-issues', 'causeaction', { action: 'more', key: groups[0]?.key });

    expect(getMoreIssues).toHaveBeenCalledWith({ cause: groups[0]?.cause, skip: 2 });
    expect(find(page, 'c-sync-issues')).toMatchObject({
      group: { issues: [first, ...others, { ...first, id: 'another' }] },
    });
  });
});

// What looks for violations refuses fake timers.
describe('c-sync-page by the real clock', () => {
  test.each([
    ['with runs and issues', [over], 'c-sync-issues'],
    ['empty', [], '.empty'],
  ])('is accessible: %s', async (_name, connections, expected) => {
    jest.mocked(getConnections).mockResolvedValue(connections);
    const page = createElement('c-sync-page', { is: SyncPage });
    document.body.appendChild(page);
    await turns(20);

    expect(find(page, expected)).not.toBeNull();
    await expect(page).toBeAccessible();
  });
});

async function turns(count: number): Promise<void> {
  await Promise.resolve();
  if (count > 0) {
    await turns(count - 1);
  }
}
