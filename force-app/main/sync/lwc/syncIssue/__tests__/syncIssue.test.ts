import { createElement } from 'lwc';
import SyncIssue from 'c/syncIssue';
import groups from '../../syncIssues/__tests__/data/groups.json';

const issues = groups.flatMap((group) => group.issues as readonly { readonly id: string }[]);
const [ambiguous, plain, ofService] = issues as [{ id: string }, { id: string }, { id: string }];

type Found = HTMLElement & { readonly options: unknown; readonly disabled: boolean };

function createIssue(issue: unknown): HTMLElement {
  const element = createElement('c-sync-issue', { is: SyncIssue });
  Object.assign(element, { issue });
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): Found | null {
  return element.shadowRoot?.querySelector<Found>(selector) ?? null;
}

function press(element: HTMLElement, action: string): unknown {
  let detail: unknown;
  element.addEventListener('issueaction', (event) => {
    ({ detail } = event as CustomEvent<unknown>);
  });
  find(element, `[data-action="${action}"]`)?.dispatchEvent(new CustomEvent('click'));
  return detail;
}

describe('c-sync-issue', () => {
  test('says what happened, since when and how often it was tried', () => {
    const element = createIssue(ambiguous);

    expect(find(element, '.what p')?.textContent).toContain('[SYNC-012]');
    expect([...(element.shadowRoot?.querySelectorAll('.fact') ?? [])].map((fact) => fact.textContent)).toEqual([
      'c.Issues_Since',
      'c.Issues_Attempts',
    ]);
  });

  test('ties the row to the record that is chosen, and to none before', async () => {
    const element = createIssue(ambiguous);
    expect(find(element, 'lightning-combobox')?.options).toEqual([
      { label: 'Acme, Rome', value: '001000000000001AAA' },
      { label: 'Acme Ltd', value: '001000000000002AAA' },
    ]);
    expect(find(element, '[data-action="choose"]')?.disabled).toBe(true);

    find(element, 'lightning-combobox')?.dispatchEvent(
      new CustomEvent('change', { detail: { value: '001000000000002AAA' } }),
    );
    await Promise.resolve();

    expect(find(element, '[data-action="choose"]')?.disabled).toBe(false);
    expect(press(element, 'choose')).toEqual({
      action: 'choose',
      issueId: ambiguous.id,
      recordId: '001000000000002AAA',
    });
  });

  test.each(['retry', 'dismiss', 'issue'])('asks for what is pressed: %s', (action) => {
    expect(press(createIssue(plain), action)).toEqual({ action, issueId: plain.id, recordId: null });
  });

  test('offers no choice where there is none, and no record where none is known', () => {
    const element = createIssue(plain);

    expect(find(element, 'lightning-combobox')).toBeNull();
    expect(find(element, '[data-action="record"]')).toBeNull();
    expect(find(element, 'details')).toBeNull();
  });

  test('folds the words of the service, and opens the record', () => {
    const element = createIssue(ofService);

    expect(find(element, 'details')?.hasAttribute('open')).toBe(false);
    expect(find(element, '.words')?.textContent).toBe('invalid_token');
    expect(press(element, 'record')).toMatchObject({ action: 'record', recordId: 'a01000000000001AAA' });
  });

  test('is accessible', async () => {
    await expect(createIssue(ambiguous)).toBeAccessible();
    await expect(createIssue(ofService)).toBeAccessible();
  });
});
