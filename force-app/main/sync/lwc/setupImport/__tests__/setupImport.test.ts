import { createElement } from 'lwc';
import SetupImport from 'c/setupImport';
import type { ImportInput } from 'views/sync';

const CONNECTION = { id: '1', importFrom: '2026-01-01', opportunityRule: 'Link', createClients: false };

function createImport(connection: unknown = CONNECTION): {
  readonly element: HTMLElement;
  readonly start: jest.Mock<undefined, [CustomEvent<ImportInput>]>;
} {
  const element = createElement('c-setup-import', { is: SetupImport });
  Object.assign(element, { connection, entities: ['clients', 'entries'], userName: 'Noor Haddad' });
  document.body.appendChild(element);
  const start = jest.fn<undefined, [CustomEvent<ImportInput>]>();
  element.addEventListener('start', start as unknown as EventListener);
  return { element, start };
}

function change(element: HTMLElement, name: string, detail: unknown): void {
  element.shadowRoot?.querySelector(`[data-name="${name}"]`)?.dispatchEvent(new CustomEvent('change', { detail }));
}

const press = (element: HTMLElement): void =>
  element.shadowRoot?.querySelector<HTMLElement>('lightning-button')?.click();

describe('c-setup-import', () => {
  test('begins with everything, and with what the connection has', () => {
    const { element, start } = createImport();

    press(element);

    expect(start.mock.calls[0]?.[0].detail).toEqual({
      entities: ['clients', 'entries'],
      firstDay: '2026-01-01',
      opportunityRule: 'Link',
      createClients: false,
    });
  });

  test('starts with what was changed', () => {
    const { element, start } = createImport({ ...CONNECTION, importScope: 'clients' });
    change(element, 'entities', { value: ['entries'] });
    change(element, 'firstDay', { value: '' });
    change(element, 'rule', { value: 'Create' });
    change(element, 'createClients', { checked: true });

    press(element);

    expect(start.mock.calls[0]?.[0].detail).toEqual({
      entities: ['entries'],
      firstDay: null,
      opportunityRule: 'Create',
      createClients: true,
    });
  });

  test('forgets the choices of one connection for the next', async () => {
    const { element, start } = createImport();
    change(element, 'rule', { value: 'Create' });

    Object.assign(element, { connection: { ...CONNECTION, id: '2', importScope: 'clients' } });
    await Promise.resolve();
    press(element);

    expect(start.mock.calls[0]?.[0].detail).toMatchObject({ entities: ['clients'], opportunityRule: 'Link' });
  });

  test('is accessible', async () => {
    await expect(createImport().element).toBeAccessible();
  });
});
