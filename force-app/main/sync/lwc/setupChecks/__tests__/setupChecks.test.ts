import { createElement } from 'lwc';
import SetupChecks from 'c/setupChecks';

const CHECKS = [
  { name: 'Account', label: 'Create and edit Accounts', isGranted: true, fix: null },
  { name: 'Opportunity', label: 'Create and edit Opportunities', isGranted: false, fix: 'Give Ada a permission set.' },
];

function createChecks(checks: unknown): HTMLElement {
  const element = createElement('c-setup-checks', { is: SetupChecks });
  Object.assign(element, { checks });
  document.body.appendChild(element);
  return element;
}

const textOf = (element: HTMLElement, selector: string): string | undefined =>
  element.shadowRoot?.querySelector(selector)?.textContent;

describe('c-setup-checks', () => {
  test('lists what is missing with its fix, and folds what is granted', () => {
    const element = createChecks(CHECKS);

    expect(textOf(element, '.missing')).toContain('Create and edit Opportunities');
    expect(textOf(element, '.fix')).toBe('Give Ada a permission set.');
    expect(textOf(element, 'details')).toContain('Create and edit Accounts');
    expect(textOf(element, '.summary')).toBe('c.Check_Some');
  });

  test('says that nothing is missing, and folds nothing where there is nothing', () => {
    expect(textOf(createChecks([CHECKS[0]]), '.summary')).toBe('c.Check_All');
    expect(createChecks([]).shadowRoot?.querySelector('details')).toBeNull();
  });

  test('checks again when asked', () => {
    const element = createChecks(CHECKS);
    const again = jest.fn();
    element.addEventListener('again', again);

    element.shadowRoot?.querySelector<HTMLElement>('lightning-button')?.click();

    expect(again).toHaveBeenCalledTimes(1);
  });

  test('is accessible', async () => {
    await expect(createChecks(CHECKS)).toBeAccessible();
  });
});
