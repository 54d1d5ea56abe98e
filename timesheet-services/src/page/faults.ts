/** Switches what goes wrong on purpose. */
import { FAULTS } from '../core/faults.ts';
import { ofService, readState, type Row } from './api.ts';
import { button, element, panel, say, table, title } from './dom.ts';
import { fieldRow, valuesOf, type FieldInfo } from './form.ts';

const KINDS = Object.entries(FAULTS).map(([value, { title: label }]) => ({ value, label }));
const labelOf = (kind: unknown): string => KINDS.find(({ value }) => value === kind)?.label ?? String(kind);
const FIELDS: readonly FieldInfo[] = [
  {
    name: 'kind',
    label: 'What goes wrong',
    type: 'select',
    isRequired: true,
    choices: KINDS,
  },
  { name: 'path', label: 'Only paths with', help: 'Such as time-entries; * stands for anything' },
  { name: 'times', label: 'How many times', type: 'number', step: '1', help: 'Empty: until it is switched off' },
  { name: 'after', label: 'Let this many pass first', type: 'number', step: '1' },
  { name: 'share', label: 'Only this share', type: 'number', step: '0.01', help: 'From 0 to 1' },
  { name: 'seed', label: 'Seed of the share', type: 'number', step: '1' },
  { name: 'delay', label: 'Milliseconds, for late answers', type: 'number', step: '1' },
  { name: 'retryAfter', label: 'Retry-After in seconds', type: 'number', step: '1', help: 'Empty: answers do not say' },
];
const NUMBERS = new Set(['times', 'after', 'share', 'seed', 'delay', 'retryAfter']);

export async function faultsView(view: HTMLElement): Promise<void> {
  const { faults } = await readState();
  const problem = element('p', { class: 'error', role: 'alert' });
  const form = element(
    'form',
    { 'aria-label': 'New fault' },
    problem,
    element('div', { class: 'fields' }, ...FIELDS.map((field) => fieldRow(field, ''))),
    element(
      'div',
      { class: 'buttons' },
      element('button', { type: 'submit', class: 'slds-button slds-button_brand' }, 'Switch on'),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    problem.textContent = '';
    const entered = Object.entries(valuesOf(form, FIELDS)).filter(([, value]) => value !== '');
    const wish = Object.fromEntries(entered.map(([name, value]) => [name, NUMBERS.has(name) ? Number(value) : value]));
    ofService('POST', 'faults', wish).then(
      () => {
        say('The fault is on.');
        void faultsView(view);
      },
      (error: unknown) => {
        problem.textContent = error instanceof Error ? error.message : String(error);
      },
    );
  });
  const off = async (path: string): Promise<void> => {
    await ofService('DELETE', path);
    say('Switched off.');
    await faultsView(view);
  };
  const all = button('Switch all off', () => {
    void off('faults');
  });
  view.replaceChildren(
    title('Faults', 'What goes wrong on purpose, for tests of whoever calls.', ...(faults.length === 0 ? [] : [all])),
    panel('Switch one on', form),
    panel(
      'On now',
      faults.length === 0
        ? element('p', { class: 'empty' }, 'Nothing goes wrong on purpose.')
        : table<Row>(
            'Faults that are on',
            [
              { label: 'What', show: ({ kind }) => labelOf(kind), isName: true },
              { label: 'Where', show: ({ path }) => String((path as string | undefined) ?? 'everywhere') },
              {
                label: 'Times',
                show: ({ times }) => String((times as number | undefined) ?? 'always'),
                kind: 'number',
              },
              { label: 'Struck', show: ({ fired }) => String(fired), kind: 'number' },
              {
                label: '',
                kind: 'acts',
                show: ({ id, kind }) =>
                  button('Switch off', () => void off(`faults/${String(id)}`), 'plain', {
                    'aria-label': `Switch off: ${labelOf(kind)}`,
                  }),
              },
            ],
            faults,
          ),
    ),
  );
}
