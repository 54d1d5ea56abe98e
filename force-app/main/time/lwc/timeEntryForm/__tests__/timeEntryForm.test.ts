import { createElement } from 'lwc';
import { toEntry, type Entry, type EntryDraft } from 'c/entries';
import TimeEntryForm from 'c/timeEntryForm';
import views from '../../entries/__tests__/data/views.json';

const [mine] = views.map(toEntry) as [Entry];
const APOLLO = {
  id: 'a02000000000001AAA',
  name: 'Apollo',
  defaultTaskId: 'a03000000000001AAA',
  billableByDefault: true,
};
const MERCURY = { id: 'a02000000000002AAA', name: 'Mercury', billableByDefault: false };
const TASKS = [
  { id: 'a03000000000001AAA', name: 'Design', projectId: APOLLO.id },
  { id: 'a03000000000002AAA', name: 'Travel' },
];

type Input = HTMLElement & Record<string, unknown>;
type Form = HTMLElement & Pick<TimeEntryForm, 'startNext' | 'restore'>;
type Properties = Partial<Pick<TimeEntryForm, 'entry' | 'draft' | 'projects' | 'tasks' | 'mayLogForOthers'>>;

function createForm(properties: Properties = {}): Form {
  const form = createElement('c-time-entry-form', { is: TimeEntryForm });
  Object.assign(form, { projects: [APOLLO], tasks: TASKS, ...properties });
  document.body.appendChild(form);
  return form;
}

function field(form: Form, name: string): Input {
  return form.shadowRoot?.querySelector(`[data-field="${name}"]`) as Input;
}

function durationField(form: Form): Input {
  return form.shadowRoot?.querySelector('c-duration-input')?.shadowRoot?.querySelector('lightning-input') as Input;
}

async function enter(target: Input, detail: Record<string, unknown>): Promise<void> {
  target.dispatchEvent(new CustomEvent('change', { detail }));
  await Promise.resolve();
}

async function press(target: Input, key: string): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  await Promise.resolve();
}

function drafts(form: Form): EntryDraft[] {
  const saved: EntryDraft[] = [];
  form.addEventListener('save', (event) => saved.push((event as CustomEvent<EntryDraft>).detail));
  return saved;
}

