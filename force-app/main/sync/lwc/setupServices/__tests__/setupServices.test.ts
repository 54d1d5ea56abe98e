import { createElement } from 'lwc';
import SetupServices from 'c/setupServices';

const SERVICES = [
  { name: 'harvest', label: 'Harvest', fields: [], entities: [] },
  { name: 'mine', label: 'Mine', fields: [], entities: [], problem: 'It lacks "label". [CONN-002]' },
];

function createServices(services: unknown = SERVICES): HTMLElement {
  const element = createElement('c-setup-services', { is: SetupServices });
  Object.assign(element, { services });
  document.body.appendChild(element);
  return element;
}

const buttons = (element: HTMLElement): readonly HTMLButtonElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLButtonElement>('.service') ?? []),
];

describe('c-setup-services', () => {
  test('chooses with one click', () => {
    const element = createServices();
    const choose = jest.fn<undefined, [CustomEvent]>();
    element.addEventListener('choose', choose as unknown as EventListener);

    buttons(element)[0]?.click();

    expect(choose.mock.calls[0]?.[0].detail).toEqual({ name: 'harvest' });
  });

  test('says why a definition cannot be used, and does not offer it', () => {
    const element = createServices();

    expect(buttons(element).map(({ name }) => name)).toEqual(['harvest', '']);
    const panel = element.shadowRoot?.querySelector<HTMLElement & { error: unknown }>('c-error-panel');
    expect(panel?.error).toBe('It lacks "label". [CONN-002]');
  });

  test('explains how a service is added, and looks again when asked', async () => {
    const element = createServices([]);
    const lookAgain = jest.fn();
    element.addEventListener('lookagain', lookAgain);

    buttons(element)[0]?.click();
    await Promise.resolve();
    element.shadowRoot?.querySelector<HTMLElement>('.other lightning-button')?.click();

    expect(buttons(element)[0]?.getAttribute('aria-expanded')).toBe('true');
    expect(lookAgain).toHaveBeenCalledTimes(1);
  });

  test('is accessible', async () => {
    await expect(createServices()).toBeAccessible();
  });
});
