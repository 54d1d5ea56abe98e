import { createElement } from 'lwc';
import SyncIssues from 'c/syncIssues';
import groups from './data/groups.json';

type Group = (typeof groups)[number];
const [clients, service] = groups as [Group, Group];

function createIssues(group: unknown, showConnection = false): HTMLElement {
  const element = createElement('c-sync-issues', { is: SyncIssues });
  Object.assign(element, { group, showConnection });
  document.body.appendChild(element);
  return element;
}

function heading(element: HTMLElement): string | undefined {
  return element.shadowRoot?.querySelector('section')?.getAttribute('aria-label') ?? undefined;
}

describe('c-sync-issues', () => {
  test('lists the issues of a cause and counts those that are not shown', () => {
    const element = createIssues(clients);
    const shown = element.shadowRoot?.querySelectorAll<HTMLElement & { issue: { id: string } }>('c-sync-issue') ?? [];

    expect([...shown].map(({ issue }) => issue.id)).toEqual(['a03000000000001AAA', 'a03000000000002AAA']);
    expect(element.shadowRoot?.querySelector('[data-action="more"]')).not.toBeNull();
    expect(heading(element)).toBe('c.Issues_Cause_On');
  });

  test('shows a few first, then those that were read already, and asks for others only then', async () => {
    const issues = Array.from({ length: 60 }, (_value, index) => ({ ...clients.issues[0], id: `issue ${index}` }));
    const element = createIssues({ ...clients, total: 80, issues });
    const more = jest.fn();
    element.addEventListener('causeaction', more);
    const shown = (): number => element.shadowRoot?.querySelectorAll('c-sync-issue').length ?? 0;
    const press = async (): Promise<void> => {
      element.shadowRoot?.querySelector('[data-action="more"]')?.dispatchEvent(new CustomEvent('click'));
      await Promise.resolve();
    };

    expect(shown()).toBe(5);
    await press();
    expect(shown()).toBe(55);
    expect(more).not.toHaveBeenCalled();
    await press();
    expect(shown()).toBe(60);
    expect(more).toHaveBeenCalledTimes(1);
  });

  test('names a cause that is about the connection itself', () => {
    expect(heading(createIssues(service))).toBe('c.Cause_Service');
  });

  test('names the connection where there are several', () => {
    expect(heading(createIssues(service, true))).toBe('c.Issues_Cause_On');
  });

  test.each(['retryAll', 'dismissAll', 'more'])('asks for what is pressed: %s', (action) => {
    const element = createIssues(clients);
    const handler = jest.fn();
    element.addEventListener('causeaction', (event) => {
      handler((event as CustomEvent<unknown>).detail);
    });

    element.shadowRoot?.querySelector(`[data-action="${action}"]`)?.dispatchEvent(new CustomEvent('click'));

    expect(handler).toHaveBeenCalledWith({ action, key: clients.key });
  });

  test('offers nothing for all where there is one', () => {
    expect(createIssues(service).shadowRoot?.querySelectorAll('lightning-button')).toHaveLength(0);
  });

  test('is accessible', async () => {
    await expect(createIssues(clients)).toBeAccessible();
    await expect(createIssues(service, true)).toBeAccessible();
  });
});
