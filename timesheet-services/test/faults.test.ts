import { get } from 'node:http';
import { describe, expect, test } from 'vitest';
import { listed, PATIENT, row, rows, stage, type Reply, type Stage } from './support.ts';

const PATH = '/v2/time_entries';

/** Harvest with three entries, of which a page holds two. */
async function withEntries(): Promise<Stage> {
  const on = await stage('harvest');
  const place = { projectId: on.project().id, activityId: on.task().id };
  for (const description of ['c', 'b', 'a']) {
    on.entry({ ...place, description });
  }
  return on;
}
const notes = (reply: Reply): readonly unknown[] => listed(reply, 'time_entries').map((one) => one['notes']);

describe('answers that are none', () => {
  test.each([
    ['tooManyRequests', 429],
    ['paymentRequired', 402],
    ['serverError', 500],
    ['unavailable', 503],
  ] as const)('%s answers %i in the form of the vendor, with Retry-After only if asked for', async (kind, status) => {
    const { api, service } = await withEntries();
    service.faults.add({ kind, times: 1, retryAfter: 7 });
    service.faults.add({ kind, times: 1 });

    const [told, silent, honest] = [await api.get(PATH), await api.get(PATH), await api.get(PATH)];

    expect([told.status, told.headers.get('retry-after'), row(told)['code']]).toEqual([status, '7', status]);
    expect([silent.status, silent.headers.get('retry-after')]).toEqual([status, null]);
    expect(honest.status).toBe(200);
  });

  test('a write that fails was not made', async () => {
    const { api, service, store } = await withEntries();
    service.faults.add({ kind: 'serverError', times: 1 });

    await api.post('/v2/clients', { name: 'Acme' });

    expect(store.clients.size).toBe(0);
  });

  test('the connection is reset', async () => {
    const { api, service } = await withEntries();
    service.faults.add({ kind: 'reset', times: 1 });

    await expect(api.get(PATH)).rejects.toThrow();
    expect((await api.get(PATH)).status).toBe(200);
  });

  test('no answer comes at all', async () => {
    const { api, service } = await withEntries();
    service.faults.add({ kind: 'timeOut', times: 1 });
    const { headers } = service.credential;

    const silent = fetch(`${service.url}${PATH}`, { headers, signal: AbortSignal.timeout(300) });

    await expect(silent).rejects.toThrow(/timeout/i);
    expect((await api.get(PATH)).status).toBe(200);
  });

  test('half a body comes, less than was announced', async () => {
    const { api, service } = await withEntries();
    const whole = (await api.get(PATH)).text;
    service.faults.add({ kind: 'halfBody', times: 1 });
    const { headers } = service.credential;

    const half = await new Promise<{ readonly text: string; readonly announced: number; readonly isWhole: boolean }>(
      (resolve) => {
        get(`${service.url}${PATH}`, { headers }, (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('error', () => undefined);
          response.on('close', () => {
            resolve({ text, announced: Number(response.headers['content-length']), isWhole: response.complete });
          });
        });
      },
    );

    expect(half.isWhole).toBe(false);
    expect(half.announced).toBe(Buffer.byteLength(whole));
    expect(whole.startsWith(half.text)).toBe(true);
    expect(half.text.length).toBeLessThan(whole.length);
  });

  test('a page of HTML stands where JSON belongs', async () => {
    const { api, service } = await withEntries();
    service.faults.add({ kind: 'html', times: 1 });

    const page = await api.get(PATH);

    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(() => page.body).toThrow();
  });

  test('a late answer is right', async () => {
    const { api, service } = await withEntries();
    service.faults.add({ kind: 'delay', delay: 2500, times: 1 });
    const order: string[] = [];
    const told = async (name: string): Promise<readonly unknown[]> => {
      const answer = await api.get(PATH);
      order.push(name);
      return notes(answer);
    };

    const late = told('late');
    await expect.poll(() => service.faults.fired(), PATIENT).toBe(1);
    await told('next');

    expect(await late).toEqual(['a', 'b', 'c']);
    expect(order).toEqual(['next', 'late']);
  });
});

