/** Who calls solidtime, its limits and its errors. */
import { createHmac } from 'node:crypto';
import { Refusal, type Answer, type Call } from '../core/call.ts';
import { WindowLimit } from '../core/limits.ts';
import type { Person, Row } from '../core/model.ts';
import type { Service } from '../core/service.ts';
import { isSame, tokenOf } from '../core/signing.ts';
import type { Table } from '../core/table.ts';
import { numberOf, ORGANIZATION, uuid, type UuidKind } from './ids.ts';

const MINUTE = 60_000;
const PER_USER = 200;
const PER_ADDRESS = 60;
const YEAR = 365 * 86_400_000;
const SECOND = 1000;

const MESSAGES: Readonly<Record<number, string>> = {
  401: 'Unauthenticated.',
  403: 'This action is unauthorized.',
  404: 'Resource not found.',
  429: 'Too Many Attempts.',
  500: 'Server Error',
  503: 'Service Unavailable',
};
export function refusalOf(status: number, message: string): Answer {
  return { status, body: { message: MESSAGES[status] ?? message } };
}
export function refuse(status: number): Refusal {
  return new Refusal(refusalOf(status, ''));
}
/** What the rules of the business forbid. */
export function forbidden(key: string, message: string): Refusal {
  return new Refusal({ status: 400, body: { error: true, key, message } });
}
export type Problems = Readonly<Record<string, readonly string[]>>;
export function invalid(errors: Problems): Refusal {
  const all = Object.values(errors).flat();
  const more = all.length > 1 ? ` (and ${all.length - 1} more error${all.length > 2 ? 's' : ''})` : '';
  return new Refusal({ status: 422, body: { message: `${all[0] ?? ''}${more}`, errors } });
}

/** Three parts, good for twelve months from the day the account was opened. */
export function tokenFor(service: Service, person: Person): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const issued = Math.floor(service.store.beganAt / SECOND);
  const body = { sub: uuid('user', person.id), iat: issued, exp: issued + YEAR / SECOND, scopes: ['*'] };
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part(body)}`;
  const secret = tokenOf(service.store, 'solidtime', person.id);
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
function personOf(call: Call): Person | undefined {
  const token = /^Bearer (\S+)$/.exec(call.header('authorization') ?? '')?.[1];
  const body = token?.split('.')[1];
  if (token === undefined || body === undefined || call.now() >= call.store.beganAt + YEAR) {
    return undefined;
  }
  const subject = /"sub":"([0-9a-f-]{36})"/.exec(Buffer.from(body, 'base64url').toString())?.[1];
  const person = call.store.people.get(numberOf('user', subject));
  return person?.isActive === true && isSame(tokenFor(call.service, person), token) ? person : undefined;
}

export function doorkeeper(): (call: Call) => void {
  const users = new WindowLimit(PER_USER, MINUTE);
  const strangers = new WindowLimit(PER_ADDRESS, MINUTE);
  return (call) => {
    const person = personOf(call);
    const verdict =
      person === undefined ? strangers.take('everybody', call.now()) : users.take(String(person.id), call.now());
    call.extraHeaders['X-RateLimit-Limit'] = String(verdict.limit);
    call.extraHeaders['X-RateLimit-Remaining'] = String(verdict.remaining);
    if (!verdict.isAllowed && call.service.hasLimits) {
      const reset = Math.ceil(call.now() / SECOND) + verdict.resetsIn;
      throw new Refusal({
        ...refusalOf(429, ''),
        headers: { 'Retry-After': String(verdict.resetsIn), 'X-RateLimit-Reset': String(reset) },
      });
    }
    if (person === undefined) {
      throw refuse(401);
    }
    call.admit(person);
    const organization = /^\/api\/v1\/organizations\/([^/]+)/.exec(call.parts.path)?.[1];
    if (organization !== undefined && numberOf('organization', organization) !== ORGANIZATION) {
      throw refuse(404);
    }
  };
}
export function requireAdmin(call: Call): void {
  if (!call.person.isAdmin) {
    throw refuse(403);
  }
}
export function found<T extends Row>(table: Table<T>, kind: UuidKind, text: string): T {
  const row = table.get(numberOf(kind, text));
  if (row === undefined) {
    throw refuse(404);
  }
  return row;
}

const PAGE = 15;

/** Laravel's pages: fifteen rows, whatever the caller wants. */
export function paged<T>(call: Call, rows: readonly T[], show: (row: T) => unknown): Answer {
  const page = Math.max(call.query.whole('page', 1) || 1, 1);
  const last = Math.max(1, Math.ceil(rows.length / PAGE));
  const path = `${call.parts.origin}${call.parts.path}`;
  const at = (number: number): string => `${path}?${call.query.with({ page: String(number) })}`;
  const shown = call.slice(rows, (page - 1) * PAGE, PAGE);
  const from = (page - 1) * PAGE;
  return {
    status: 200,
    body: {
      data: shown.map(show),
      links: {
        first: at(1),
        last: at(last),
        prev: page > 1 ? at(page - 1) : null,
        next: page < last ? at(page + 1) : null,
      },
      meta: {
        current_page: page,
        from: shown.length === 0 ? null : from + 1,
        last_page: last,
        path,
        per_page: PAGE,
        to: shown.length === 0 ? null : from + shown.length,
        total: rows.length,
      },
    },
  };
}
