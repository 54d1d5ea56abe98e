/** A form in a dialog, made from a description of its fields. */
import { button, element } from './dom.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** The choice of another field that this one goes with; null goes with all. */
  readonly parent?: string | null;
}
export interface FieldInfo {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'date' | 'number' | 'checkbox' | 'select' | 'long';
  readonly isRequired?: boolean;
  readonly choices?: readonly Choice[];
  /** The field whose choice narrows the choices of this one. */
  readonly parentField?: string;
  /** What a choice of nothing is called. */
  readonly none?: string;
  readonly help?: string;
  readonly step?: string;
}
export type FormValues = Readonly<Record<string, string | boolean>>;

let lastId = 0;

function control(field: FieldInfo, value: unknown, id: string): HTMLElement {
  const { name, type = 'text', isRequired = false, choices = [], help, step } = field;
  const shared = {
    id,
    name,
    ...(isRequired ? { required: true } : {}),
    ...(help === undefined ? {} : { 'aria-describedby': `${id}-help` }),
  };
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (type) {
    case 'checkbox':
      return element('input', { ...shared, type, ...(value === true ? { checked: true } : {}) });
    case 'select': {
      return element('select', { ...shared, class: 'slds-select' }, ...options(field, choices, text));
    }
    case 'long':
      return element('textarea', { ...shared, class: 'slds-textarea', rows: '3' }, text);
    default:
      return element('input', {
        ...shared,
        type,
        class: 'slds-input',
        value: text,
        ...(step === undefined ? {} : { step, min: '0' }),
      });
  }
}
function options(
  { isRequired = false, none }: FieldInfo,
  choices: readonly Choice[],
  chosen: string,
): readonly HTMLElement[] {
  const nothing = element('option', { value: '' }, none ?? (isRequired ? 'Choose' : 'None'));
  const own = choices.map(({ value, label }) =>
    element('option', { value, ...(value === chosen ? { selected: true } : {}) }, label),
  );
  return isRequired && chosen !== '' ? own : [nothing, ...own];
}
/** Fields that go with another follow its choice. */
function narrow(form: HTMLFormElement, fields: readonly FieldInfo[]): void {
  for (const field of fields) {
    const own = form.elements.namedItem(field.name);
    const parent = form.elements.namedItem(field.parentField ?? '');
    if (own instanceof HTMLSelectElement && parent instanceof HTMLSelectElement) {
      const follow = (): void => {
        const fitting = (field.choices ?? []).filter((one) => one.parent === null || one.parent === parent.value);
        own.replaceChildren(...options(field, fitting, own.value));
      };
      parent.addEventListener('change', follow);
      follow();
    }
  }
}
export function fieldRow(field: FieldInfo, value: unknown): HTMLElement {
  lastId += 1;
  const id = `field-${lastId}`;
  const made = control(field, value, id);
  const help = field.help === undefined ? null : element('p', { class: 'help', id: `${id}-help` }, field.help);
  if (field.type === 'checkbox') {
    return element('div', { class: 'check' }, element('label', { for: id }, made, field.label), help);
  }
  const label = element('label', { for: id }, field.label, field.isRequired === true ? ' (required)' : null);
  return element('div', field.type === 'long' ? { class: 'wide' } : {}, label, made, help);
}
export function valuesOf(form: HTMLFormElement, fields: readonly FieldInfo[]): FormValues {
  return Object.fromEntries(
    fields.map(({ name, type }) => {
      const found = form.elements.namedItem(name) as HTMLInputElement;
      return [name, type === 'checkbox' ? found.checked : found.value.trim()];
    }),
  );
}

/** Opens the form; it stays open with the reason while what was entered is refused. */
export function openForm(
  heading: string,
  fields: readonly FieldInfo[],
  values: Readonly<Record<string, unknown>>,
  save: (values: FormValues) => Promise<void>,
): void {
  const problem = element('p', { class: 'error', role: 'alert' });
  const form = element(
    'form',
    {},
    problem,
    element('div', { class: 'fields' }, ...fields.map((field) => fieldRow(field, values[field.name]))),
  );
  narrow(form, fields);
  lastId += 1;
  const headingId = `heading-${lastId}`;
  const dialog = element('dialog', { 'aria-labelledby': headingId }, element('h2', { id: headingId }, heading), form);
  const submit = element('button', { type: 'submit', class: 'slds-button slds-button_brand' }, 'Save');
  const cancel = button('Cancel', () => {
    dialog.close();
  });
  form.append(element('div', { class: 'buttons' }, cancel, submit));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    problem.textContent = '';
    save(valuesOf(form, fields)).then(
      () => {
        dialog.close();
      },
      (error: unknown) => {
        problem.textContent = error instanceof Error ? error.message : String(error);
      },
    );
  });
  show(dialog);
}
export function confirm(question: string, verb: string, act: () => Promise<void>): void {
  const problem = element('p', { class: 'error', role: 'alert' });
  lastId += 1;
  const headingId = `heading-${lastId}`;
  const dialog = element(
    'dialog',
    { 'aria-labelledby': headingId },
    element('h2', { id: headingId }, question),
    problem,
  );
  const yes = button(
    verb,
    () => {
      act().then(
        () => {
          dialog.close();
        },
        (error: unknown) => {
          problem.textContent = error instanceof Error ? error.message : String(error);
        },
      );
    },
    'brand',
  );
  const no = button('Cancel', () => {
    dialog.close();
  });
  dialog.append(element('div', { class: 'buttons' }, no, yes));
  show(dialog);
}
/** Closing gives the focus back to what opened it, or to the page where that is gone. */
function show(dialog: HTMLDialogElement): void {
  const opener = document.activeElement;
  document.body.append(dialog);
  dialog.addEventListener('close', () => {
    dialog.remove();
    const back = opener instanceof HTMLElement && opener.isConnected ? opener : document.querySelector('main');
    back?.focus();
  });
  dialog.showModal();
}
