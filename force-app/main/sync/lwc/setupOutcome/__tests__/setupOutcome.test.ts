import { createElement } from 'lwc';
import SetupOutcome from 'c/setupOutcome';

const PASSED = { isPassed: true, message: 'Reached Harvest.', readable: ['clients'], refused: [] };

function createOutcome(outcome: unknown): HTMLElement {
  const element = createElement('c-setup-outcome', { is: SetupOutcome });
  Object.assign(element, { outcome, serviceLabel: 'Harvest' });
  document.body.appendChild(element);
  return element;
}

const find = (element: HTMLElement, selector: string): (Element & Record<string, unknown>) | null =>
  element.shadowRoot?.querySelector<Element & Record<string, unknown>>(selector) ?? null;

describe('c-setup-outcome', () => {
  test('says what was reached', () => {
    const element = createOutcome(PASSED);

    expect(find(element, '.message')?.textContent).toBe('Reached Harvest.');
    expect(find(element, 'lightning-icon')?.['alternativeText']).toBe('c.Setup_Passed');
    expect(find(element, 'details')).toBeNull();
    expect(find(element, '.warning')).toBeNull();
  });

  test('says what is wrong, with what may not be read and the words of the service folded', () => {
    const element = createOutcome({
      ...PASSED,
      isPassed: false,
      message: 'Wrong key. [CONN-010]',
      warning: 'Some may not be read. [CONN-040]',
      serviceWords: 'invalid_token',
    });

    expect(find(element, 'lightning-icon')?.['alternativeText']).toBe('c.Setup_Failed');
    expect(find(element, '.warning')?.textContent).toContain('[CONN-040]');
    expect(find(element, 'details .words')?.textContent).toBe('invalid_token');
    expect((find(element, 'details') as HTMLDetailsElement | null)?.open).toBe(false);
  });

  test('is accessible', async () => {
    await expect(createOutcome({ ...PASSED, serviceWords: 'no' })).toBeAccessible();
  });
});
