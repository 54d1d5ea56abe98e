/** Whoever walks a face to its end has every hour of the account, whatever the pages and the form of time. */
import { expect, test } from 'vitest';
import { listed, row, rows, stage, type Reply, type Stage } from './support.ts';

type Row = Readonly<Record<string, unknown>>;
type Walk = (on: Stage, tenant: string) => Promise<readonly number[]>;
const HOUR = 3600;
const number = (value: unknown): number => Number(value);
const secondsBetween = (start: unknown, end: unknown): number =>
  (Date.parse(String(end)) - Date.parse(String(start))) / 1000;

/** Pages until one of them says it is the last. */
async function pages(
  read: (page: number) => Promise<Reply>,
  isLast: (reply: Reply) => boolean,
): Promise<readonly Reply[]> {
  const all: Reply[] = [];
  for (let page = 1; page < 1000; page += 1) {
    const reply = await read(page);
    expect(reply.status).toBe(200);
    all.push(reply);
    if (isLast(reply)) {
      return all;
    }
  }
  throw new Error('The walk has no end');
}

const harvest: Walk = async ({ api }) => {
  let next: string | null = '/v2/time_entries?per_page=40';
  const all = await pages(
    async () => {
      const reply = await api.get(next ?? '');
      next = (row(reply)['links'] as Record<string, string | null>)['next'] ?? null;
      return reply;
    },
    () => next === null,
  );
  return all.flatMap((reply) => listed(reply, 'time_entries').map(({ hours }) => Math.round(number(hours) * HOUR)));
};
const clockify: Walk = async ({ api }, tenant) => {
  const base = `/api/v1/workspaces/${tenant}`;
  const users = rows(await api.get(`${base}/users?page-size=200`));
  const all: Row[] = [];
  for (const { id } of users) {
    const own = await pages(
      (page) => api.get(`${base}/user/${String(id)}/time-entries?page=${page}&page-size=20`),
      ({ headers }) => headers.get('last-page') === 'true',
    );
    all.push(...own.flatMap(rows));
  }
  return all.map(({ timeInterval }) => secondsBetween((timeInterval as Row)['start'], (timeInterval as Row)['end']));
};
const toggl: Walk = async ({ api, store }, tenant) => {
  const days = store.entries
    .all()
    .map(({ workDate }) => workDate)
    .toSorted();
  let place: object | null = {};
  const range = { start_date: days[0], end_date: days.at(-1), page_size: 30 };
  const all = await pages(
    async () => {
      const reply = await api.post(`/reports/api/v3/workspace/${tenant}/search/time_entries`, { ...range, ...place });
      const next = reply.headers.get('x-next-row-number');
      place =
        next === null ? null : { first_row_number: number(next), first_id: number(reply.headers.get('x-next-id')) };
      return reply;
    },
    () => place === null,
  );
  const entries = all.flatMap((reply) => rows(reply).flatMap((one) => one['time_entries'] as readonly Row[]));
  return entries.map(({ seconds }) => number(seconds));
};
const kimai: Walk = async ({ api }) => {
  const all = await pages(
    (page) => api.get(`/api/timesheets?user=all&size=30&page=${page}`),
    ({ headers }) => headers.get('x-page') === headers.get('x-total-pages'),
  );
  return all.flatMap((reply) => rows(reply).map(({ duration }) => number(duration)));
};
const solidtime: Walk = async ({ api }, tenant) => {
  const base = `/api/v1/organizations/${tenant}/time-entries?limit=30`;
  const all = await pages(
    (page) => api.get(`${base}&offset=${(page - 1) * 30}`),
    (reply) => listed(reply, 'data').length < 30,
  );
  return all.flatMap((reply) => listed(reply, 'data').map(({ start, end }) => secondsBetween(start, end)));
};
const redmine: Walk = async ({ api }) => {
  const all = await pages(
    (page) => api.get(`/time_entries.json?limit=30&offset=${(page - 1) * 30}`),
    (reply) => listed(reply, 'time_entries').length < 30,
  );
  return all.flatMap((reply) => listed(reply, 'time_entries').map(({ hours }) => Math.round(number(hours) * HOUR)));
};
const open: Walk = async ({ api }) => {
  let cursor: unknown = '';
  const all = await pages(
    async () => {
      const reply = await api.get(`/v1/time-entries?limit=30${cursor === '' ? '' : `&cursor=${String(cursor)}`}`);
      cursor = row(reply)['nextCursor'];
      return reply;
    },
    () => cursor === null,
  );
  return all.flatMap((reply) => listed(reply, 'data').map(({ seconds }) => number(seconds)));
};

test.each(Object.entries({ harvest, clockify, toggl, kimai, solidtime, redmine, open }))(
  'walked as %s, no hour is lost or doubled',
  async (face, walk) => {
    const on = await stage(face as 'open', { size: 'tiny', seed: 11 });
    // Redmine hides what is on archived projects.
    const isShown = (id: number | null): boolean =>
      face !== 'redmine' || on.store.projects.get(id)?.isArchived === false;
    const expected = on.store.entries.filter(({ projectId }) => isShown(projectId)).map(({ seconds }) => seconds);
    expect(expected.length).toBeGreaterThan(30);

    const seconds = await walk(on, on.service.credential.tenant ?? '');

    expect(seconds.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
  },
);