describe('answers that are wrong', () => {
  test('a key taken for wrong gets 200 with nothing, and 401 only from the identity', async () => {
    const { api, service } = await withEntries();
    service.faults.add({ kind: 'wrongKeyEmpty' });

    const list = await api.get(PATH);

    expect(list.status).toBe(200);
    expect(row(list)).toMatchObject({ time_entries: [], total_entries: 0, next_page: null });
    expect((await api.get('/v2/users/me')).status).toBe(401);
    service.faults.clear();
    expect(notes(await api.get(PATH))).toHaveLength(3);
  });

  test.each(['toggl', 'kimai', 'solidtime', 'clockify', 'open'] as const)('so it is as %s', async (face) => {
    const on = await stage(face);
    on.client();
    const path = {
      toggl: `/api/v9/workspaces/${on.service.credential.tenant}/clients`,
      kimai: '/api/customers',
      solidtime: `/api/v1/organizations/${on.service.credential.tenant}/clients`,
      clockify: `/api/v1/workspaces/${on.service.credential.tenant}/clients`,
      open: '/v1/clients',
    }[face];
    const listOf = (reply: Reply): readonly unknown[] =>
      Array.isArray(reply.body) ? rows(reply) : (row(reply)['data'] as readonly unknown[]);
    expect(listOf(await on.api.get(path))).toHaveLength(1);
    on.service.faults.add({ kind: 'wrongKeyEmpty' });

    const list = await on.api.get(path);

    expect([list.status, listOf(list).length]).toEqual([200, 0]);
  });

  test('a page comes twice: the second is the first, with its way on', async () => {
    const { api, service } = await withEntries();
    service.faults.add({ kind: 'repeatedPage', times: 1 });

    const first = await api.get(`${PATH}?per_page=2`);
    const second = await api.get(`${PATH}?per_page=2&page=2`);
    const third = await api.get(`${PATH}?per_page=2&page=2`);

    expect([notes(first), notes(second), notes(third)]).toEqual([['a', 'b'], ['a', 'b'], ['c']]);
    expect(row(second)['links']).toEqual(row(first)['links']);
  });

  test.each([
    [1, ['a', 'b'], []],
    [-1, ['a', 'b'], ['b', 'c']],
  ])('rows move by %i between the first page and the second', async (by, first, second) => {
    const { api, service } = await withEntries();
    service.faults.add({ kind: 'movedRows', rows: by, times: 1 });

    expect(notes(await api.get(`${PATH}?per_page=2`))).toEqual(first);
    expect(notes(await api.get(`${PATH}?per_page=2&page=2`))).toEqual(second);
    expect(notes(await api.get(`${PATH}?per_page=2&page=2`))).toEqual(['c']);
  });

  test('cursors of the open contract stand above rows that move', async () => {
    const on = await stage('open');
    for (const name of ['a', 'b', 'c']) {
      on.client({ name });
    }
    on.service.faults.add({ kind: 'movedRows', rows: 1 });
    const names = (reply: Reply): readonly unknown[] => listed(reply, 'data').map(({ name }) => name);

    const first = await on.api.get('/v1/clients?limit=2');
    const second = await on.api.get(`/v1/clients?limit=2&cursor=${String(row(first)['nextCursor'])}`);

    expect([...names(first), ...names(second)]).toEqual(['a', 'b', 'c']);
  });
});

describe('which requests', () => {
  const statuses = async ({ api }: Stage, count: number, path = PATH): Promise<readonly number[]> => {
    const all: number[] = [];
    for (let index = 0; index < count; index += 1) {
      all.push((await api.get(path)).status);
    }
    return all;
  };

  test('the next so many, after so many', async () => {
    const on = await withEntries();
    on.service.faults.add({ kind: 'unavailable', after: 1, times: 2 });

    expect(await statuses(on, 5)).toEqual([200, 503, 503, 200, 200]);
  });

  test('those with a path and a method', async () => {
    const on = await withEntries();
    on.service.faults.add({ kind: 'unavailable', path: '/v2/*_entries', method: 'get' });

    expect(await statuses(on, 1)).toEqual([503]);
    expect(await statuses(on, 1, '/v2/clients')).toEqual([200]);
    expect((await on.api.post(PATH, {})).status).toBe(422);
  });

  test('a share, which the seed repeats', async () => {
    const runs: (readonly number[])[] = [];
    for (const seed of [5, 5, 6]) {
      const on = await withEntries();
      on.service.faults.add({ kind: 'unavailable', share: 0.5, seed });
      runs.push(await statuses(on, 30));
    }

    const [first = [], second = [], third = []] = runs;
    expect(first).toEqual(second);
    expect(first).not.toEqual(third);
    const struck = first.filter((status) => status === 503).length;
    expect(struck).toBeGreaterThan(5);
    expect(struck).toBeLessThan(25);
  });

  test('switched off, none', async () => {
    const on = await withEntries();
    const { id } = on.service.faults.add({ kind: 'unavailable' });
    expect(await statuses(on, 1)).toEqual([503]);

    expect(on.service.faults.remove(id)).toBe(true);

    expect(await statuses(on, 1)).toEqual([200]);
    expect(on.service.requests.lines().map(({ faults }) => faults)).toEqual([['unavailable'], []]);
  });
});