describe('c-time-entry-form', () => {
  test('Enter saves what was typed on the project and task that lead', async () => {
    const form = createForm({ projects: [APOLLO, MERCURY] });
    const saved = drafts(form);
    await enter(durationField(form), { value: '1h30' });
    await enter(field(form, 'description'), { value: ' Kick-off ' });
    await enter(field(form, 'workDate'), { value: '2026-11-20' });

    await press(field(form, 'description'), 'Enter');

    expect(saved).toEqual([
      {
        id: '',
        workDate: '2026-11-20',
        seconds: 5400,
        description: 'Kick-off',
        isBillable: true,
        projectId: APOLLO.id,
        projectName: 'Apollo',
        taskId: 'a03000000000001AAA',
        taskName: 'Design',
        personId: '',
      },
    ]);
  });

  test('another project brings its own tasks and defaults', async () => {
    const form = createForm({ projects: [APOLLO, MERCURY] });

    await enter(field(form, 'projectId'), { value: MERCURY.id });

    expect(field(form, 'isBillable')['checked']).toBe(false);
    expect(field(form, 'taskId')['value']).toBe('');
    expect(field(form, 'taskId')['options']).toEqual([
      { label: 'c.Entry_No_Task', value: '' },
      { label: 'Travel', value: 'a03000000000002AAA' },
    ]);
  });

  test('a single project and no tasks leave nothing to choose', () => {
    const form = createForm({ tasks: [] });

    expect(field(form, 'projectId')).toBeNull();
    expect(field(form, 'taskId')).toBeNull();
  });

  test('keeps day and project for the next entry', async () => {
    const form = createForm();
    await enter(durationField(form), { value: '1h30' });
    await enter(field(form, 'description'), { value: 'Kick-off' });
    await enter(field(form, 'workDate'), { value: '2026-11-20' });

    form.startNext();
    await Promise.resolve();

    expect(durationField(form)['value']).toBe('');
    expect(field(form, 'description')['value']).toBe('');
    expect(field(form, 'workDate')['value']).toBe('2026-11-20');
  });

  test('without a duration nothing is saved, and the cursor goes there', async () => {
    const form = createForm();
    const saved = drafts(form);
    const focus = jest.fn();
    Object.assign(durationField(form), { focus });

    await press(field(form, 'description'), 'Enter');

    expect(saved).toEqual([]);
    expect(focus).toHaveBeenCalledTimes(1);
  });

  test('Enter in a list of choices chooses, and does not save', async () => {
    const form = createForm({ projects: [APOLLO, MERCURY] });
    const saved = drafts(form);
    await enter(durationField(form), { value: '1' });

    await press(field(form, 'projectId'), 'Enter');

    expect(saved).toEqual([]);
  });

  test('brings back what could not be saved, unless the next entry has begun', async () => {
    const form = createForm();
    const draft = { ...mine, id: '', seconds: 4500 };

    form.restore(draft);
    await Promise.resolve();
    expect(durationField(form)['value']).toBe('1:15');
    expect(field(form, 'description')['value']).toBe('Kick-off workshop');

    form.restore({ ...draft, description: 'Older' });
    await Promise.resolve();
    expect(field(form, 'description')['value']).toBe('Kick-off workshop');
  });

  test('changes an entry, also one whose project takes no new time', async () => {
    const form = createForm({ entry: mine, projects: [MERCURY] });
    const saved = drafts(form);
    await Promise.resolve();
    await Promise.resolve();

    expect(durationField(form)['value']).toBe('1:30');
    expect(field(form, 'projectId')['options']).toContainEqual({ label: 'Apollo', value: APOLLO.id });

    await press(field(form, 'description'), 'Enter');
    expect(saved[0]).toMatchObject({ id: mine.id, seconds: 5400, projectId: APOLLO.id, taskName: 'Design' });
  });

  test('moves an entry to a project that the page does not list', async () => {
    const form = createForm({ entry: mine, projects: [APOLLO] });
    const saved = drafts(form);
    await enter(field(form, 'projectId'), { value: 'other' });
    const picker = form.shadowRoot?.querySelector('lightning-record-picker') as Input;
    expect(picker['objectApiName']).toBe('Project__c');

    picker.dispatchEvent(new CustomEvent('change', { detail: { recordId: 'a02000000000009AAA' } }));
    await press(field(form, 'description'), 'Enter');

    expect(saved[0]).toMatchObject({ id: mine.id, projectId: 'a02000000000009AAA', taskId: '' });
  });

  test('logs for a colleague where that is permitted, and for new entries only', async () => {
    const form = createForm({ mayLogForOthers: true });
    const saved = drafts(form);
    const picker = form.shadowRoot?.querySelector('lightning-record-picker') as Input;
    expect(picker['objectApiName']).toBe('Person__c');
    picker.dispatchEvent(new CustomEvent('change', { detail: { recordId: 'a01000000000002AAA' } }));
    await enter(durationField(form), { value: '2' });

    await press(field(form, 'description'), 'Enter');
    expect(saved[0]).toMatchObject({ personId: 'a01000000000002AAA', seconds: 7200 });

    expect(createForm().shadowRoot?.querySelector('lightning-record-picker')).toBeNull();
    const change = createForm({ mayLogForOthers: true, entry: mine });
    expect(change.shadowRoot?.querySelector('lightning-record-picker')).toBeNull();
  });

  test('Escape leaves a change, and does nothing to a new entry', async () => {
    const handler = jest.fn();
    const change = createForm({ entry: mine });
    const fresh = createForm();
    change.addEventListener('cancel', handler);
    fresh.addEventListener('cancel', handler);

    await press(field(change, 'description'), 'Escape');
    await press(field(fresh, 'description'), 'Escape');

    expect(handler).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['new', {}],
    ['to change', { entry: mine, projects: [APOLLO, MERCURY] }],
  ])('is accessible when %s', async (_name, properties) => {
    await expect(createForm(properties)).toBeAccessible();
  });
});
