import { createElement } from 'lwc';
import LogTimeAction from 'c/logTimeAction';
import getPanel from '@salesforce/apex/OpportunityTimeController.getPanel';
import saveEntry from '@salesforce/apex/OpportunityTimeController.saveEntry';
import saveProjectEntry from '@salesforce/apex/ProjectTimeController.saveEntry';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';

jest.mock('@salesforce/apex/OpportunityTimeController.getPanel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OpportunityTimeController.saveEntry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProjectTimeController.saveEntry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  'lightning/actions',
  () => ({
    CloseActionScreenEvent: class extends CustomEvent<null> {
      constructor() {
        super('close-screen');
      }
    },
  }),
  { virtual: true },
);

const OPPORTUNITY = '006000000000001AAA';
const PROJECT = 'a02000000000001AAA';
const ENTRY = { id: 'a04000000000001AAA', seconds: 3600, projectName: 'Apollo' };
const DRAFT = { id: '', workDate: '2026-11-23', seconds: 3600, description: '', isBillable: true, projectId: PROJECT };
const VIEW = {
  canLog: true,
  canLogForOthers: true,
  canCreateProject: false,
  projects: [{ id: PROJECT, name: 'Apollo' }],
  tasks: [{ id: 'a03000000000001AAA', name: 'Design' }],
};
const REFUSAL = { body: { message: 'A day has 24 hours. [TIME-003]' } };

const projectWire = getRecord as unknown as { emit(value: unknown): void; error(body: unknown): void };

type Found = HTMLElement & Record<string, unknown>;

async function createAction(objectApiName: string, recordId: string): Promise<HTMLElement> {
  const action = createElement('c-log-time-action', { is: LogTimeAction });
  document.body.appendChild(action);
  Object.assign(action, { recordId, objectApiName });
  await settle();
  return action;
}

function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function find(action: HTMLElement, selector: string): Found | null {
  return action.shadowRoot?.querySelector<Found>(selector) ?? null;
}

async function save(action: HTMLElement): Promise<{ toast: unknown; isClosed: boolean }> {
  const seen = { toast: undefined as unknown, isClosed: false };
  action.addEventListener('lightning__showtoast', (event) => {
    seen.toast = (event as CustomEvent<unknown>).detail;
  });
  action.addEventListener('close-screen', () => {
    seen.isClosed = true;
  });
  find(action, 'c-time-entry-form')?.dispatchEvent(new CustomEvent('save', { detail: DRAFT }));
  await settle();
  return seen;
}

describe('c-log-time-action', () => {
  test('on an opportunity it offers the projects and tasks of it, and closes after saving', async () => {
    jest.mocked(getPanel).mockResolvedValueOnce(VIEW);
    jest.mocked(saveEntry).mockResolvedValueOnce({ entry: ENTRY });
    const action = await createAction('Opportunity', OPPORTUNITY);
    expect(find(action, 'c-time-entry-form')).toMatchObject({
      projects: VIEW.projects,
      tasks: VIEW.tasks,
      mayLogForOthers: true,
    });

    const { toast, isClosed } = await save(action);

    expect(saveEntry).toHaveBeenCalledTimes(1);
    expect(saveEntry).toHaveBeenCalledWith(expect.objectContaining({ opportunityId: OPPORTUNITY }));
    expect(toast).toMatchObject({ title: 'c.Entry_Logged', variant: 'success' });
    expect(isClosed).toBe(true);
  });

  test('on a project it reads the project without Apex', async () => {
    jest
      .mocked(getFieldValue)
      .mockImplementation((_record, field) => (field.fieldApiName === 'Name' ? 'Apollo' : undefined));
    jest.mocked(saveProjectEntry).mockResolvedValueOnce(ENTRY);
    const action = await createAction('Project__c', PROJECT);
    projectWire.emit({ id: PROJECT });
    await settle();

    expect(getPanel).not.toHaveBeenCalled();
    expect(find(action, 'c-time-entry-form')?.['projects']).toEqual([
      { id: PROJECT, name: 'Apollo', defaultTaskId: '', billableByDefault: true },
    ]);
    const { isClosed } = await save(action);
    expect(saveProjectEntry).toHaveBeenCalledTimes(1);
    expect(isClosed).toBe(true);
  });

  test('stays open with the reason when the entry is refused', async () => {
    jest.mocked(getPanel).mockResolvedValueOnce(VIEW);
    jest.mocked(saveEntry).mockRejectedValueOnce(REFUSAL);
    const action = await createAction('Opportunity', OPPORTUNITY);

    const { isClosed } = await save(action);

    expect(isClosed).toBe(false);
    expect(find(action, 'c-error-panel')?.['error']).toEqual(REFUSAL);
  });

  test('tells those without access who can give it', async () => {
    jest.mocked(getPanel).mockRejectedValueOnce({
      body: { message: "You do not have access to the Apex class named 'OpportunityTimeController'." },
    });

    const action = await createAction('Opportunity', OPPORTUNITY);
    expect(find(action, '.no-access')?.textContent).toBe('c.Budget_No_Access');
    expect(find(action, 'c-error-panel')).toBeNull();
  });

  test('says who can make a project where there is none', async () => {
    jest.mocked(getPanel).mockResolvedValueOnce({ ...VIEW, projects: [] });
    const action = await createAction('Opportunity', OPPORTUNITY);

    expect(find(action, '.no-project')?.textContent).toBe('c.Panel_No_Project');
    expect(find(action, 'c-time-entry-form')).toBeNull();
  });

  test('is accessible with its form, without access and with an error', async () => {
    jest.mocked(getPanel).mockResolvedValueOnce(VIEW);
    await expect(await createAction('Opportunity', OPPORTUNITY)).toBeAccessible();

    jest.mocked(getPanel).mockRejectedValueOnce(REFUSAL);
    await expect(await createAction('Opportunity', OPPORTUNITY)).toBeAccessible();
  });
});
