/** Redmine's REST API, as 5.0 has it; later versions add what the setting of the version says. */
import { route, type Call, type Face, type Route } from '../core/call.ts';
import { BLANK_PERSON } from '../core/entries.ts';
import type { Change, Entry, Person } from '../core/model.ts';
import type { Service } from '../core/service.ts';
import { hmac } from '../core/signing.ts';
import type { Delivery } from '../core/webhooks.ts';
import { admit, empty, found, invalid, keyFor, listed, requireAdmin, requireLogin } from './access.ts';
import { bodyOf, projectRoutes } from './projects.ts';
import { activitiesOf, shownActivity, shownEntry, shownPerson } from './rows.ts';
import { timeEntryRoutes } from './timeEntries.ts';

const LOCKED = '3';

const userRoutes: readonly Route[] = [
  route('GET', '/users.json', (call) => {
    requireAdmin(call);
    const status = call.query.text('status') ?? '1';
    const rows = call.store.people.filter(({ isActive }) => status === '' || isActive === (status !== LOCKED));
    return listed(call, 'users', rows, (one) => shownPerson(one));
  }),
  route('GET', '/users/current.json', (call) => {
    requireLogin(call);
    const key = keyFor(call.service, call.person);
    return { status: 200, body: { user: { ...shownPerson(call.person, true), api_key: key } } };
  }),
  route('GET', '/users/:id(^\\d+).json', (call) => {
    requireAdmin(call);
    return { status: 200, body: { user: shownPerson(personAt(call)) } };
  }),
  route('POST', '/users.json', (call) => {
    requireAdmin(call);
    const fields = bodyOf(call, 'user');
    const [login = '', firstName = '', lastName = '', email = ''] = ['login', 'firstname', 'lastname', 'mail'].map(
      (name) => fields.text(name)?.trim() ?? '',
    );
    const problems = [
      ...(login === '' ? ['Login cannot be blank'] : []),
      ...(firstName === '' ? ['First name cannot be blank'] : []),
      ...(lastName === '' ? ['Last name cannot be blank'] : []),
      ...(email === '' ? ['Email cannot be blank'] : []),
      ...(call.store.people.all().some((person) => person.email === email) ? ['Email has already been taken'] : []),
    ];
    if (problems.length > 0) {
      throw invalid(problems);
    }
    const person = call.store.people.insert({ ...BLANK_PERSON, firstName, lastName, email });
    return { status: 201, body: { user: shownPerson(person) } };
  }),
  route('PUT', '/users/:id(^\\d+).json', (call) => {
    requireAdmin(call);
    const person = personAt(call);
    const fields = bodyOf(call, 'user');
    const status = fields.number('status');
    call.store.people.update(person.id, {
      firstName: fields.text('firstname') ?? person.firstName,
      lastName: fields.text('lastname') ?? person.lastName,
      email: fields.text('mail') ?? person.email,
      isActive: status === undefined ? person.isActive : status === 1,
    });
    return empty;
  }),
  route('DELETE', '/users/:id(^\\d+).json', (call) => {
    requireAdmin(call);
    const { id } = personAt(call);
    // The entries stay and become nobody's, who is shown as Anonymous.
    for (const entry of call.store.entries.filter(({ personId }) => personId === id)) {
      call.store.entries.update(entry.id, { personId: 0 });
    }
    call.store.people.delete(id);
    return empty;
  }),
  route('GET', '/enumerations/time_entry_activities.json', (call) => {
    const { store } = call;
    const hasDefault = store.settings.redmineHasDefaultActivity;
    const shown = call.isAnonymous ? [] : activitiesOf(store);
    return {
      status: 200,
      body: { time_entry_activities: shown.map((task, index) => shownActivity(task, hasDefault && index === 0)) },
    };
  }),
];
const personAt = (call: Call): Person => found(call.store.people, Number(call.param('id')));

/** From 7.0 on, for time entries. There is no route to create one; people do so on a page. */
function deliveries({ kind, action, row, at }: Change, service: Service): readonly Delivery[] {
  const { store } = service;
  const event = `time_entry.${action}`;
  if (kind !== 'entries' || Number(store.settings.redmineVersion.split('.')[0]) < 7) {
    return [];
  }
  const hooks = store.webhooks.filter(
    (hook) => hook.face === 'redmine' && hook.isEnabled && hook.events.includes(event),
  );
  const body = JSON.stringify({
    type: event,
    timestamp: new Date(at).toISOString(),
    data: { time_entry: shownEntry(row as Entry, store) },
  });
  const signed = (secret: string): Record<string, string> =>
    secret === '' ? {} : { 'X-Redmine-Signature-256': `sha256=${hmac(secret, body)}` };
  return hooks.map(({ id, url, secret }) => ({
    webhookId: id,
    eventId: `${row.id}-${row.version}-${action}`,
    event,
    url,
    body,
    headers: () => signed(secret),
    forged: { body, headers: () => signed(`not ${secret}`) },
    retries: [],
  }));
}

export function redmine(service: Service): Face {
  return {
    name: 'redmine',
    title: 'Redmine',
    base: '',
    identityPath: /^\/users\/current\.json$/,
    admit,
    refusal: (status) => ({ status }),
    credential: (person) => {
      const secret = keyFor(service, person);
      return { secret, tenant: null, email: person.email, headers: { 'X-Redmine-API-Key': secret } };
    },
    routes: [...userRoutes, ...projectRoutes, ...timeEntryRoutes],
    deliveries,
  };
}
