import { describe, expect, test } from 'vitest';
import { ids, row, rows, stage, type Stage } from './support.ts';

const SHEETS = '/api/timesheets';

interface Sheet {
  readonly project: number;
  readonly activity: number;
  readonly begin: string;
  readonly end: string;
}
/** The administrator lives in Berlin, an hour ahead of UTC in March. */
async function kimai(): Promise<Stage & { readonly sheet: Sheet; readonly customerId: number }> {
  const on = await stage('kimai');
  on.store.people.update(on.admin.id, { timeZone: 'Europe/Berlin' });
  const customerId = on.client().id;
  const project = on.project({ clientId: customerId, hourlyRate: 10_000 }).id;
  const activity = on.task().id;
  return { ...on, customerId, sheet: { project, activity, begin: '2025-03-03T09:00:00', end: '2025-03-03T10:30:00' } };
}

describe('who may call', () => {
  test('a bearer token lets in, and its word is case-sensitive', async () => {
    const { api, service, admin } = await kimai();
    const { secret } = service.credential;

    expect(row(await api.get('/api/users/me'))).toMatchObject({ email: admin.email, timezone: 'Europe/Berlin' });
    for (const authorization of [`bearer ${secret}`, 'Bearer wrong', '']) {
      const refused = await api.get('/api/users/me', { only: { Authorization: authorization } });
      expect([refused.status, refused.body]).toEqual([401, { code: 401, message: 'Unauthorized' }]);
    }
  });

  test('the deprecated headers still work', async () => {
    const { api, service, admin } = await kimai();
    const user = admin.email.split('@')[0] ?? '';
    const only = { 'X-AUTH-USER': user, 'X-AUTH-TOKEN': service.credential.secret };

    expect((await api.get('/api/users/me', { only })).status).toBe(200);
    expect((await api.get('/api/users/me', { only: { ...only, 'X-AUTH-USER': 'nobody' } })).status).toBe(401);
  });
});

