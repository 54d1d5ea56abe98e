import { createElement } from 'lwc';
import WeekHeader from 'c/weekHeader';
import type { SaveState } from 'c/weekSaver';

type Found = HTMLElement & Record<string, unknown>;

jest.mock('@salesforce/label/c.Week_Hours_Of', () => ({ default: '{0} of {1} h' }), { virtual: true });
jest.mock('@salesforce/label/c.Week_Hours', () => ({ default: '{0} h' }), { virtual: true });
jest.mock('@salesforce/label/c.Week_Saved', () => ({ default: 'Saved {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Week_Refused', () => ({ default: 'Not saved: {0}' }), { virtual: true });

function createHeader(properties: object = {}): HTMLElement {
  const element = createElement('c-week-header', { is: WeekHeader });
  Object.assign(element, { range: 'Nov 23 – 29, 2026', seconds: 124_200, capacityHours: 40, ...properties });
  document.body.appendChild(element);
  return element;
}

const all = (element: HTMLElement, selector: string): readonly Found[] => [
  ...(element.shadowRoot?.querySelectorAll<Found>(selector) ?? []),
];
const textOf = (element: HTMLElement, selector: string): string | null | undefined =>
  all(element, selector)[0]?.textContent;

const SAVED: SaveState = { kind: 'saved', at: new Date('2026-11-23T18:42:00Z') };

describe('c-week-header', () => {
  test('says which week it is, and how full', () => {
    const element = createHeader();

    expect(textOf(element, 'h2')).toBe('Nov 23 – 29, 2026');
    expect(textOf(element, '.hours')).toBe('34.5 of 40 h');
  });

  test('leaves out a capacity that nobody has set', () => {
    expect(textOf(createHeader({ capacityHours: null }), '.hours')).toBe('34.5 h');
  });

  test.each([
    [{ kind: 'idle' }, 0, '', false],
    [{ kind: 'waiting' }, 0, 'c.Week_Saving', false],
    [{ kind: 'saving' }, 0, 'c.Week_Saving', false],
    [SAVED, 0, 'Saved 10:42 AM', false],
    [SAVED, 2, 'Not saved: 2', false],
    [{ kind: 'failed', error: 1, isRetrying: true }, 0, 'c.Week_Trying_Again', true],
    [{ kind: 'failed', error: 1, isRetrying: false }, 0, 'c.Week_Not_Saved', true],
  ])('of %p with %d refused cells says "%s"', (saveState, problemCount, text, canRetry) => {
    const element = createHeader({ saveState, problemCount });
    const retry = all(element, 'lightning-button').filter((button) => button['label'] === 'c.Week_Try_Again');

    expect(textOf(element, '[role="status"]')?.replace(/\s/g, ' ')).toBe(text);
    expect(retry).toHaveLength(canRetry ? 1 : 0);
  });

  test('turns to other weeks, and back to this one', () => {
    const element = createHeader({ saveState: { kind: 'failed', error: 1, isRetrying: false } });
    const heard: string[] = [];
    for (const type of ['previous', 'next', 'today', 'retry']) {
      element.addEventListener(type, () => heard.push(type));
    }

    for (const button of [...all(element, 'lightning-button-icon'), ...all(element, 'lightning-button')]) {
      button.click();
    }

    expect(heard).toEqual(['previous', 'next', 'today', 'retry']);
    expect(all(createHeader({ isThisWeek: true }), 'lightning-button')[0]?.['disabled']).toBe(true);
  });

  test.each([
    ['rows', false],
    ['hours', true],
  ])('copies %s of last week', (value, withHours) => {
    const element = createHeader();
    const copy = jest.fn();
    element.addEventListener('copy', (event) => {
      copy((event as unknown as CustomEvent<unknown>).detail);
    });

    all(element, 'lightning-button-menu')[0]?.dispatchEvent(new CustomEvent('select', { detail: { value } }));

    expect(copy).toHaveBeenCalledWith({ withHours });
  });

  test('offers no copy to who may only look', () => {
    expect(all(createHeader({ isReadOnly: true }), 'lightning-button-menu')).toHaveLength(0);
  });

  test('is accessible', async () => {
    await expect(createHeader({ saveState: SAVED })).toBeAccessible();
  });
});
