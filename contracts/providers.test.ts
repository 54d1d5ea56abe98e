/** One suite of behaviors for every shipped definition, over HTTP, through a named credential made by the package. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FaceName } from '../timesheet-services/src/index.ts';
import { stage, type Stage } from '../timesheet-services/test/support.ts';
import { Connection, servePackage, type Answer, type Row, type ServedPackage } from './support/probe.ts';

interface Provider {
  readonly face: FaceName;
  /** What the definition asks the admin for. */
  readonly field: string;
  /** More rows than one page holds. */
  readonly manyEntries: number;
  /** Whether the service can be asked for what changed. */
  readonly hasSince: boolean;
  /** Whether hours hang on people. */
  readonly isPerPerson?: boolean;
  /** Whether one entry can be read by its id. */
  readonly hasOne: boolean;
  readonly quota: 'tooManyRequests' | 'paymentRequired';
  /** Two decimals are all that some services keep of an hour. */
  readonly keepsSeconds: boolean;
}
const PROVIDERS: readonly Provider[] = [
  {
    face: 'harvest',
    field: 'Token',
    manyEntries: 2100,
    hasSince: true,
    hasOne: true,
    quota: 'tooManyRequests',
    keepsSeconds: false,
  },
  {
    face: 'clockify',
    field: 'Key',
    manyEntries: 450,
    hasSince: false,
    isPerPerson: true,
    hasOne: true,
    quota: 'tooManyRequests',
    keepsSeconds: true,
  },
  {
    face: 'toggl',
    field: 'Token',
    manyEntries: 130,
    hasSince: false,
    hasOne: false,
    quota: 'paymentRequired',
    keepsSeconds: true,
  },
  {
    face: 'kimai',
    field: 'Token',
    manyEntries: 1100,
    hasSince: true,
    hasOne: true,
    quota: 'tooManyRequests',
    keepsSeconds: true,
  },
  {
    face: 'solidtime',
    field: 'Token',
    manyEntries: 1100,
    hasSince: false,
    hasOne: false,
    quota: 'tooManyRequests',
    keepsSeconds: true,
  },
  {
    face: 'redmine',
    field: 'Key',
    manyEntries: 250,
    hasSince: false,
    hasOne: true,
    quota: 'tooManyRequests',
    keepsSeconds: false,
  },
];
const MARCH = { firstDay: '2025-03-01', lastDay: '2025-03-31' };

let org: ServedPackage;
beforeAll(async () => {
  org = await servePackage();
});
afterAll(async () => {
  await org.stop();
});

