/** Who calls Clockify, and its errors: a message and a number of its own, 400 where others say 404. */
import { Refusal, type Answer, type Call } from '../core/call.ts';
import { WindowLimit } from '../core/limits.ts';
import type { Person, Row } from '../core/model.ts';
import type { Service } from '../core/service.ts';
import { isSame, personOfToken, tokenOf } from '../core/signing.ts';
import type { Table } from '../core/table.ts';
import { numberOf, WORKSPACE_ID, type HexKind } from './ids.ts';

const HOUR = 3_600_000;
const SECOND = 1000;
const PER_HOUR_FREE = 30;
const PER_SECOND = 50;

const GENERIC = 3000;
const VALIDATION = 501;
const NO_CREDENTIAL = 1000;
const UNKNOWN_KEY = 4003;
const FORBIDDEN = 4017;

export function refusalOf(status: number, message: string): Answer {
  const code = status === 400 ? VALIDATION : status === 401 ? UNKNOWN_KEY : status === 403 ? FORBIDDEN : GENERIC;
  return { status, body: { message, code } };
}
export function refuse(status: number, message: string): Refusal {
  return new Refusal(refusalOf(status, message));
}
/** Also what is not there at all is only not this workspace's. */
export function notHere(what: string): Refusal {
  return refuse(400, `${what} doesn't belong to Workspace`);
}

export function keyFor(service: Service, person: Person): string {
  return Buffer.from(tokenOf(service.store, 'clockify', person.id).slice(0, 36), 'hex').toString('base64');
}
export function addonTokenFor(service: Service): string {
  return `addon.${tokenOf(service.store, 'clockify add-on', 0)}`;
}

export function doorkeeper(service: Service): (call: Call) => void {
  const perHour = new WindowLimit(PER_HOUR_FREE, HOUR);
  const perSecond = new WindowLimit(PER_SECOND, SECOND);
  return (call) => {
    const key = call.header('x-api-key');
    const addon = call.header('x-addon-token');
    if ((key === undefined) === (addon === undefined)) {
      const message = 'Full authentication is required to access this resource';
      throw new Refusal({ status: 401, body: { message, code: NO_CREDENTIAL } });
    }
    const person =
      key !== undefined
        ? personOfToken(call.store, key, (one) => keyFor(service, one))
        : isSame(addon ?? '', addonTokenFor(service))
          ? call.store.admin()
          : undefined;
    if (person === undefined) {
      throw refuse(401, 'Api key does not exist');
    }
    call.admit(person);
    const limit = service.plan === 'free' ? perHour : perSecond;
    const verdict = limit.take(WORKSPACE_ID, call.now());
    if (!verdict.isAllowed && service.hasLimits) {
      throw new Refusal({
        ...refusalOf(429, 'Too many requests'),
        headers: {
          'Retry-After': String(verdict.resetsIn),
          'X-RateLimit-Reset': String(Math.ceil(call.now() / SECOND) + verdict.resetsIn),
        },
      });
    }
  };
}
export function requireWorkspace(call: Call): void {
  if (call.param('workspace') !== WORKSPACE_ID) {
    throw refuse(403, 'Access Denied');
  }
}
export function requireAdmin(call: Call): void {
  if (!call.person.isAdmin) {
    throw refuse(403, 'Access Denied');
  }
}
export function found<T extends Row>(table: Table<T>, kind: HexKind, text: string | undefined): T {
  const row = table.get(numberOf(kind, text));
  if (row === undefined) {
    throw notHere(
      `${kind === 'entry' ? 'Time entry' : kind.slice(0, 1).toUpperCase() + kind.slice(1)} with id ${text ?? ''}`,
    );
  }
  return row;
}

const PAGE = 50;
const LARGEST_PAGE = 200;

/** A bare list; a header tells whether it is the last page. Larger pages are cut to 200. */
export function paged<T>(call: Call, rows: readonly T[], show: (row: T) => unknown): Answer {
  const wanted = call.query.whole('page-size', PAGE);
  const number = call.query.whole('page', 1);
  if (!(wanted >= 1 && number >= 1)) {
    throw refuse(400, 'page and page-size must be whole numbers from 1 on');
  }
  const size = Math.min(wanted, LARGEST_PAGE);
  const shown = call.slice(rows, (number - 1) * size, size);
  return {
    status: 200,
    headers: { 'Last-Page': String(number * size >= rows.length) },
    body: shown.map(show),
  };
}
/** Left out means both. */
export function isWanted(call: Call, isArchived: boolean): boolean {
  const wanted = call.query.flag('archived');
  return wanted === undefined || wanted === isArchived;
}
