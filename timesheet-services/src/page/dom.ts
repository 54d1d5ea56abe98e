/** Elements from plain data. Text is always text, never markup. */
type Content = Node | string | null | undefined;
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(key, value);
    } else if (value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...content.filter((one): one is Node | string => one !== null && one !== undefined));
  return made;
}

export function button(
  label: string,
  act: () => void,
  kind: 'brand' | 'neutral' | 'plain' = 'neutral',
  more: Attributes = {},
): HTMLButtonElement {
  const style = kind === 'plain' ? 'slds-button' : `slds-button slds-button_${kind}`;
  return element('button', { type: 'button', class: style, click: act, ...more }, label);
}
export function title(text: string, help: string, ...acts: readonly HTMLElement[]): HTMLElement {
  return element(
    'div',
    { class: 'title' },
    element('h1', {}, text),
    element('div', {}, ...acts),
    element('p', {}, help),
  );
}
export function panel(heading: string | null, ...content: readonly Content[]): HTMLElement {
  return element('section', { class: 'panel' }, heading === null ? null : element('h2', {}, heading), ...content);
}

export interface Column<T> {
  readonly label: string;
  readonly show: (row: T) => Content;
  readonly kind?: 'number' | 'day' | 'acts';
  /** Names the row for whoever hears the table. */
  readonly isName?: boolean;
}
export function table<T>(caption: string, columns: readonly Column<T>[], rows: readonly T[]): HTMLElement {
  const head = columns.map(({ label, kind }) =>
    kind === 'acts'
      ? element('td', {})
      : element('th', { scope: 'col', ...(kind === 'number' ? { class: 'number' } : {}) }, label),
  );
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      ...columns.map(({ show, kind, isName }) =>
        isName === true
          ? element('th', { scope: 'row' }, show(row))
          : element('td', kind === undefined ? {} : { class: kind }, show(row)),
      ),
    ),
  );
  return element(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: '0' },
    element(
      'table',
      {},
      element('caption', { class: 'slds-assistive-text' }, caption),
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...body),
    ),
  );
}
export function say(message: string): void {
  const toast = document.querySelector('[data-toast]');
  if (toast !== null) {
    toast.textContent = message;
    setTimeout(() => {
      if (toast.textContent === message) {
        toast.textContent = '';
      }
    }, 5000);
  }
}
