import { createElement, type LightningElement } from 'lwc';
import OpportunityTimePanel from 'c/opportunityTimePanel';
import type { Entry, EntryDraft } from 'c/entries';
import deleteEntry from '@salesforce/apex/OpportunityTimeController.deleteEntry';
import getEntries from '@salesforce/apex/OpportunityTimeController.getEntries';
import getPanel from '@salesforce/apex/OpportunityTimeController.getPanel';
import restoreEntry from '@salesforce/apex/OpportunityTimeController.restoreEntry';
import saveEntry from '@salesforce/apex/OpportunityTimeController.saveEntry';
import type * as Navigation from 'lightning/navigation';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import noAccess from './data/noAccess.json';
import noProject from './data/noProject.json';
import panel from './data/panel.json';

jest.mock('@salesforce/apex/OpportunityTimeController.getPanel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OpportunityTimeController.getEntries', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OpportunityTimeController.saveEntry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OpportunityTimeController.deleteEntry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OpportunityTimeController.restoreEntry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/timer', () => ({ start: jest.fn(() => Promise.resolve()), subscribe: jest.fn(() => jest.fn()) }));
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

const OPPORTUNITY = '006000000000001AAA';
const [mine, colleagues] = panel.entries.entries as [
  (typeof panel.entries.entries)[0],
  (typeof panel.entries.entries)[0],
];
const REFUSAL = { body: { message: 'A day has 24 hours. [TIME-003]' } };
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

type Found = HTMLElement & Record<string, unknown>;

/** The panel of an org that answers with this view, or refuses with this error. */
async function createPanel(view: unknown, refusal?: unknown): Promise<HTMLElement> {
  if (refusal === undefined) {
    jest.mocked(getPanel).mockResolvedValueOnce(view as never);
  } else {
    jest.mocked(getPanel).mockRejectedValueOnce(refusal);
  }
  const element = createElement('c-opportunity-time-panel', { is: OpportunityTimePanel });
  Object.assign(element, { recordId: OPPORTUNITY });
  document.body.appendChild(element);
  await settle();
  return element;
}

/** Lets calls, generated addresses and the rendering that follows them finish. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function find(element: HTMLElement, selector: string): Found | null {
  return element.shadowRoot?.querySelector<Found>(selector) ?? null;
}

function shown(element: HTMLElement): readonly Entry[] {
  return (find(element, 'c-time-entry-list')?.['entries'] ?? []) as readonly Entry[];
}

function emit(element: HTMLElement, selector: string, name: string, detail?: unknown): void {
  find(element, selector)?.dispatchEvent(new CustomEvent(name, { detail }));
}

function formOf(element: HTMLElement): { startNext: jest.Mock; restore: jest.Mock } {
  const doubles = { startNext: jest.fn(), restore: jest.fn() };
  Object.assign(find(element, 'c-time-entry-form') ?? {}, doubles);
  return doubles;
}

function announced(element: HTMLElement): string | undefined {
  return find(element, '[role="status"]')?.textContent;
}

describe('c-opportunity-time-panel', () => {
  test('reads everything it shows with one call', async () => {
    const element = await createPanel(panel);

    expect(getPanel).toHaveBeenCalledTimes(1);
    expect(getPanel).toHaveBeenCalledWith({ opportunityId: OPPORTUNITY, mineOnly: false });
    expect(getEntries).not.toHaveBeenCalled();
    expect(find(element, 'c-budget-summary')?.['budget']).toEqual(panel.budget);
    expect(find(element, 'c-budget-summary')?.['entriesUrl']).toBe('https://www.example.com');
    expect(shown(element).map(({ id }) => id)).toEqual([mine.id, colleagues.id]);
  });

  test('shows a new entry at once, saves it with one call, and has the form ready for the next', async () => {
    const element = await createPanel(panel);
    const form = formOf(element);
    jest.mocked(saveEntry).mockResolvedValueOnce({
      entry: { ...mine, id: 'a04000000000004AAA', seconds: 3600, description: 'Review' },
      budget: { ...panel.budget, loggedHours: 43.5 },
    });

    emit(element, 'c-time-entry-form', 'save', DRAFT);
    await Promise.resolve();
    expect(shown(element)[0]).toMatchObject({ description: 'Review', isPending: true });
    expect(form.startNext).toHaveBeenCalledTimes(1);

    await settle();
    expect(shown(element).map(({ id, isPending }) => [id, isPending])).toEqual([
      ['a04000000000004AAA', false],
      [mine.id, false],
      [colleagues.id, false],
    ]);
    expect(saveEntry).toHaveBeenCalledTimes(1);
    expect(getPanel).toHaveBeenCalledTimes(1);
    expect(find(element, 'c-budget-summary')?.['budget']).toMatchObject({ loggedHours: 43.5 });
    expect(announced(element)).toBe('c.Entry_Logged');
  });

  test('takes a refused entry back, says why and gives the text back to the form', async () => {
    const element = await createPanel(panel);
    const form = formOf(element);
    jest.mocked(saveEntry).mockRejectedValueOnce(REFUSAL);

    emit(element, 'c-time-entry-form', 'save', DRAFT);
    await settle();

    expect(shown(element).map(({ id }) => id)).toEqual([mine.id, colleagues.id]);
    expect(find(element, 'c-error-panel')?.['error']).toEqual(REFUSAL);
    expect(form.restore).toHaveBeenCalledWith(DRAFT);
  });

  test('shows a change at once, and what the org made of it', async () => {
    const element = await createPanel(panel);
    jest.mocked(saveEntry).mockResolvedValueOnce({ entry: { ...mine, seconds: 7200 }, budget: panel.budget });

    emit(element, 'c-time-entry-list', 'save', { ...DRAFT, id: mine.id, seconds: 7000 });
    await Promise.resolve();
    expect(shown(element)[0]).toMatchObject({ id: mine.id, seconds: 7000, isPending: true });

    await settle();
    expect(shown(element)[0]).toMatchObject({ id: mine.id, seconds: 7200, isPending: false });
  });

  test('a refused change opens its form again over the entry as it was', async () => {
    const element = await createPanel(panel);
    const edit = jest.fn();
    Object.assign(find(element, 'c-time-entry-list') ?? {}, { edit });
    jest.mocked(saveEntry).mockRejectedValueOnce(REFUSAL);
    const draft = { ...DRAFT, id: mine.id, seconds: 7000 };

    emit(element, 'c-time-entry-list', 'save', draft);
    await settle();

    expect(shown(element)[0]).toMatchObject({ id: mine.id, seconds: mine.seconds, isPending: false });
    expect(edit).toHaveBeenCalledWith(draft);
  });

  test('an entry that moved to another opportunity leaves the list', async () => {
    const element = await createPanel(panel);
    jest.mocked(saveEntry).mockResolvedValueOnce({ entry: null, budget: panel.budget });

    emit(element, 'c-time-entry-list', 'save', { ...DRAFT, id: mine.id });
    await settle();

    expect(shown(element).map(({ id }) => id)).toEqual([colleagues.id]);
  });

  test('deletes an entry, and takes that back', async () => {
    const element = await createPanel(panel);
    jest.mocked(deleteEntry).mockResolvedValueOnce({ entry: null, budget: panel.budget });
    jest.mocked(restoreEntry).mockResolvedValueOnce({ entry: mine, budget: panel.budget });

    emit(element, 'c-time-entry-list', 'remove', { id: mine.id });
    await settle();
    expect(shown(element).map(({ id }) => id)).toEqual([colleagues.id]);
    expect(announced(element)).toBe('c.Entry_Deleted');

    emit(element, '.removed lightning-button', 'click');
    await settle();
    expect(restoreEntry).toHaveBeenCalledWith({ opportunityId: OPPORTUNITY, entryId: mine.id });
    expect(shown(element).map(({ id }) => id)).toEqual([mine.id, colleagues.id]);
    expect(find(element, '.removed')).toBeNull();
  });

  test('an entry that could not be deleted comes back', async () => {
    const element = await createPanel(panel);
    jest.mocked(deleteEntry).mockRejectedValueOnce(REFUSAL);

    emit(element, 'c-time-entry-list', 'remove', { id: mine.id });
    await settle();

    expect(shown(element).map(({ id }) => id)).toEqual([mine.id, colleagues.id]);
    expect(find(element, '.removed')).toBeNull();
    expect(find(element, 'c-error-panel')?.['error']).toEqual(REFUSAL);
  });

  test('older entries follow below, from the last one on', async () => {
    const element = await createPanel(panel);
    jest.mocked(getEntries).mockResolvedValueOnce({
      hasMore: false,
      entries: [{ ...colleagues, id: 'a04000000000001AAA', workDate: '2026-11-20' }],
    });

    emit(element, '.slds-align_absolute-center lightning-button', 'click');
    await settle();

    expect(getEntries).toHaveBeenCalledWith({
      opportunityId: OPPORTUNITY,
      mineOnly: false,
      beforeDate: colleagues.workDate,
      beforeId: colleagues.id,
    });
    expect(shown(element)).toHaveLength(3);
    expect(find(element, '.slds-align_absolute-center lightning-button')).toBeNull();
  });

  test('can be limited to my own entries where there are others', async () => {
    const element = await createPanel(panel);
    jest.mocked(getEntries).mockResolvedValueOnce({ hasMore: false, entries: [mine] });

    emit(element, 'lightning-radio-group', 'change', { value: 'mine' });
    await settle();

    expect(getEntries).toHaveBeenCalledWith(expect.objectContaining({ mineOnly: true, beforeId: null }));
    expect(shown(element).map(({ id }) => id)).toEqual([mine.id]);
    expect(find(element, 'lightning-radio-group')).not.toBeNull();
  });

  test('offers no filter where all entries are mine', async () => {
    const element = await createPanel({ ...panel, entries: { hasMore: false, entries: [mine] } });

    expect(find(element, 'lightning-radio-group')).toBeNull();
  });

  test('the first entry makes the project, which is then the one to log on', async () => {
    const element = await createPanel(noProject);
    expect(find(element, '.first')?.textContent).toBe('c.Panel_First_Project');
    expect(find(element, '.none')?.textContent).toBe('c.Panel_No_Entries');
    formOf(element);
    jest.mocked(saveEntry).mockResolvedValueOnce({ entry: mine, budget: panel.budget });

    emit(element, 'c-time-entry-form', 'save', { ...DRAFT, projectId: '' });
    await settle();

    expect(find(element, '.first')).toBeNull();
    expect(find(element, 'c-time-entry-form')?.['projects']).toMatchObject([{ id: mine.projectId, name: 'Apollo' }]);
  });

  test('without a project, and without the right to make one, it says who can', async () => {
    const element = await createPanel({ ...noProject, canCreateProject: false });

    expect(find(element, '.first')?.textContent).toBe('c.Panel_No_Project');
    expect(find(element, 'c-time-entry-form')).toBeNull();
  });

  test('who may read only gets no form', async () => {
    const element = await createPanel({ ...panel, canLog: false });

    expect(find(element, 'c-time-entry-form')).toBeNull();
    expect(shown(element)).toHaveLength(2);
  });

  test('tells those without access who can give it', async () => {
    const element = await createPanel(noAccess);

    expect(find(element, '.no-access')?.textContent).toBe('c.Budget_No_Access');
    expect(find(element, 'c-budget-summary')).toBeNull();
  });

  test('tells the same to those who may not call the class at all', async () => {
    const element = await createPanel(undefined, {
      body: { message: "You do not have access to the Apex class named 'OpportunityTimeController'." },
    });

    expect(find(element, '.no-access')?.textContent).toBe('c.Budget_No_Access');
    expect(find(element, 'c-error-panel')).toBeNull();
  });

  test('shows the error in place of the figures', async () => {
    const element = await createPanel(undefined, { body: { message: 'No hours. [TIME-008]' } });

    expect(find(element, 'c-error-panel')?.['error']).toMatchObject({ body: { message: 'No hours. [TIME-008]' } });
    expect(find(element, '.skeleton')).toBeNull();
  });

  test.each([
    ['showentries', 'Time_Entries__r'],
    ['showprojects', 'Timesheet_Projects__r'],
  ])('on %s opens the related list %s', async (event, relationship) => {
    const element = await createPanel(panel);

    emit(element, 'c-budget-summary', event);

    expect(mockNavigate).toHaveBeenCalledWith({
      type: 'standard__recordRelationshipPage',
      attributes: {
        recordId: OPPORTUNITY,
        objectApiName: 'Opportunity',
        relationshipApiName: relationship,
        actionName: 'view',
      },
    });
  });

  test('reads again when the page is refreshed, and stops listening when it leaves', async () => {
    const element = await createPanel(panel);
    const handler = jest.mocked(registerRefreshHandler).mock.lastCall?.[1];
    jest.mocked(getPanel).mockResolvedValueOnce({ ...noProject });

    await expect(handler?.()).resolves.toBe(true);
    await settle();
    expect(shown(element)).toHaveLength(0);

    element.remove();
    expect(unregisterRefreshHandler).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['entries', panel],
    ['no project', noProject],
    ['no access', noAccess],
  ])('is accessible with %s', async (_name, view) => {
    await expect(await createPanel(view)).toBeAccessible();
  });

  test('is accessible while it loads and with an error', async () => {
    const loading = createElement('c-opportunity-time-panel', { is: OpportunityTimePanel });
    document.body.appendChild(loading);
    expect(find(loading, '.skeleton')).not.toBeNull();
    await expect(loading).toBeAccessible();

    await expect(await createPanel(undefined, REFUSAL)).toBeAccessible();
  });
});
