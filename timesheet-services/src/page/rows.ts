/** A list of rows with filters, and forms to make, change and delete them. */
import { ofRows, readAll, readPage, type Page, type Row } from './api.ts';
import { button, element, panel, say, table, title } from './dom.ts';
import { confirm, fieldRow, openForm, valuesOf } from './form.ts';
import type { Choices, ResourceInfo } from './resources.ts';

const PAGE = 50;

async function readChoices(): Promise<Choices> {
  const [clients, projects, tasks, people] = await Promise.all(['clients', 'projects', 'tasks', 'people'].map(readAll));
  const named = (rows: readonly Row[] | undefined): { readonly value: string; readonly label: string }[] =>
    (rows ?? [])
      .map((row) => ({
        value: String(row['id']),
        label: typeof row['name'] === 'string' ? row['name'] : `${String(row['firstName'])} ${String(row['lastName'])}`,
      }))
      .sort((a, b) => a.label.localeCompare(b.label));
  const projectOf = new Map((tasks ?? []).map((row) => [String(row['id']), row['projectId'] as string | null]));
  const parentOf = (id: string): string | null => projectOf.get(id) ?? null;
  return {
    clients: named(clients),
    projects: named(projects),
    people: named(people),
    tasks: named(tasks).map((task) => ({ ...task, parent: parentOf(task.value) })),
  };
}

export async function rowsView(info: ResourceInfo, view: HTMLElement): Promise<void> {
  const choices = await readChoices();
  const list = element('div', {});
  const filters = info.filters(choices);
  const form = element(
    'form',
    { class: 'filters', 'aria-label': 'Filter' },
    ...filters.map((field) => fieldRow(field, info.filterValues?.()[field.name])),
    element('div', {}, element('button', { type: 'submit', class: 'slds-button slds-button_neutral' }, 'Filter')),
  );
  const load = async (cursor: string | null, before: readonly Row[]): Promise<void> => {
    const page = await readPage(`${info.path}?${queryOf(form, filters, cursor)}`);
    const rows = [...before, ...page.data];
    list.replaceChildren(...listed(info, choices, rows, page, load, reload));
  };
  const reload = async (): Promise<void> => {
    await load(null, []);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void reload();
  });
  const create = button(
    `New ${info.one}`,
    () => {
      edit(info, choices, null, reload);
    },
    'brand',
  );
  view.replaceChildren(
    title(info.title, info.help, create),
    ...(filters.length === 0 ? [] : [panel(null, form)]),
    panel(null, list),
  );
  await reload();
}

function queryOf(form: HTMLFormElement, filters: ReturnType<ResourceInfo['filters']>, cursor: string | null): string {
  const query = new URLSearchParams({ limit: String(PAGE) });
  for (const [name, value] of Object.entries(valuesOf(form, filters))) {
    if (typeof value === 'string' && value !== '') {
      query.set(name, value);
    }
  }
  if (cursor !== null) {
    query.set('cursor', cursor);
  }
  return query.toString();
}

function listed(
  info: ResourceInfo,
  choices: Choices,
  rows: readonly Row[],
  { nextCursor }: Page,
  load: (cursor: string | null, before: readonly Row[]) => Promise<void>,
  reload: () => Promise<void>,
): readonly HTMLElement[] {
  if (rows.length === 0) {
    return [element('p', { class: 'empty' }, `There is no ${info.one} here yet.`)];
  }
  const acts = (row: Row): HTMLElement => {
    const name = info.nameOf(row, choices);
    return element(
      'span',
      { class: 'acts' },
      button(
        'Edit',
        () => {
          edit(info, choices, row, reload);
        },
        'plain',
        { 'aria-label': `Edit ${name}` },
      ),
      button(
        'Delete',
        () => {
          remove(info, name, row, reload);
        },
        'plain',
        { 'aria-label': `Delete ${name}` },
      ),
    );
  };
  const shown = table(info.title, [...info.columns(choices), { label: '', show: acts, kind: 'acts' }], rows);
  const more = button(`Show more (${rows.length} shown)`, () => {
    void load(nextCursor, rows);
  });
  return nextCursor === null ? [shown] : [shown, element('div', { class: 'buttons' }, more)];
}

function edit(info: ResourceInfo, choices: Choices, row: Row | null, reload: () => Promise<void>): void {
  const values = info.toForm(row ?? {});
  const heading = row === null ? `New ${info.one}` : `Edit ${info.nameOf(row, choices)}`;
  openForm(heading, info.fields(choices), values, async (entered) => {
    const body = info.toSend(entered);
    if (row === null) {
      await ofRows('POST', info.path, body);
    } else {
      await change(info, row, body);
    }
    say(row === null ? `The ${info.one} was made.` : 'Saved.');
    await reload();
  });
}
/** Sends what differs from the row as it was read, if that is still what is there. */
async function change(info: ResourceInfo, row: Row, body: Row): Promise<void> {
  const changed = Object.fromEntries(Object.entries(body).filter(([name, value]) => value !== row[name]));
  if (Object.keys(changed).length > 0) {
    const headers = { 'if-match': `"${String(row['version'])}"` };
    await ofRows('PATCH', `${info.path}/${String(row['id'])}`, { ...changed, ...info.alsoChange?.(changed) }, headers);
  }
}
function remove(info: ResourceInfo, name: string, row: Row, reload: () => Promise<void>): void {
  confirm(`Delete ${name}?`, 'Delete', async () => {
    await ofRows('DELETE', `${info.path}/${String(row['id'])}`);
    say(`${name} was deleted.`);
    await reload();
  });
}