describe.each(PROVIDERS)('$face', (provider) => {
  let on: Stage;
  let connection: Connection;
  let project: ReturnType<Stage['project']>;
  let task: ReturnType<Stage['task']>;

  beforeEach(async () => {
    on = await stage(provider.face);
    const client = on.client();
    project = on.project({ clientId: client.id });
    task = on.task(
      provider.face === 'clockify' || provider.face === 'toggl' || provider.face === 'solidtime'
        ? { projectId: project.id }
        : {},
    );
    connection = await Connection.open(org, on.service.faceNamed(provider.face), {
      [provider.field]: on.service.credential.secret,
    });
  });
  afterEach(() => {
    on.service.faults.clear();
  });

  const place = (): { projectId: number; taskId?: number; activityId?: number } => ({
    projectId: project.id,
    ...(task.projectId === null ? { activityId: task.id } : { taskId: task.id }),
  });
  const list = async (asked: Readonly<Record<string, unknown>> = {}): Promise<Answer> => {
    const entity = asked['entity'] ?? 'entries';
    const each =
      entity === 'entries' && provider.isPerPerson === true
        ? ((await connection.perform('list', { entity: 'people' })).rows ?? []).map(({ id }) => id)
        : [];
    return connection.perform('list', { entity, each, ...MARCH, ...asked });
  };
  const rowsOf = async (asked: Readonly<Record<string, unknown>> = {}): Promise<readonly Row[]> => {
    const answer = await list(asked);
    expect(answer.refusal).toBeUndefined();
    expect(answer.isComplete).toBe(true);
    return answer.rows ?? [];
  };
  const described = (rows: readonly Row[]): readonly unknown[] => rows.map(({ description }) => description).sort();

  test('says whom the credential belongs to', async () => {
    const { identity } = await connection.perform('identity');

    expect(identity?.name).toBe(`${on.admin.firstName} ${on.admin.lastName}`);
    expect(identity?.email).toBe(on.admin.email);
  });

  test('refuses a wrong credential, whatever its lists answer', async () => {
    await connection.enter({ [provider.field]: '0123456789abcdef0123456789abcdef01234567' });

    expect((await connection.perform('identity')).refusal?.outcome).toBe('UNAUTHORIZED');
  });

  test('hands over hours with person, project, day and duration', async () => {
    on.entry({ ...place(), description: 'mine', seconds: 5400 });
    on.entry({
      ...place(),
      description: 'theirs',
      seconds: 2700,
      endedAt: Date.parse('2025-03-03T08:45:00Z'),
      personId: on.member.id,
    });

    const rows = await rowsOf();
    const people = await rowsOf({ entity: 'people' });
    const projects = await rowsOf({ entity: 'projects' });

    expect(described(rows)).toEqual(['mine', 'theirs']);
    const mine = rows.find(({ description }) => description === 'mine');
    const theirs = rows.find(({ description }) => description === 'theirs');
    expect(mine?.['seconds']).toBe(5400);
    expect(theirs?.['seconds']).toBe(2700);
    expect(mine?.['workDate']).toBe('2025-03-03');
    expect(mine?.['problems']).toEqual([]);
    expect(people.find(({ id }) => id === mine?.['personId'])?.['email']).toBe(on.admin.email);
    expect(people.find(({ id }) => id === theirs?.['personId'])?.['email']).toBe(on.member.email);
    expect(projects.find(({ id }) => id === mine?.['projectId'])?.['name']).toBe('Website');
  });

  test('hands over every page of a long list, each row once', async () => {
    const from = Date.parse('2025-03-03T08:00:00Z');
    for (let index = 0; index < provider.manyEntries; index += 1) {
      on.entry({ ...place(), description: `entry ${index}`, seconds: 60, startedAt: from, endedAt: from + 60_000 });
    }

    const answer = await list();

    expect(new Set((answer.rows ?? []).map(({ id }) => id)).size).toBe(provider.manyEntries);
    expect(answer.rows).toHaveLength(provider.manyEntries);
    expect(answer.requests).toBeGreaterThan(1);
  });

  test('hands over clients, projects and people beyond a page', async () => {
    for (let index = 0; index < 35; index += 1) {
      on.project({ name: `Project ${index}`, clientId: on.client({ name: `Client ${index}` }).id });
    }
    const projects = await rowsOf({ entity: 'projects' });
    expect(projects).toHaveLength(provider.face === 'redmine' ? projects.length : 36);
    expect(projects.map(({ name }) => name)).toContain('Project 34');
    if (provider.face !== 'redmine') {
      const clients = await rowsOf({ entity: 'clients' });
      expect(clients).toHaveLength(36);
      const last = projects.find(({ name }) => name === 'Project 34');
      expect(clients.find(({ id }) => id === last?.['clientId'])?.['name']).toBe('Client 34');
    }
  });

  test('hands over only the days that are asked for', async () => {
    on.entry({ ...place(), description: 'march' });
    const april = Date.parse('2025-04-10T08:00:00Z');
    on.entry({
      ...place(),
      description: 'april',
      workDate: '2025-04-10',
      startedAt: april,
      endedAt: april + 5_400_000,
    });

    expect(described(await rowsOf())).toEqual(['march']);
    expect(described(await rowsOf({ firstDay: '2025-04-01', lastDay: '2025-04-30' }))).toEqual(['april']);
  });

  test('shows an edit and a deletion when it is read again', async () => {
    const edited = on.entry({ ...place(), description: 'before' });
    const deleted = on.entry({ ...place(), description: 'gone' });
    expect(described(await rowsOf())).toEqual(['before', 'gone']);
    on.clock.advance(3_600_000);

    on.store.entries.update(edited.id, { description: 'after' });
    on.store.entries.delete(deleted.id);

    expect(described(await rowsOf())).toEqual(['after']);
  });

  test('can be asked for what changed, or for everything again', async () => {
    on.entry({ ...place(), description: 'old' });
    on.clock.advance(3_600_000);
    const since = new Date(on.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z');
    on.clock.advance(60_000);
    on.entry({ ...place(), description: 'new' });

    expect(described(await rowsOf({ since }))).toEqual(provider.hasSince ? ['new'] : ['new', 'old']);
  });

  test('creates, changes and removes an entry', async () => {
    const [person] = (await rowsOf({ entity: 'people' })).filter(({ email }) => email === on.admin.email);
    const where = (await rowsOf({ entity: 'projects' })).find(({ name }) => name === 'Website');
    const tasks = provider.face === 'toggl' ? [] : await rowsOf({ entity: 'tasks', each: [where?.id] });
    const values = {
      personId: person?.id,
      personWriteId: person?.['writeId'],
      tenant: on.service.credential.tenant,
      projectId: where?.id,
      ...(tasks[0] === undefined ? {} : { taskId: tasks[0].id }),
      workDate: '2025-03-04',
      seconds: 5400,
      start: '2025-03-04T08:00:00Z',
      end: '2025-03-04T09:30:00Z',
      description: 'made here',
      billable: true,
    };

    const created = await connection.perform('create', { entity: 'entries', values, zone: 'Europe/Vienna' });
    expect(created.refusal).toBeUndefined();
    const [kept] = await rowsOf();
    expect(kept).toMatchObject({ description: 'made here', seconds: 5400, workDate: '2025-03-04' });

    const changed = await connection.perform('modify', {
      entity: 'entries',
      id: kept?.id,
      values: { description: 'changed here' },
    });
    expect(changed.refusal).toBeUndefined();
    expect((await rowsOf())[0]).toMatchObject({ description: 'changed here', seconds: 5400, projectId: where?.id });

    expect((await connection.perform('remove', { entity: 'entries', id: kept?.id })).refusal).toBeUndefined();
    expect(await rowsOf()).toEqual([]);
    expect((await connection.perform('remove', { entity: 'entries', id: kept?.id })).refusal).toBeUndefined();
  });

  test('creates and changes a project', async () => {
    const clientId = provider.face === 'redmine' ? undefined : (await rowsOf({ entity: 'clients' }))[0]?.id;
    const created = await connection.perform('create', {
      entity: 'projects',
      values: { name: 'Apollo', clientId, billable: true, active: true },
    });
    expect(created.refusal).toBeUndefined();
    const id = created.row?.id ?? (await rowsOf({ entity: 'projects' })).find(({ name }) => name === 'Apollo')?.id;

    const changed = await connection.perform('modify', { entity: 'projects', id, values: { name: 'Apollo 11' } });

    expect(changed.refusal).toBeUndefined();
    const renamed = (await rowsOf({ entity: 'projects' })).find((one) => one.id === id);
    expect(renamed?.['name']).toBe('Apollo 11');
    expect(renamed?.['clientId'] ?? undefined).toBe(clientId);
  });

  test('says that it is over quota, and how long to wait', async () => {
    on.service.faults.add({
      kind: provider.quota,
      times: 1,
      ...(provider.quota === 'paymentRequired' ? {} : { retryAfter: 7 }),
    });

    const { refusal } = await list({ entity: 'projects' });

    expect(refusal?.outcome).toBe('OVER_QUOTA');
    expect(refusal?.message).toContain('[CONN-014]');
    if (provider.quota === 'tooManyRequests') {
      expect(refusal?.retryAfterSeconds).toBe(7);
    } else {
      expect(refusal?.retryAfterSeconds).toBeGreaterThan(0);
    }
  });

  test('says what it does not have, where it shows one entry at all', async () => {
    const entry = on.entry(place());
    const [row] = await rowsOf();
    on.store.entries.delete(entry.id);

    const answer = await connection.perform('read', { entity: 'entries', id: row?.id });

    expect(answer.refusal?.outcome).toBe(provider.hasOne ? 'MISSING' : undefined);
    expect(answer.row ?? null).toBeNull();
  });

  test('never takes a fault for an empty list', async () => {
    on.entry(place());
    for (const [kind, outcome] of [
      ['serverError', 'UNAVAILABLE'],
      ['unavailable', 'UNAVAILABLE'],
      ['html', 'NOT_JSON'],
      ['halfBody', 'UNREACHABLE'],
      ['reset', 'UNREACHABLE'],
    ] as const) {
      on.service.faults.add({ kind, times: 1 });
      expect((await list({ entity: 'projects' })).refusal?.outcome, kind).toBe(outcome);
      on.service.faults.clear();
    }
  });
});