describe('timesheets', () => {
  test('have the documented fields, with times in the zone of the person and no colon in the offset', async () => {
    const { api, sheet, admin } = await kimai();

    const made = await api.post(SHEETS, { ...sheet, description: 'wireframes', tags: 'ux,dev' });

    expect(made.status).toBe(200);
    expect(row(made)).toEqual({
      id: expect.any(Number) as number,
      activity: sheet.activity,
      project: sheet.project,
      user: admin.id,
      tags: ['ux', 'dev'],
      begin: '2025-03-03T09:00:00+0100',
      end: '2025-03-03T10:30:00+0100',
      duration: 5400,
      break: 0,
      description: 'wireframes',
      rate: 150,
      internalRate: 150,
      exported: false,
      billable: true,
      metaFields: [],
    });
  });

  test('the offset follows summer time', async () => {
    const { api, sheet } = await kimai();

    const made = await api.post(SHEETS, { ...sheet, begin: '2025-07-01T09:00:00', end: '2025-07-01T10:00:00' });

    expect(row(made)).toMatchObject({ begin: '2025-07-01T09:00:00+0200', duration: 3600 });
  });

  test('references are objects with full=1', async () => {
    const { api, sheet, admin } = await kimai();
    await api.post(SHEETS, sheet);

    const [first] = rows(await api.get(`${SHEETS}?full=1`));

    expect(first).toMatchObject({
      activity: { id: sheet.activity, name: 'Design' },
      project: { id: sheet.project, customer: { name: 'Acme' } },
      user: { id: admin.id, email: admin.email },
    });
  });

  test('rates vanish for whoever may not see them', async () => {
    const { as, member, sheet } = await kimai();

    const own = row(await as(member).post(SHEETS, sheet));

    expect(own).not.toHaveProperty('rate');
    expect(own).not.toHaveProperty('internalRate');
  });

  test('come in pages of 50, at most 500, counted in headers', async () => {
    const { api, entry, sheet } = await kimai();
    for (let index = 0; index < 60; index += 1) {
      entry({ projectId: sheet.project, activityId: sheet.activity });
    }

    const first = await api.get(SHEETS);

    expect(rows(first)).toHaveLength(50);
    const counts = ['x-page', 'x-total-count', 'x-total-pages', 'x-per-page'].map((name) => first.headers.get(name));
    expect(counts).toEqual(['1', '60', '2', '50']);
    expect(rows(await api.get(`${SHEETS}?page=2`))).toHaveLength(10);
    expect((await api.get(`${SHEETS}?size=1000`)).headers.get('x-per-page')).toBe('500');
  });

  test('a page past the last is 404', async () => {
    const { api, sheet } = await kimai();
    await api.post(SHEETS, sheet);

    const refused = await api.get(`${SHEETS}?page=2`);

    expect([refused.status, refused.body]).toEqual([404, { code: 404, message: 'Not Found' }]);
  });

  test('none at all is an empty first page', async () => {
    const { api } = await kimai();

    const empty = await api.get(SHEETS);

    expect([empty.status, empty.body]).toEqual([200, []]);
    expect(empty.headers.get('x-total-count')).toBe('0');
  });

  test('are the own ones unless all are asked for, which is a right of its own', async () => {
    const { api, as, member, entry, sheet } = await kimai();
    const place = { projectId: sheet.project, activityId: sheet.activity };
    const own = entry(place);
    const theirs = entry({ ...place, personId: member.id });

    expect(ids(rows(await api.get(SHEETS)))).toEqual([own.id]);
    expect(ids(rows(await api.get(`${SHEETS}?user=all`))).toSorted()).toEqual([own.id, theirs.id]);
    expect(ids(rows(await api.get(`${SHEETS}?user=${member.id}`)))).toEqual([theirs.id]);
    expect((await as(member).get(`${SHEETS}?user=all`)).status).toBe(403);
  });

  test('begin and end are local time of the caller, modified_after is UTC without a Z', async () => {
    const { api, entry, sheet, clock, store } = await kimai();
    const first = entry({ projectId: sheet.project, activityId: sheet.activity });
    const found = async (query: string): Promise<readonly unknown[]> => ids(rows(await api.get(`${SHEETS}?${query}`)));

    // It begins at 9:00 in Berlin, 8:00 UTC.
    expect(await found('begin=2025-03-03T09:00:00')).toEqual([first.id]);
    expect(await found('begin=2025-03-03T09:00:01')).toEqual([]);
    expect(await found('end=2025-03-03T09:00:00')).toEqual([first.id]);
    expect(await found('end=2025-03-03T08:59:59')).toEqual([]);
    clock.advance(60_000);
    store.entries.update(first.id, { description: 'changed' });
    expect(await found('modified_after=2025-03-05T12:01:00')).toEqual([first.id]);
    expect(await found('modified_after=2025-03-05T12:01:01')).toEqual([]);
    expect((await api.get(`${SHEETS}?modified_after=2025-03-05T12:01:00Z`)).status).toBe(400);
  });

  test('never tell when they were changed', async () => {
    const { api, sheet } = await kimai();

    const names = Object.keys(row(await api.post(SHEETS, sheet)));

    expect(names.filter((name) => /modified|updated|created|changed/i.test(name))).toEqual([]);
  });

  test('a change is partial and answers 200; a deletion answers 204 and leaves nothing', async () => {
    const { api, sheet } = await kimai();
    const { id } = row(await api.post(SHEETS, { ...sheet, description: 'kept', tags: 'ux' }));
    const path = `${SHEETS}/${String(id)}`;

    const changed = await api.patch(path, { end: '2025-03-03T11:00:00' });

    expect(changed.status).toBe(200);
    expect(row(changed)).toMatchObject({
      begin: '2025-03-03T09:00:00+0100',
      end: '2025-03-03T11:00:00+0100',
      duration: 7200,
      description: 'kept',
      tags: ['ux'],
    });
    const deleted = await api.delete(path);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await api.get(path)).status).toBe(404);
  });

  test('what the form does not know is refused, duration and metaFields among it', async () => {
    const { api, sheet } = await kimai();

    for (const extra of [{ duration: 5400 }, { metaFields: [] }, { begin_at: 'x' }]) {
      const refused = await api.post(SHEETS, { ...sheet, ...extra });
      expect(refused.status).toBe(400);
      expect(row(refused)).toMatchObject({
        code: 400,
        message: 'Validation Failed',
        errors: { errors: ['This form should not contain extra fields.'] },
      });
    }
  });

  test('an activity is mandatory, and the error stands with its field', async () => {
    const { api, sheet } = await kimai();
    const { activity: _activity, ...rest } = sheet;

    const refused = row(await api.post(SHEETS, rest));

    expect(refused).toMatchObject({
      code: 400,
      errors: { children: { activity: { errors: ['This value should not be blank.'] }, project: {} } },
    });
  });

  test('times with an offset are refused', async () => {
    const { api, sheet } = await kimai();

    expect((await api.post(SHEETS, { ...sheet, begin: '2025-03-03T09:00:00+01:00' })).status).toBe(400);
    expect((await api.post(SHEETS, { ...sheet, begin: '2025-03-03T09:00' })).status).toBe(200);
  });

  test('only whoever may writes for others', async () => {
    const { api, as, member, admin, sheet } = await kimai();

    expect(row(await api.post(SHEETS, { ...sheet, user: member.id }))['user']).toBe(member.id);
    expect((await as(member).post(SHEETS, { ...sheet, user: admin.id })).status).toBe(400);
  });

  test('without an end they run, until stopped', async () => {
    const { api, clock, sheet } = await kimai();
    const { end: _end, begin: _begin, ...place } = sheet;
    const { id } = row(await api.post(SHEETS, place));

    expect(rows(await api.get(`${SHEETS}/active`))).toHaveLength(1);
    expect(row(await api.get(`${SHEETS}/${String(id)}`))).toMatchObject({ end: null, duration: null });
    clock.advance(1_800_000);
    expect(row(await api.patch(`${SHEETS}/${String(id)}/stop`, {}))).toMatchObject({
      end: '2025-03-05T13:30:00+0100',
      duration: 1800,
    });
    expect(rows(await api.get(`${SHEETS}/active`))).toEqual([]);
  });

  test('own fields are set one by one', async () => {
    const { api, sheet } = await kimai();
    const { id } = row(await api.post(SHEETS, sheet));

    const changed = await api.patch(`${SHEETS}/${String(id)}/meta`, { name: 'salesforce', value: 'a01' });

    expect(row(changed)['metaFields']).toEqual([{ name: 'salesforce', value: 'a01' }]);
  });

  test('exported ones refuse changes without a right of their own', async () => {
    const { api, as, member, sheet } = await kimai();
    const { id } = row(await as(member).post(SHEETS, sheet));
    expect(row(await api.patch(`${SHEETS}/${String(id)}/export`, {}))['exported']).toBe(true);

    expect((await as(member).patch(`${SHEETS}/${String(id)}`, { description: 'x' })).status).toBe(403);
    expect((await as(member).delete(`${SHEETS}/${String(id)}`)).status).toBe(403);
    expect((await api.delete(`${SHEETS}/${String(id)}`)).status).toBe(204);
  });

  test('one path answers its code as text', async () => {
    const { api, store, sheet } = await kimai();
    const { id } = row(await api.post(SHEETS, sheet));
    store.projects.update(sheet.project, { isArchived: true });

    const refused = await api.patch(`${SHEETS}/${String(id)}/restart`, {});

    expect([refused.status, row(refused)['code']]).toEqual([400, '400']);
  });
});

