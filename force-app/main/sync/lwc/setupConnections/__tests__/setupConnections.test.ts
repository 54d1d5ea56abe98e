import { createElement } from 'lwc';
import SetupConnections from 'c/setupConnections';

const CONNECTIONS = [
  { id: '1', name: 'Harvest 12', provider: 'harvest', state: 'Connected', identity: 'Ada Byte' },
  { id: '2', name: 'Kimai', provider: 'kimai', state: 'Draft' },
  { id: '3', name: 'Redmine', provider: 'redmine', state: 'Suspended', isOfOtherOrg: true },
  { id: '4', name: 'Old', provider: 'harvest', state: 'Disconnected' },
];

type Button = HTMLElement & { label: string };

function createList(connections: unknown = CONNECTIONS): HTMLElement {
  const element = createElement('c-setup-connections', { is: SetupConnections });
  Object.assign(element, { connections, services: [{ name: 'harvest', label: 'Harvest' }] });
  document.body.appendChild(element);
  return element;
}

const rowsOf = (element: HTMLElement): readonly Element[] => [
  ...(element.shadowRoot?.querySelectorAll('.connection') ?? []),
];
const buttonsOf = (row: Element | undefined): readonly Button[] => [
  ...(row?.querySelectorAll<Button>('lightning-button') ?? []),
];

describe('c-setup-connections', () => {
  test('offers for each what its state allows', () => {
    const labels = rowsOf(createList()).map((row) => buttonsOf(row).map(({ label }) => label));

    expect(labels).toEqual([
      ['c.Setup_Open', 'c.Setup_Disconnect'],
      ['c.Setup_Continue', 'c.Setup_Discard'],
      ['c.Setup_Reconnect', 'c.Setup_Disconnect'],
      ['c.Setup_Reconnect'],
    ]);
  });

  test('says where a copied connection comes from', () => {
    const hints = rowsOf(createList()).map((row) => row.querySelector('.hint')?.textContent);

    expect(hints).toEqual([undefined, undefined, 'c.Setup_Of_Other_Org', undefined]);
  });

  test('says which connection is meant and what is to be done', () => {
    const element = createList();
    const act = jest.fn<undefined, [CustomEvent]>();
    element.addEventListener('act', act as unknown as EventListener);

    buttonsOf(rowsOf(element)[0])[1]?.click();

    expect(act.mock.calls[0]?.[0].detail).toEqual({ id: '1', action: 'disconnect' });
  });

  test('is accessible, with connections and without', async () => {
    await expect(createList()).toBeAccessible();
    await expect(createList([])).toBeAccessible();
  });
});
