import { createElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import SetupPage from 'c/setupPage';
import type { ConnectionView } from 'views/connect';
import discardDraft from '@salesforce/apex/ConnectionSetupController.discardDraft';
import enterCredential from '@salesforce/apex/ConnectionSetupController.enterCredential';
import forgetCredential from '@salesforce/apex/ConnectionSetupController.forgetCredential';
import getChecks from '@salesforce/apex/ConnectionSetupController.getChecks';
import getSetup from '@salesforce/apex/ConnectionSetupController.getSetup';
import getTenants from '@salesforce/apex/ConnectionSetupController.getTenants';
import noteForgotten from '@salesforce/apex/ConnectionSetupController.noteForgotten';
import saveConnection from '@salesforce/apex/ConnectionSetupController.saveConnection';
import testConnection from '@salesforce/apex/ConnectionSetupController.testConnection';
import countRows from '@salesforce/apex/ImportSetupController.countRows';
import stopConnection from '@salesforce/apex/ImportSetupController.disconnect';
import prepareImport from '@salesforce/apex/ImportSetupController.prepareImport';
import startImport from '@salesforce/apex/ImportSetupController.startImport';
import setup from './data/setup.json';

jest.mock('@salesforce/apex/ConnectionSetupController.discardDraft', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionSetupController.enterCredential', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ConnectionSetupController.forgetCredential', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ConnectionSetupController.getChecks', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionSetupController.getSetup', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionSetupController.getTenants', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionSetupController.noteForgotten', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ConnectionSetupController.saveConnection', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ConnectionSetupController.testConnection', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ImportSetupController.countRows', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportSetupController.disconnect', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportSetupController.prepareImport', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportSetupController.startImport', () => ({ default: jest.fn() }), { virtual: true });

type Found = HTMLElement & Record<string, unknown>;

const SECRET = 'sk-verysecret-0123456789';
const ENTRY = { address: 'https://api.harvestapp.com/v2', tenant: '12', values: { Token: SECRET } };
const DRAFT: ConnectionView = { id: 'a07000000000001AAA', name: 'Harvest 12', provider: 'harvest', state: 'Draft' };
const CONNECTED: ConnectionView = { ...DRAFT, state: 'Connected', identity: 'Ada Byte', tenant: '12' };
const PASSED = {
  isPassed: true,
  message: 'Reached Harvest, signed in as Ada Byte.',
  readable: ['clients'],
  refused: [],
  connection: CONNECTED,
};
const VIEW = { mappedFields: 28, mappedValues: 8, unmatchedPeople: 0, ambiguousClients: 0, isRunning: false };

/** The page of an org that answers with these connections. */
async function createPage(connections: readonly ConnectionView[] = [], refusal?: unknown): Promise<HTMLElement> {
  jest.mocked(getChecks).mockResolvedValue([]);
  jest.mocked(prepareImport).mockResolvedValue(VIEW);
  jest.mocked(testConnection).mockResolvedValue(PASSED);
  jest.mocked(saveConnection).mockResolvedValue({ connection: DRAFT, hasLeftover: false });
  jest
    .mocked(countRows)
    .mockImplementation((asked) =>
      Promise.resolve({ entity: asked.entity ?? '', count: 3, isAtLeast: false } as never),
    );
  if (refusal === undefined) {
    jest.mocked(getSetup).mockResolvedValue({ ...setup, connections });
  } else {
    jest.mocked(getSetup).mockRejectedValue(refusal);
  }
  const element = createElement('c-setup-page', { is: SetupPage });
  document.body.appendChild(element);
  await settle();
  return element;
}

function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function find(element: HTMLElement, selector: string): Found | null {
  return element.shadowRoot?.querySelector<Found>(selector) ?? null;
}

async function emit(element: HTMLElement, selector: string, name: string, detail?: unknown): Promise<void> {
  find(element, selector)?.dispatchEvent(new CustomEvent(name, { detail }));
  await settle();
}

async function choose(element: HTMLElement, name = 'harvest'): Promise<void> {
  await emit(element, 'c-setup-services', 'choose', { name });
}

function buttonNamed(element: HTMLElement, label: string): Found | undefined {
  return [...(element.shadowRoot?.querySelectorAll<Found>('lightning-button') ?? [])].find(
    (button) => button['label'] === label,
  );
}

describe('c-setup-page', () => {
  test('begins with the services where nothing is connected yet', async () => {
    const element = await createPage();

    expect(find(element, 'c-setup-services')?.['services']).toEqual(setup.services);
    expect(find(element, 'c-setup-connections')).toBeNull();
    expect(find(element, 'c-setup-credential')).toBeNull();
  });

  test('saves, hands the credential over and tests in transactions of their own, in that order', async () => {
    const element = await createPage();
    await choose(element);

    await emit(element, 'c-setup-credential', 'connect', ENTRY);

    expect(saveConnection).toHaveBeenCalledWith({
      input: { id: null, provider: 'harvest', address: ENTRY.address, tenant: '12' },
    });
    expect(enterCredential).toHaveBeenCalledWith({ connectionId: DRAFT.id, values: ENTRY.values });
    expect(forgetCredential).not.toHaveBeenCalled();
    const order = [saveConnection, enterCredential, testConnection, prepareImport].map(
      (call) => jest.mocked(call).mock.invocationCallOrder[0] ?? 0,
    );
    expect(order).toEqual([...order].sort((left, right) => left - right));
    expect(find(element, 'c-setup-outcome')?.['outcome']).toEqual(PASSED);
    expect(find(element, 'c-setup-credential')).toBeNull();
  });

  test('counts what is there, kind by kind, once the test has passed', async () => {
    const element = await createPage();
    await choose(element);

    await emit(element, 'c-setup-credential', 'connect', ENTRY);

    expect(jest.mocked(countRows).mock.calls.map(([asked]) => asked.entity)).toEqual(['clients', 'entries']);
    expect(find(element, 'c-setup-counts')?.['counts']).toHaveLength(2);
    expect(find(element, 'c-setup-mapping')?.['view']).toEqual(VIEW);
  });

  test('keeps the form after a failed test, with the message of the test', async () => {
    const element = await createPage();
    const failed = { ...PASSED, isPassed: false, message: 'Wrong key. [CONN-010]', connection: DRAFT };
    jest.mocked(testConnection).mockResolvedValue(failed);
    await choose(element);

    await emit(element, 'c-setup-credential', 'connect', ENTRY);

    expect(find(element, 'c-setup-outcome')?.['outcome']).toEqual(failed);
    expect(find(element, 'c-setup-credential')).not.toBeNull();
    expect(prepareImport).not.toHaveBeenCalled();
    expect(find(element, 'c-setup-connections')?.['connections']).toEqual([DRAFT]);
  });

  test('forgets the credential of an earlier address before it takes the new one', async () => {
    const element = await createPage();
    jest.mocked(saveConnection).mockResolvedValue({ connection: DRAFT, hasLeftover: true });
    await choose(element);

    await emit(element, 'c-setup-credential', 'connect', ENTRY);

    const [forgotten] = jest.mocked(forgetCredential).mock.invocationCallOrder;
    expect(forgotten).toBeLessThan(jest.mocked(enterCredential).mock.invocationCallOrder[0] ?? 0);
  });

  test('offers the connection an account belongs to, and goes on with what was entered', async () => {
    const element = await createPage();
    const existing = { ...CONNECTED, id: 'a07000000000002AAA', state: 'Disconnected' };
    jest.mocked(saveConnection).mockResolvedValueOnce({ existing, message: 'Before.', hasLeftover: false });
    await choose(element);
    await emit(element, 'c-setup-credential', 'connect', ENTRY);
    expect(find(element, '.offer')?.textContent).toContain('Before.');
    expect(enterCredential).not.toHaveBeenCalled();

    buttonNamed(element, 'c.Setup_Reconnect')?.click();
    await settle();

    expect(saveConnection).toHaveBeenLastCalledWith({
      input: { id: existing.id, provider: 'harvest', address: ENTRY.address, tenant: '12' },
    });
    expect(enterCredential).toHaveBeenCalledTimes(1);
  });

  test('takes the only account there is, and asks where there are several', async () => {
    const element = await createPage();
    jest.mocked(getTenants).mockResolvedValueOnce([{ id: 'w1', name: 'One' }]);
    await choose(element, 'clockify');
    await emit(element, 'c-setup-credential', 'connect', ENTRY);
    expect(saveConnection).toHaveBeenLastCalledWith({
      input: { id: DRAFT.id, address: null, tenant: 'w1', tenantName: 'One' },
    });

    const other = await createPage();
    jest.mocked(testConnection).mockClear();
    jest.mocked(getTenants).mockResolvedValueOnce([
      { id: 'w1', name: 'One' },
      { id: 'w2', name: 'Two' },
    ]);
    await choose(other, 'clockify');
    await emit(other, 'c-setup-credential', 'connect', ENTRY);
    expect(testConnection).not.toHaveBeenCalled();
    await emit(other, 'c-setup-tenants', 'use', { id: 'w2', name: 'Two' });
    expect(testConnection).toHaveBeenCalledTimes(1);
  });

  test('goes on with a draft where it was left', async () => {
    const element = await createPage([DRAFT]);
    expect(find(element, 'c-setup-services')).toBeNull();

    await emit(element, 'c-setup-connections', 'act', { id: DRAFT.id, action: 'open' });

    expect(find(element, 'c-setup-credential')?.['connection']).toEqual(DRAFT);
    expect(prepareImport).not.toHaveBeenCalled();
  });

  test('opens a connected one with its mapping and import, and counts only when asked', async () => {
    const element = await createPage([CONNECTED]);

    await emit(element, 'c-setup-connections', 'act', { id: CONNECTED.id, action: 'open' });
    expect(countRows).not.toHaveBeenCalled();
    await emit(element, 'c-setup-counts', 'again');

    expect(countRows).toHaveBeenCalledTimes(2);
    expect(find(element, 'c-setup-import')?.['connection']).toEqual(CONNECTED);
  });

  test('disconnects after asking: stops first, then forgets, then notes it', async () => {
    const element = await createPage([CONNECTED]);
    const open = jest.fn().mockResolvedValueOnce(false).mockResolvedValueOnce(true);
    Object.assign(LightningConfirm, { open });

    await emit(element, 'c-setup-connections', 'act', { id: CONNECTED.id, action: 'disconnect' });
    expect(stopConnection).not.toHaveBeenCalled();
    await emit(element, 'c-setup-connections', 'act', { id: CONNECTED.id, action: 'disconnect' });

    const order = [stopConnection, forgetCredential, noteForgotten].map(
      (call) => jest.mocked(call).mock.invocationCallOrder[0] ?? 0,
    );
    expect(order).toEqual([...order].sort((left, right) => left - right));
    expect(order).not.toContain(0);
  });

  test('throws a draft away together with its credential', async () => {
    const element = await createPage([DRAFT]);

    await emit(element, 'c-setup-connections', 'act', { id: DRAFT.id, action: 'discard' });

    expect(forgetCredential).toHaveBeenCalledWith({ connectionId: DRAFT.id });
    expect(discardDraft).toHaveBeenCalledWith({ connectionId: DRAFT.id });
  });

  test('starts the import with what was chosen, and links to the run', async () => {
    const element = await createPage([CONNECTED]);
    jest.mocked(startImport).mockResolvedValueOnce({
      ...VIEW,
      runId: 'a08000000000001AAA',
      runName: 'Run-1',
      isRunning: true,
    });
    await emit(element, 'c-setup-connections', 'act', { id: CONNECTED.id, action: 'open' });
    const input = { entities: ['clients'], firstDay: '2026-01-01', opportunityRule: 'None', createClients: true };

    await emit(element, 'c-setup-import', 'start', input);

    expect(startImport).toHaveBeenCalledWith({ connectionId: CONNECTED.id, input });
    expect(find(element, '.run')).not.toBeNull();
    expect(find(element, 'c-setup-import')).toBeNull();
  });

  test('says what was refused, and keeps the page', async () => {
    const element = await createPage();
    const refusal = { body: { message: 'Not https. [CONN-031]' } };
    jest.mocked(saveConnection).mockRejectedValueOnce(refusal);
    await choose(element);

    await emit(element, 'c-setup-credential', 'connect', ENTRY);

    expect(find(element, 'c-error-panel')?.['error']).toEqual(refusal);
    expect(find(element, 'c-setup-credential')).not.toBeNull();
    expect(enterCredential).not.toHaveBeenCalled();
  });

  test('tells those without access who can help, and others what failed', async () => {
    const refused = await createPage([], { body: { message: 'Somebody may not. [CONN-030]' } });
    const failed = await createPage([], { body: { message: 'Broken.' } });

    expect(find(refused, '.no-access')).not.toBeNull();
    expect(find(failed, 'c-error-panel')).not.toBeNull();
  });

  test('keeps the secret in no place of the page', async () => {
    const element = await createPage();
    await choose(element);

    await emit(element, 'c-setup-credential', 'connect', ENTRY);

    expect(element.shadowRoot?.textContent).not.toContain(SECRET);
    const held = [...(element.shadowRoot?.querySelectorAll('*') ?? [])].map((tile): unknown => ({ ...tile }));
    expect(JSON.stringify(held)).not.toContain(SECRET);
    const asked = [saveConnection, testConnection, prepareImport].map(
      (call): unknown => jest.mocked<(input: never) => unknown>(call).mock.calls,
    );
    expect(JSON.stringify(asked)).not.toContain(SECRET);
  });

  test('is accessible while it waits, with data and with an error', async () => {
    const waiting = createElement('c-setup-page', { is: SetupPage });
    document.body.appendChild(waiting);
    await expect(waiting).toBeAccessible();
    await expect(await createPage([CONNECTED])).toBeAccessible();
    await expect(await createPage([], { body: { message: 'Broken.' } })).toBeAccessible();
  });
});
