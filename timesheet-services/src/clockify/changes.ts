/**
 * Experimental lists of what changed, by kind and window. What was created and changed within a window is only among the
 * created, what was created and deleted in it nowhere, and deletions show a minute late.
 */
import type { Answer, Call, Route } from '../core/call.ts';
import type { Client, Entry, Kind, Person, Project, Row, Tag, Task } from '../core/model.ts';
import type { Store } from '../core/store.ts';
import { instantOf } from '../core/zone.ts';
import { refuse, requireAdmin } from './access.ts';
import { inWorkspace } from './catalog.ts';
import { hex, type HexKind } from './ids.ts';
import { shownClient, shownEntry, shownProject, shownTag, shownTask, shownUser } from './rows.ts';

const DAY = 86_400_000;
const WINDOW = 30 * DAY;
const LAG = 60_000;
const PAGE = 50;
const LARGEST_PAGE = 200;

interface Type {
  readonly kind: Exclude<Kind, 'webhooks'>;
  readonly hex: HexKind;
  readonly show: (row: Row, store: Store) => Readonly<Record<string, unknown>>;
}
const TYPES: Readonly<Record<string, Type>> = {
  CLIENTS: { kind: 'clients', hex: 'client', show: (row) => shownClient(row as Client) },
  PROJECTS: { kind: 'projects', hex: 'project', show: (row, store) => shownProject(row as Project, store) },
  TASKS: { kind: 'tasks', hex: 'task', show: (row) => shownTask(row as Task) },
  TAGS: { kind: 'tags', hex: 'tag', show: (row) => shownTag(row as Tag) },
  USER: { kind: 'people', hex: 'user', show: (row) => shownUser(row as Person) },
  TIME_ENTRY: { kind: 'entries', hex: 'entry', show: (row, store) => shownEntry(row as Entry, store) },
};

export const changeRoutes: readonly Route[] = [
  inWorkspace('GET', '/entities/created', (call) => {
    const { start, end } = windowOf(call);
    return changesOf(call, (type) =>
      call.store[type.kind].filter(({ createdAt }) => createdAt >= start && createdAt < end),
    );
  }),
  inWorkspace('GET', '/entities/updated', (call) => {
    const { start, end } = windowOf(call);
    return changesOf(call, (type) =>
      call.store[type.kind].filter(
        ({ createdAt, updatedAt, version }) =>
          version > 1 && createdAt < start && updatedAt >= start && updatedAt < end,
      ),
    );
  }),
  inWorkspace('GET', '/entities/deleted', (call) => {
    const { start, end } = windowOf(call);
    const isShown = ({ row, deletedAt }: { readonly row: Row; readonly deletedAt: number }): boolean =>
      deletedAt >= start && deletedAt < end && row.createdAt < start && deletedAt + LAG <= call.now();
    return changesOf(call, (type) =>
      call.store
        .tombstonesOf(type.kind)
        .flatMap((one) => (isShown(one) ? [{ ...one.row, updatedAt: one.deletedAt }] : [])),
    );
  }),
];

/** The last thirty days, unless told; never more than that. */
function windowOf(call: Call): { readonly start: number; readonly end: number } {
  const { query } = call;
  const sent = (name: string): number | undefined => {
    const text = query.text(name);
    const moment = text === undefined ? undefined : instantOf(text);
    if (text !== undefined && moment === undefined) {
      throw refuse(400, `Invalid value ${text} for ${name}`);
    }
    return moment;
  };
  const end = sent('end') ?? call.now() + 1;
  const start = sent('start') ?? end - WINDOW;
  if (end - start > WINDOW) {
    throw refuse(400, 'The window must not be longer than 30 days');
  }
  return { start, end };
}

function changesOf(call: Call, rowsOf: (type: Type) => readonly Row[]): Answer {
  requireAdmin(call);
  const { query, store } = call;
  const codes = query.all('type').flatMap((text) => text.split(','));
  const unknown = codes.find((code) => TYPES[code] === undefined);
  if (codes.length === 0 || unknown !== undefined) {
    throw refuse(400, codes.length === 0 ? 'type is required' : `Unknown type ${unknown ?? ''}`);
  }
  const size = Math.min(Math.max(query.whole('limit', PAGE) || PAGE, 1), LARGEST_PAGE);
  const page = Math.max(query.whole('page', 1) || 1, 1);
  const all = codes.flatMap((code) => {
    const type = TYPES[code];
    return type === undefined ? [] : rowsOf(type).map((row) => ({ code, type, row }));
  });
  const isGone = call.parts.path.endsWith('deleted');
  return {
    status: 200,
    body: call.slice(all, (page - 1) * size, size).map(({ code, type, row }) => ({
      ...(isGone ? { id: hex(type.hex, row.id) } : type.show(row, store)),
      documentCode: code,
      auditMetadata: {
        createdAt: new Date(row.createdAt).toISOString(),
        updatedAt: new Date(row.updatedAt).toISOString(),
      },
    })),
  };
}
