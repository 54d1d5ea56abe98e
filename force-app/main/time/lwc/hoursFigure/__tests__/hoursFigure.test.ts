import { createElement } from 'lwc';
import HoursFigure from 'c/hoursFigure';

const LINKED = { label: 'Logged', hours: 42.5, url: '/entries', destination: 'Show the time entries' };

type Properties = Partial<Pick<HoursFigure, 'label' | 'hours' | 'url' | 'destination' | 'variant'>>;

function createFigure(properties: Properties): HTMLElement {
  const figure = createElement('c-hours-figure', { is: HoursFigure });
  Object.assign(figure, properties);
  document.body.appendChild(figure);
  return figure;
}

function link(figure: HTMLElement): HTMLAnchorElement | null | undefined {
  return figure.shadowRoot?.querySelector('a');
}

/** Clicks the link; true when the component left the click to the browser, which has no page to go to in a test. */
function click(figure: HTMLElement, keys: MouseEventInit): boolean {
  let left = false;
  const stop = (event: Event): void => {
    left = !event.defaultPrevented;
    event.preventDefault();
  };
  document.addEventListener('click', stop, { once: true });
  link(figure)?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...keys }));
  return left;
}

describe('c-hours-figure', () => {
  test('has the number formatted for the reader, with label and unit', () => {
    const figure = createFigure(LINKED);

    const number = figure.shadowRoot?.querySelector<HTMLElement & { value: number }>('lightning-formatted-number');
    expect(number?.value).toBe(42.5);
    expect(figure.shadowRoot?.textContent).toContain('Logged');
    expect(link(figure)?.textContent.trim()).toBe('c.Budget_Hours_Unit');
  });

  test('a click opens the records inside Lightning', () => {
    const figure = createFigure(LINKED);
    const handler = jest.fn();
    figure.addEventListener('open', handler);

    expect(click(figure, {})).toBe(false);
    expect(handler).toHaveBeenCalledTimes(1);
  });

  test.each(['ctrlKey', 'metaKey', 'shiftKey'])('a click with %s is left to the browser', (key) => {
    const figure = createFigure(LINKED);
    const handler = jest.fn();
    figure.addEventListener('open', handler);

    expect(click(figure, { [key]: true })).toBe(true);
    expect(handler).not.toHaveBeenCalled();
  });

  test('is plain text without an address', () => {
    const figure = createFigure({ label: 'Logged', hours: 1 });

    expect(link(figure)).toBeNull();
    expect(figure.shadowRoot?.querySelector('lightning-formatted-number')).not.toBeNull();
  });

  test('marks hours over the budget with an icon as well', () => {
    const figure = createFigure({ ...LINKED, variant: 'over' });

    expect(figure.shadowRoot?.querySelector('lightning-icon')).not.toBeNull();
    expect(figure.shadowRoot?.querySelector('.over')).not.toBeNull();
  });

  test.each([
    ['linked', LINKED],
    ['plain', { label: 'Logged', hours: 1 }],
    ['over', { ...LINKED, variant: 'over' as const }],
  ])('is accessible when %s', async (_name, properties) => {
    await expect(createFigure(properties)).toBeAccessible();
  });
});
