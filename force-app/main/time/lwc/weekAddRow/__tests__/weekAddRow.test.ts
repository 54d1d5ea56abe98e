import { createElement } from 'lwc';
import WeekAddRow from 'c/weekAddRow';
import getProject from '@salesforce/apex/WeekController.getProject';
import openOpportunity from '@salesforce/apex/WeekController.openOpportunity';
import search from '@salesforce/apex/WeekController.search';
import found from './data/found.json';

jest.mock('@salesforce/apex/WeekController.getProject', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/WeekController.openOpportunity', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/WeekController.search', () => ({ default: jest.fn() }), { virtual: true });

const PAUSE = 250;
type Found = HTMLElement & Record<string, unknown>;

interface Element extends HTMLElement {
  chooseTask(projectId: string): Promise<void>;
}

function createAddRow(): { readonly element: Element; readonly added: unknown[] } {
  const element = createElement('c-week-add-row', { is: WeekAddRow }) as unknown as Element;
  const added: unknown[] = [];
  element.addEventListener('addrow', (event) => {
    added.push((event as CustomEvent<{ readonly source: unknown }>).detail.source);
  });
  document.body.appendChild(element);
  return { element, added };
}

function find(element: HTMLElement, selector: string): Found | null {
  return element.shadowRoot?.querySelector<Found>(selector) ?? null;
}

const field = (element: HTMLElement): HTMLInputElement => find(element, 'input') as unknown as HTMLInputElement;
const options = (element: HTMLElement): readonly HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? []),
];

async function type(element: HTMLElement, text: string): Promise<void> {
  field(element).value = text;
  field(element).dispatchEvent(new CustomEvent('input'));
  await jest.advanceTimersByTimeAsync(PAUSE);
}

async function press(element: HTMLElement, key: string): Promise<void> {
  field(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await jest.advanceTimersByTimeAsync(0);
}

const GEMINI = { projectId: 'p2', projectName: 'Gemini', taskId: '', taskName: '', isBillable: false };

describe('c-week-add-row', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.mocked(search).mockResolvedValue(found);
  });
  afterEach(() => jest.useRealTimers());

  test('finds projects and opportunities, after a pause in typing and from two letters on', async () => {
    const { element } = createAddRow();
    await type(element, 'a');
    expect(search).not.toHaveBeenCalled();

    await type(element, ' ap ');

    expect(search).toHaveBeenCalledWith({ text: 'ap' });
    expect(options(element).map(({ textContent }) => textContent)).toEqual([
      'ApolloMoon landing',
      'Gemini',
      'Mercuryc.Week_Search_New_Project',
    ]);
    expect(field(element).getAttribute('aria-expanded')).toBe('true');
  });

  test('asks which task, with the default of the project chosen', async () => {
    const { element, added } = createAddRow();
    await type(element, 'apo');
    await press(element, 'Enter');

    const tasks = find(element, 'lightning-combobox');
    expect(find(element, '.project')?.textContent).toBe('Apollo');
    expect(tasks?.['value']).toBe('t1');
    expect(tasks?.['options']).toEqual([
      { value: '', label: 'c.Week_No_Task' },
      { value: 't1', label: 'Design', isBillable: true },
      { value: 't3', label: 'Travel', isBillable: false },
    ]);
    tasks?.dispatchEvent(new CustomEvent('change', { detail: { value: 't3' } }));
    find(element, 'lightning-button')?.click();

    expect(added).toEqual([
      { projectId: 'p1', projectName: 'Apollo', taskId: 't3', taskName: 'Travel', isBillable: false },
    ]);
  });

  test('adds a project without tasks at once, chosen by keys or by mouse', async () => {
    jest.mocked(search).mockResolvedValue({ ...found, tasks: [] });
    const { element, added } = createAddRow();
    await type(element, 'gem');
    await press(element, 'ArrowDown');
    await press(element, 'ArrowDown');
    expect(field(element).getAttribute('aria-activedescendant')).toBe(options(element)[1]?.id);
    await press(element, 'Enter');
    await type(element, 'gem');

    options(element)[1]?.dispatchEvent(new MouseEvent('mousedown', { cancelable: true }));
    await jest.advanceTimersByTimeAsync(0);

    expect(added).toEqual([GEMINI, GEMINI]);
    expect(field(element).value).toBe('');
  });

  test('goes around the list with the arrow keys, and leaves it on Escape', async () => {
    const { element } = createAddRow();
    await type(element, 'apo');
    await press(element, 'ArrowUp');
    expect(options(element)[2]?.getAttribute('aria-selected')).toBe('true');

    await press(element, 'Escape');

    expect(options(element)).toHaveLength(0);
    expect(field(element).value).toBe('');
  });

  test('makes the project of an opportunity', async () => {
    jest.mocked(openOpportunity).mockResolvedValue({
      projects: [{ id: 'p9', name: 'Mercury', billableByDefault: true }],
      tasks: [],
      opportunities: [],
    });
    const { element, added } = createAddRow();
    await type(element, 'mer');
    await press(element, 'ArrowUp');
    await press(element, 'Enter');

    expect(openOpportunity).toHaveBeenCalledWith({ opportunityId: 'o1' });
    expect(added).toMatchObject([{ projectId: 'p9', projectName: 'Mercury' }]);
  });

  test('says why that was refused', async () => {
    jest.mocked(openOpportunity).mockRejectedValue({ body: { message: 'No project. [TIME-013]' } });
    const { element, added } = createAddRow();
    await type(element, 'mer');
    await press(element, 'ArrowUp');
    await press(element, 'Enter');

    expect(find(element, 'c-error-panel')?.['error']).toEqual({ body: { message: 'No project. [TIME-013]' } });
    expect(added).toEqual([]);
  });

  test('asks for another task of a project that has a row', async () => {
    jest.mocked(getProject).mockResolvedValue(found);
    const { element } = createAddRow();

    await element.chooseTask('p1');
    await jest.advanceTimersByTimeAsync(0);

    expect(getProject).toHaveBeenCalledWith({ projectId: 'p1' });
    expect(find(element, '.project')?.textContent).toBe('Apollo');
    (element.shadowRoot?.querySelectorAll<HTMLElement>('lightning-button')[1] as HTMLElement).click();
    await jest.advanceTimersByTimeAsync(0);
    expect(field(element).value).toBe('');
  });

  test('drops a late answer to an earlier question', async () => {
    let late: (value: typeof found) => void = () => undefined;
    jest.mocked(search).mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    const { element } = createAddRow();
    await type(element, 'apo');
    jest.mocked(search).mockResolvedValueOnce({ projects: [], tasks: [], opportunities: [] });
    await type(element, 'apollo 13');

    late(found);
    await jest.advanceTimersByTimeAsync(0);

    expect(options(element)).toHaveLength(0);
    expect(find(element, '[role="status"]')?.textContent).toBe('c.Week_Search_None');
  });

  test('says when the search did not work', async () => {
    jest.mocked(search).mockRejectedValue({ body: { message: 'Refused.' } });
    const { element } = createAddRow();
    await type(element, 'apo');

    expect(find(element, 'c-error-panel')?.['error']).toEqual({ body: { message: 'Refused.' } });
  });

  test.each([
    ['nothing', ''],
    ['a list', 'apo'],
  ])('is accessible with %s', async (_name, text) => {
    const { element } = createAddRow();
    await type(element, text);
    jest.useRealTimers();

    await expect(element).toBeAccessible();
  });
});
