/** Who calls Toggl, and how often: about one request a second, and a number per hour that depends on the plan. */
import { Refusal, type Answer, type Call } from '../core/call.ts';
import { LeakyBucket, WindowLimit } from '../core/limits.ts';
import type { Person, Row } from '../core/model.ts';
import type { Service } from '../core/service.ts';
import { isSame, personOfToken, tokenOf } from '../core/signing.ts';
import type { Table } from '../core/table.ts';
import { ORGANIZATION_ID, WORKSPACE_ID } from './ids.ts';

const HOUR = 3_600_000;
const PER_HOUR = { free: 30, starter: 240, premium: 600 };
/** `/me` and below have an allowance of their own, whatever the plan. */
const PER_HOUR_OF_OWN = 30;
const PER_SECOND = 1;
/** How many may come at once is not documented; this is a guess on the tight side. */
const AT_ONCE = 10;

/** Bodies are plain JSON texts. */
export function refusalOf(status: number, message: string): Answer {
  return { status, body: message };
}
export function refuse(status: number, message: string): Refusal {
  return new Refusal(refusalOf(status, message));
}
export const NO_ACCESS = 'User does not have access to this resource.';

export function tokenFor(service: Service, person: Person): string {
  return tokenOf(service.store, 'toggl', person.id).slice(0, 32);
}
export function passwordFor(service: Service, person: Person): string {
  return tokenOf(service.store, 'toggl password', person.id).slice(0, 16);
}
export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
function personOf(call: Call): Person | undefined {
  const encoded = /^Basic (\S+)$/.exec(call.header('authorization') ?? '')?.[1];
  const [user = '', ...rest] = Buffer.from(encoded ?? '', 'base64')
    .toString()
    .split(':');
  const password = rest.join(':');
  if (password === 'api_token') {
    return personOfToken(call.store, user, (person) => tokenFor(call.service, person));
  }
  const person = call.store.people.all().find(({ email, isActive }) => isActive && email === user);
  return person !== undefined && isSame(password, passwordFor(call.service, person)) ? person : undefined;
}

export interface Quotas {
  readonly admit: (call: Call) => void;
  /** What is left, of the organization's allowance and of the own one. */
  readonly shown: (call: Call) => readonly unknown[];
}

export function quotas(service: Service): Quotas {
  const bucket = new LeakyBucket(AT_ONCE, PER_SECOND);
  const perHour = new WindowLimit(PER_HOUR[service.plan], HOUR);
  const ownPerHour = new WindowLimit(PER_HOUR_OF_OWN, HOUR);
  return {
    admit: (call) => {
      const person = personOf(call);
      if (person === undefined) {
        throw refuse(403, 'Incorrect username and/or password');
      }
      call.admit(person);
      const key = String(person.id);
      const isOwn = call.parts.path.startsWith('/api/v9/me');
      if (service.hasLimits && !bucket.take(key, call.now()).isAllowed) {
        throw refuse(429, 'Too many requests');
      }
      const verdict = (isOwn ? ownPerHour : perHour).take(key, call.now());
      call.extraHeaders['X-Toggl-Quota-Remaining'] = String(verdict.remaining);
      call.extraHeaders['X-Toggl-Quota-Resets-In'] = String(verdict.resetsIn);
      if (!verdict.isAllowed && service.hasLimits) {
        throw new Refusal({
          ...refusalOf(402, 'You have hit your hourly limit for API calls. Please try again later.'),
          headers: { ...call.extraHeaders },
        });
      }
    },
    shown: (call) =>
      [
        { organization_id: ORGANIZATION_ID, limit: perHour },
        { organization_id: null, limit: ownPerHour },
      ].map(({ organization_id, limit }) => {
        const { limit: total, remaining, resetsIn } = limit.look(String(call.person.id), call.now());
        return { organization_id, remaining, resets_in_secs: resetsIn, total };
      }),
  };
}

export function requireWorkspace(call: Call): void {
  if (Number(call.param('workspace')) !== WORKSPACE_ID) {
    throw refuse(403, NO_ACCESS);
  }
}
export function requireOrganization(call: Call): void {
  if (Number(call.param('organization')) !== ORGANIZATION_ID) {
    throw refuse(403, NO_ACCESS);
  }
}
export function found<T extends Row>(table: Table<T>, id: number, what: string): T {
  const row = table.get(id);
  if (row === undefined) {
    throw refuse(404, `${what} not found/accessible`);
  }
  return row;
}
const OLDEST = 92 * 86_400_000;

/** `since` in UNIX seconds, at most about three months back; undefined where it was left out. */
export function sinceOf(call: Call): number | undefined {
  if (!call.query.has('since')) {
    return undefined;
  }
  const since = call.query.whole('since', Number.NaN) * 1000;
  if (Number.isNaN(since)) {
    throw refuse(400, 'Invalid value for "since"');
  }
  requireRecent(call, since);
  return since;
}
export function requireRecent(call: Call, moment: number): void {
  const oldest = call.now() - OLDEST;
  if (moment < oldest) {
    throw refuse(400, `start_date must not be earlier than ${new Date(oldest).toISOString().slice(0, 10)}`);
  }
}
