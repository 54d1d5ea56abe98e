import { createElement } from 'lwc';
import SetupCounts from 'c/setupCounts';

const ENTITIES = ['clients', 'people', 'entries'];

function createCounts(properties: Readonly<Record<string, unknown>>): HTMLElement {
  const element = createElement('c-setup-counts', { is: SetupCounts });
  Object.assign(element, { entities: ENTITIES, counts: [], ...properties });
  document.body.appendChild(element);
  return element;
}

const texts = (element: HTMLElement, selector: string): readonly string[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent);

describe('c-setup-counts', () => {
  test('shows each count as it comes, and which is still being counted', () => {
    const element = createCounts({
      isCounting: true,
      counts: [
        { entity: 'clients', count: 1212, isAtLeast: false },
        { entity: 'people', count: 50, isAtLeast: true, problem: 'Over quota. [CONN-014]' },
      ],
    });

    expect(texts(element, 'dd')).toEqual(['1,212', 'c.Setup_At_Least', 'c.Setup_Counting']);
    expect(texts(element, '.problem')).toEqual(['Over quota. [CONN-014]']);
  });

  test('says what was not counted, and counts when asked', () => {
    const element = createCounts({});
    const again = jest.fn();
    element.addEventListener('again', again);

    element.shadowRoot?.querySelector<HTMLElement>('lightning-button')?.click();

    expect(texts(element, 'dd')).toEqual(ENTITIES.map(() => 'c.Setup_Not_Counted'));
    expect(again).toHaveBeenCalledTimes(1);
  });

  test('is accessible', async () => {
    await expect(createCounts({ counts: [{ entity: 'clients', count: 0, isAtLeast: false }] })).toBeAccessible();
  });
});
