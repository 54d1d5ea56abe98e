import { createElement } from 'lwc';
import SetupCredential, { type CredentialEntry } from 'c/setupCredential';

const SERVICE = {
  name: 'harvest',
  label: 'Harvest',
  address: 'https://api.harvestapp.com/v2',
  isAddressEditable: true,
  tenantLabel: 'Account ID',
  hasTenantChoices: false,
  documentation: 'https://help.example.com',
  fields: [
    { name: 'Token', label: 'Personal access token', isSecret: true },
    { name: 'User', label: 'User name', isSecret: false },
  ],
  entities: [],
};

type Input = HTMLElement & {
  name: string;
  type?: string;
  value?: string;
  readOnly?: boolean;
  reportValidity: jest.Mock;
};

function createForm(properties: Readonly<Record<string, unknown>> = {}): HTMLElement {
  const element = createElement('c-setup-credential', { is: SetupCredential });
  Object.assign(element, { service: SERVICE, ...properties });
  document.body.appendChild(element);
  return element;
}

function inputs(element: HTMLElement, isValid = true): readonly Input[] {
  const found = [...(element.shadowRoot?.querySelectorAll<Input>('lightning-input') ?? [])];
  for (const input of found) {
    input.reportValidity = jest.fn(() => isValid);
  }
  return found;
}

function submit(element: HTMLElement): void {
  element.shadowRoot?.querySelector('form')?.dispatchEvent(new CustomEvent('submit', { cancelable: true }));
}

describe('c-setup-credential', () => {
  test('asks for what the definition names, secrets unseen', () => {
    const asked = inputs(createForm()).map(({ name, type }) => [name, type]);

    expect(asked).toEqual([
      ['address', undefined],
      ['tenant', undefined],
      ['credential Token', 'password'],
      ['credential User', 'text'],
    ]);
  });

  test('asks for neither address nor account where the service knows both', () => {
    const element = createForm({ service: { ...SERVICE, isAddressEditable: false, hasTenantChoices: true } });

    expect(inputs(element).map(({ name }) => name)).toEqual(['credential Token', 'credential User']);
  });

  test('hands over what was entered', () => {
    const element = createForm();
    const connect = jest.fn<undefined, [CustomEvent<CredentialEntry>]>();
    element.addEventListener('connect', connect as unknown as EventListener);
    const [, tenant, token, user] = inputs(element);
    Object.assign(tenant ?? {}, { value: '12' });
    Object.assign(token ?? {}, { value: 'secret' });
    Object.assign(user ?? {}, { value: 'ada' });

    submit(element);

    expect(connect.mock.calls[0]?.[0].detail).toEqual({
      address: SERVICE.address,
      tenant: '12',
      values: { Token: 'secret', User: 'ada' },
    });
  });

  test('hands nothing over while an input lacks its value, and each of them says so', () => {
    const element = createForm();
    const connect = jest.fn();
    element.addEventListener('connect', connect);
    const asked = inputs(element, false);

    submit(element);

    expect(connect).not.toHaveBeenCalled();
    expect(asked.every(({ reportValidity }) => reportValidity.mock.calls.length === 1)).toBe(true);
  });

  test('shows what a draft has, and fixes the account of what was connected', () => {
    const draft = { id: '1', state: 'Draft', address: 'https://moved.example.com', tenant: '12' };
    const [address, tenant] = inputs(createForm({ connection: draft }));
    expect([address?.value, tenant?.value, tenant?.readOnly]).toEqual([draft.address, '12', false]);

    const [, fixed] = inputs(createForm({ connection: { ...draft, state: 'Suspended' } }));
    expect(fixed?.readOnly).toBe(true);
  });

  test('is accessible', async () => {
    await expect(createForm({ canCancel: true })).toBeAccessible();
  });
});
