/** Who calls Kimai, and its errors. */
import { Refusal, type Answer, type Call } from '../core/call.ts';
import type { Person, Row } from '../core/model.ts';
import type { Service } from '../core/service.ts';
import { personOfToken, tokenOf } from '../core/signing.ts';
import type { Table } from '../core/table.ts';
import { usernameOf } from './rows.ts';

const MESSAGES: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Access denied.',
  404: 'Not Found',
  405: 'Method Not Allowed',
};

export function refusalOf(status: number, message: string): Answer {
  return { status, body: { code: status, message: MESSAGES[status] ?? message } };
}
export function refuse(status: number, message = ''): Refusal {
  return new Refusal(refusalOf(status, message));
}
export type Children = Readonly<Record<string, readonly string[]>>;

/** Errors of a form: of the whole, and of its fields, of which all are named. */
export function invalid(all: readonly string[], whole: readonly string[], fields: Children): Refusal {
  const children = Object.fromEntries(
    all.map((name) => [name, fields[name] === undefined ? {} : { errors: fields[name] }]),
  );
  const errors = whole.length === 0 ? { children } : { errors: whole, children };
  return new Refusal({ status: 400, body: { code: 400, message: 'Validation Failed', errors } });
}

export function tokenFor(service: Service, person: Person): string {
  return tokenOf(service.store, 'kimai', person.id).slice(0, 25);
}
/** `Bearer ` is case-sensitive. The two old headers work still, and are slowed down on purpose. */
export function admit(call: Call): void {
  const token = /^Bearer (\S+)$/.exec(call.header('authorization') ?? '')?.[1];
  const old = call.header('x-auth-token');
  const user = call.header('x-auth-user');
  const known = (text: string): Person | undefined =>
    personOfToken(call.store, text, (person) => tokenFor(call.service, person));
  const person =
    token !== undefined
      ? known(token)
      : old !== undefined && user !== undefined
        ? nameChecked(known(old), user)
        : undefined;
  if (person === undefined) {
    throw refuse(401);
  }
  call.admit(person);
}
function nameChecked(person: Person | undefined, username: string): Person | undefined {
  return person !== undefined && usernameOf(person) === username ? person : undefined;
}
export const SLOWED = 200;
export const isOldLogin = (call: Call): boolean => call.header('x-auth-token') !== undefined;

export function found<T extends Row>(table: Table<T>, call: Call): T {
  const row = table.get(Number(call.param('id')));
  if (row === undefined) {
    throw refuse(404);
  }
  return row;
}
export function requireAdmin(call: Call): void {
  if (!call.person.isAdmin) {
    throw refuse(403);
  }
}

/** 1 visible, 2 hidden, 3 both. */
export function isWanted(call: Call, isVisible: boolean): boolean {
  const wanted = call.query.whole('visible', 1);
  return wanted === 3 || isVisible === (wanted !== 2);
}
export const NO_EXTRA_FIELDS = 'This form should not contain extra fields.';
export const NOT_BLANK = 'This value should not be blank.';