describe('customers, projects, activities and users', () => {
  test('are complete lists without pages', async () => {
    const { api, client } = await kimai();
    for (let index = 0; index < 70; index += 1) {
      client({ name: `Client ${index}` });
    }

    const all = await api.get('/api/customers');

    expect(rows(all)).toHaveLength(71);
    expect(all.headers.get('x-total-count')).toBeNull();
  });

  test('e-mail and address of a customer are in the single view only', async () => {
    const { api, client } = await kimai();
    const { id } = client({ name: 'Beta', email: 'office@beta.example', address: '1 Main Street' });

    const inList = rows(await api.get('/api/customers')).find((one) => one['id'] === id);

    expect(inList).not.toHaveProperty('email');
    expect(inList).toMatchObject({ name: 'Beta', visible: true, currency: 'USD', metaFields: [], teams: [] });
    expect(row(await api.get(`/api/customers/${id}`))).toMatchObject({
      email: 'office@beta.example',
      address: '1 Main Street',
    });
  });

  test('a project names its customer by number and by name', async () => {
    const { api, sheet, customerId } = await kimai();

    expect(row(await api.get(`/api/projects/${sheet.project}`))).toMatchObject({
      name: 'Website',
      customer: customerId,
      parentTitle: 'Acme',
      visible: true,
      billable: true,
      globalActivities: true,
    });
  });

  test('projects that are over, not begun or hidden are listed only when asked for', async () => {
    const { api, project, sheet, customerId } = await kimai();
    const over = project({ name: 'Over', clientId: customerId, endsOn: '2025-01-31' });
    const later = project({ name: 'Later', clientId: customerId, startsOn: '2025-06-01' });
    const hidden = project({ name: 'Hidden', clientId: customerId, isArchived: true });
    const found = async (query: string): Promise<readonly unknown[]> =>
      ids(rows(await api.get(`/api/projects${query}`)));

    expect(await found('')).toEqual([sheet.project]);
    expect(await found('?ignoreDates=1')).toEqual([sheet.project, over.id, later.id]);
    expect(await found('?visible=2')).toEqual([hidden.id]);
    expect(await found('?visible=3&ignoreDates=1')).toEqual([sheet.project, over.id, later.id, hidden.id]);
  });

  test('creating answers 200, with what is missing named', async () => {
    const { api } = await kimai();
    const whole = { name: 'Gamma', country: 'DE', currency: 'EUR', timezone: 'Europe/Berlin' };

    const made = await api.post('/api/customers', whole);

    expect([made.status, row(made)['currency']]).toEqual([200, 'EUR']);
    const refused = await api.post('/api/customers', { name: 'Gamma' });
    expect(refused.status).toBe(400);
    expect(row(refused)).toMatchObject({
      errors: { children: { country: { errors: ['This value should not be blank.'] } } },
    });
    const { id } = row(made);
    expect(row(await api.patch(`/api/customers/${String(id)}`, { visible: false }))).toMatchObject({
      name: 'Gamma',
      visible: false,
    });
    const project = await api.post('/api/projects', { name: 'Shop', customer: id, start: '2025-03-01' });
    expect(row(project)).toMatchObject({ name: 'Shop', customer: id, start: '2025-03-01', end: null });
    expect((await api.post('/api/projects', { name: 'Shop', customer: 99_999 })).status).toBe(400);
  });

  test.each(['customer', 'project', 'activity'] as const)('deleting a %s takes the timesheets along', async (what) => {
    const { api, sheet, customerId } = await kimai();
    await api.post(SHEETS, sheet);
    const path = {
      customer: `/api/customers/${customerId}`,
      project: `/api/projects/${sheet.project}`,
      activity: `/api/activities/${sheet.activity}`,
    }[what];

    expect((await api.delete(path)).status).toBe(204);

    expect(rows(await api.get(`${SHEETS}?user=all`))).toEqual([]);
  });

  test('users cannot be deleted, only switched off', async () => {
    const { api, member } = await kimai();

    expect((await api.delete(`/api/users/${member.id}`)).status).toBe(405);
    expect(row(await api.patch(`/api/users/${member.id}`, { enabled: false }))['enabled']).toBe(false);
    expect(ids(rows(await api.get('/api/users')))).not.toContain(member.id);
    expect(ids(rows(await api.get('/api/users?visible=3')))).toContain(member.id);
  });
});
