import { createElement } from 'lwc';
import ErrorPanel from 'c/errorPanel';

function createPanel(properties: { error?: unknown; fallback?: string }): HTMLElement {
  const panel = createElement('c-error-panel', { is: ErrorPanel });
  Object.assign(panel, properties);
  document.body.appendChild(panel);
  return panel;
}

function messages(panel: HTMLElement): (string | null)[] {
  return [...(panel.shadowRoot?.querySelectorAll('p') ?? [])].map((paragraph) => paragraph.textContent);
}

describe('c-error-panel', () => {
  test('shows every text of the error', () => {
    const panel = createPanel({ error: { body: [{ message: 'One' }, { message: 'Two' }] } });

    expect(messages(panel)).toEqual(['One', 'Two']);
  });

  test('falls back when the error says nothing', () => {
    const panel = createPanel({ error: {}, fallback: 'Reload the page.' });

    expect(messages(panel)).toEqual(['Reload the page.']);
  });

  test('is accessible', async () => {
    await expect(createPanel({ error: 'Offline' })).toBeAccessible();
  });
});
