import { createElement, type LightningElement } from 'lwc';
import OpportunityBudgetCard from 'c/opportunityBudgetCard';
import { refreshApex } from '@salesforce/apex';
import getBudget from '@salesforce/apex/OpportunityTimeController.getBudget';
import type * as Navigation from 'lightning/navigation';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import noAccess from './data/noAccess.json';
import noProject from './data/noProject.json';
import withinBudget from './data/withinBudget.json';

/** What the test doubles of wires offer, which the real types do not know. */
interface TestWire {
  emit(value: unknown): void;
  error(body?: unknown): void;
  getLastConfig(): unknown;
}

jest.mock(
  '@salesforce/apex/OpportunityTimeController.getBudget',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual<{
      createApexTestWireAdapter: (method: unknown) => unknown;
    }>('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
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
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const budgetWire = getBudget as unknown as TestWire;
const objectWire = getObjectInfo as unknown as TestWire;
const OPPORTUNITY = '006000000000001AAA';

function createCard(): HTMLElement {
  const card = createElement('c-opportunity-budget-card', { is: OpportunityBudgetCard });
  Object.assign(card, { recordId: OPPORTUNITY });
  document.body.appendChild(card);
  return card;
}

async function createCardWith(budget: unknown): Promise<HTMLElement> {
  const card = createCard();
  budgetWire.emit(budget);
  await settle();
  return card;
}

/** Lets wires, generated addresses and the rendering that follows them finish. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function find(card: HTMLElement, selector: string): (HTMLElement & Record<string, unknown>) | null {
  return card.shadowRoot?.querySelector<HTMLElement & Record<string, unknown>>(selector) ?? null;
}

describe('c-opportunity-budget-card', () => {
  test('asks for the hours of the opportunity on whose page it stands', async () => {
    createCard();
    await settle();

    expect(budgetWire.getLastConfig()).toEqual({ opportunityId: OPPORTUNITY });
  });

  test('shows the figures, each with the address of the records behind it', async () => {
    const card = await createCardWith(withinBudget);

    const summary = find(card, 'c-budget-summary');
    expect(summary?.['budget']).toEqual(withinBudget);
    expect(summary?.['entriesUrl']).toBe('https://www.example.com');
    expect(summary?.['projectsUrl']).toBe('https://www.example.com');
  });

  test('shows hours of others without an address for projects the reader cannot see', async () => {
    const card = await createCardWith({ ...noAccess, loggedHours: 3 });

    const summary = find(card, 'c-budget-summary');
    expect(summary?.['entriesUrl']).toBe('https://www.example.com');
    expect(summary?.['projectsUrl']).toBeUndefined();
  });

  test('says that no project is there, and offers one to those who may create it', async () => {
    const card = await createCardWith(noProject);
    expect(find(card, '.empty p')?.textContent).toBe('c.Budget_Empty');
    expect(find(card, 'lightning-button')).toBeNull();

    objectWire.emit({ apiName: 'Project__c', createable: true });
    await settle();

    expect(find(card, 'lightning-button')?.['label']).toBe('c.Budget_New_Project');
  });

  test('tells those without access who can give it', async () => {
    const card = await createCardWith(noAccess);
    objectWire.emit({ apiName: 'Project__c', createable: true });
    await settle();

    expect(find(card, '.empty p')?.textContent).toBe('c.Budget_No_Access');
    expect(find(card, 'lightning-button')).toBeNull();
  });

  test('shows the error in place of the figures', async () => {
    const card = createCard();
    budgetWire.error({ message: 'No access. [TIME-001]' });
    await settle();

    expect(find(card, 'c-error-panel')?.['error']).toMatchObject({ body: { message: 'No access. [TIME-001]' } });
    expect(find(card, 'c-budget-summary')).toBeNull();
    expect(find(card, '.skeleton')).toBeNull();
  });

  test('shows a skeleton until the hours are there', async () => {
    const card = createCard();
    expect(find(card, '.skeleton')).not.toBeNull();

    budgetWire.emit(withinBudget);
    await settle();

    expect(find(card, '.skeleton')).toBeNull();
  });

  test.each([
    ['showentries', 'Time_Entries__r'],
    ['showprojects', 'Timesheet_Projects__r'],
  ])('on %s opens the related list %s', async (event, relationship) => {
    const card = await createCardWith(withinBudget);

    find(card, 'c-budget-summary')?.dispatchEvent(new CustomEvent(event));

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

  test('opens a new project that already names the opportunity', async () => {
    jest.mocked(encodeDefaultFieldValues).mockReturnValueOnce('encoded');
    const card = await createCardWith(noProject);
    objectWire.emit({ apiName: 'Project__c', createable: true });
    await settle();

    find(card, 'lightning-button')?.click();

    expect(encodeDefaultFieldValues).toHaveBeenCalledWith({ Opportunity__c: OPPORTUNITY });
    expect(mockNavigate).toHaveBeenCalledWith({
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Project__c', actionName: 'new' },
      state: { defaultFieldValues: 'encoded' },
    });
  });

  test('reads the hours again when the page is refreshed, and stops listening when it leaves', async () => {
    const card = await createCardWith(withinBudget);
    const handler = jest.mocked(registerRefreshHandler).mock.lastCall?.[1];

    await expect(handler?.()).resolves.toBe(true);
    expect(refreshApex).toHaveBeenCalledWith(expect.objectContaining({ data: withinBudget }));

    card.remove();
    expect(unregisterRefreshHandler).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['figures', withinBudget],
    ['nothing to show', noProject],
    ['no access', noAccess],
  ])('is accessible with %s', async (_name, budget) => {
    await expect(await createCardWith(budget)).toBeAccessible();
  });

  test('is accessible while it loads and with an error', async () => {
    const card = createCard();
    await expect(card).toBeAccessible();

    budgetWire.error();
    await settle();

    await expect(card).toBeAccessible();
  });
});
