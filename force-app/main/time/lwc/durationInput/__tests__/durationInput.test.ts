import { createElement } from 'lwc';
import DurationInput from 'c/durationInput';

interface Field extends Element {
  value: string;
  setCustomValidity: jest.Mock;
  reportValidity: jest.Mock;
  focus: jest.Mock;
}

type Created = HTMLElement & Pick<DurationInput, 'seconds' | 'read' | 'clear'>;

function createInput(seconds = 0): Created {
  const input = createElement('c-duration-input', { is: DurationInput });
  input.seconds = seconds;
  document.body.appendChild(input);
  Object.assign(field(input), { setCustomValidity: jest.fn(), reportValidity: jest.fn(), focus: jest.fn() });
  return input;
}

function field(input: HTMLElement): Field {
  return input.shadowRoot?.querySelector('lightning-input') as unknown as Field;
}

async function type(input: HTMLElement, value: string): Promise<void> {
  field(input).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await Promise.resolve();
}

function hint(input: HTMLElement): string | null | undefined {
  return input.shadowRoot?.querySelector('p')?.textContent;
}

describe('c-duration-input', () => {
  test('reads what was typed, with the times of a span', async () => {
    const input = createInput();

    await type(input, '9:00-10:30');

    expect(input.read()).toEqual({ seconds: 5400, startMinute: 540, endMinute: 630 });
    expect(field(input).setCustomValidity).toHaveBeenLastCalledWith('');
  });

  test('shows what it understood, unless that is what stands there', async () => {
    const input = createInput();

    await type(input, '1,5');
    expect(hint(input)).toBe('c.Duration_Understood');

    await type(input, '1:30');
    expect(hint(input)).toBeUndefined();
  });

  test.each([
    ['1:75', 'c.Duration_Minutes'],
    ['90', 'c.Duration_Too_Long_Minutes'],
    ['25h', 'c.Duration_Too_Long'],
    ['0', 'c.Duration_Nothing'],
    ['10-9', 'c.Duration_Backwards'],
    ['soon', 'c.Duration_Unknown'],
    ['', 'c.Duration_Missing'],
  ])('says what is wrong with "%s"', async (text, message) => {
    const input = createInput();
    await type(input, text);

    expect(input.read()).toBeNull();
    expect(field(input).setCustomValidity).toHaveBeenLastCalledWith(message);
    expect(field(input).reportValidity).toHaveBeenCalledTimes(1);
  });

  test('takes the complaint back as soon as somebody types on', async () => {
    const input = createInput();
    await type(input, 'soon');
    input.read();

    await type(input, '1');

    expect(field(input).setCustomValidity).toHaveBeenLastCalledWith('');
  });

  test('complains when the cursor leaves a wrong text, not when it leaves an empty field', async () => {
    const input = createInput();

    field(input).dispatchEvent(new CustomEvent('blur'));
    expect(field(input).setCustomValidity).not.toHaveBeenCalled();

    await type(input, 'soon');
    field(input).dispatchEvent(new CustomEvent('blur'));
    expect(field(input).setCustomValidity).toHaveBeenLastCalledWith('c.Duration_Unknown');
  });

  test('keeps odd seconds that nobody types over', () => {
    const input = createInput(5415);

    expect(field(input).value).toBe('1:30');
    expect(input.read()).toEqual({ seconds: 5415 });
  });

  test('starts over when it is cleared', async () => {
    const input = createInput();
    await type(input, '2h');

    input.clear();
    await Promise.resolve();

    expect(field(input).value).toBe('');
    expect(input.read()).toBeNull();
  });

  test('gives the focus to its field', () => {
    const input = createInput();

    input.focus();

    expect(field(input).focus).toHaveBeenCalledTimes(1);
  });

  test('is accessible', async () => {
    const input = createInput();
    await type(input, '1,5');

    await expect(input).toBeAccessible();
  });
});
