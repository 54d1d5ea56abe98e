/** Who calls Redmine. A wrong key is no error here: whoever has none that is known is Anonymous, who sees nothing. */
import { Refusal, type Answer, type Call } from '../core/call.ts';
import type { Person, Row } from '../core/model.ts';
import type { Service } from '../core/service.ts';
import { personOfToken, tokenOf } from '../core/signing.ts';
import type { Table } from '../core/table.ts';
import { loginOf } from './rows.ts';

const KEY_LENGTH = 40;

/** 400, 401, 403 and 404 have no body. */
export function refuse(status: number): Refusal {
  return new Refusal({ status });
}
export function invalid(messages: readonly string[]): Refusal {
  return new Refusal({ status: 422, body: { errors: messages } });
}
export const empty: Answer = { status: 204 };

export function keyFor(service: Service, person: Person): string {
  return tokenOf(service.store, 'redmine', person.id).slice(0, KEY_LENGTH);
}
function keyOf(call: Call): string | undefined {
  const basic = /^Basic (.+)$/.exec(call.header('authorization') ?? '')?.[1];
  const user = basic === undefined ? undefined : Buffer.from(basic, 'base64').toString().split(':')[0];
  return call.header('x-redmine-api-key') ?? user ?? call.query.text('key');
}

export function admit(call: Call): void {
  const { settings, people } = call.store;
  if (!settings.redmineRestEnabled) {
    throw refuse(403);
  }
  const key = keyOf(call);
  const owner =
    key === undefined ? undefined : personOfToken(call.store, key, (person) => keyFor(call.service, person));
  if (owner === undefined) {
    if (settings.redmineLoginRequired) {
      throw refuse(401);
    }
    return;
  }
  const login = call.header('x-redmine-switch-user');
  if (login === undefined || !owner.isAdmin) {
    call.admit(owner);
    return;
  }
  const other = people.all().find((person) => person.isActive && loginOf(person) === login);
  if (other === undefined) {
    throw refuse(412);
  }
  call.admit(other);
}

export function requireLogin(call: Call): void {
  if (call.isAnonymous) {
    throw refuse(401);
  }
}
export function requireAdmin(call: Call): void {
  requireLogin(call);
  if (!call.person.isAdmin) {
    throw refuse(403);
  }
}
export function found<T extends Row>(table: Table<T>, id: number): T {
  const row = table.get(id);
  if (row === undefined) {
    throw refuse(404);
  }
  return row;
}

const PAGE = 25;
const LARGEST_PAGE = 100;

/** The limit is cut to a hundred without a word; beyond the end there is an empty list. */
export function listed<T>(call: Call, name: string, rows: readonly T[], show: (row: T) => unknown): Answer {
  const wanted = call.query.whole('limit', PAGE);
  const limit = wanted >= 1 ? Math.min(wanted, LARGEST_PAGE) : PAGE;
  const from = call.query.whole('offset', 0);
  const offset = from >= 0 ? from : 0;
  const shown = call.slice(rows, offset, limit).map(show);
  const counts = call.query.has('nometa') ? {} : { total_count: rows.length, offset, limit };
  return { status: 200, body: { [name]: shown, ...counts } };
}
