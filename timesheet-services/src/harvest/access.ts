/** Who calls Harvest: a bearer token, the number of the account, and a User-Agent, all three on every call. */
import type { Call } from '../core/call.ts';
import { WindowLimit } from '../core/limits.ts';
import type { Person } from '../core/model.ts';
import type { Service } from '../core/service.ts';
import { personOfToken, tokenOf } from '../core/signing.ts';
import { Refusal } from '../core/call.ts';
import { ACCOUNT_ID, toId } from './ids.ts';
import { refusalOf, refuse } from './refusals.ts';

const REQUESTS = 100;
const WINDOW = 15_000;

export function tokenFor(service: Service, person: Person): string {
  return `${toId('people', person.id)}.pt.${tokenOf(service.store, 'harvest', person.id)}`;
}
export function bearerOf(call: Call): Person {
  const token = /^Bearer (\S+)$/.exec(call.header('authorization') ?? '')?.[1];
  const person =
    token === undefined ? undefined : personOfToken(call.store, token, (one) => tokenFor(call.service, one));
  if (person === undefined) {
    throw refuse(401, '');
  }
  return person;
}

export function doorkeeper(): (call: Call) => void {
  const limit = new WindowLimit(REQUESTS, WINDOW);
  return (call) => {
    if ((call.header('user-agent') ?? '') === '') {
      throw refuse(400, 'A User-Agent header is required, with the name of your app and a way to reach you');
    }
    const person = bearerOf(call);
    if (call.header('harvest-account-id') !== String(ACCOUNT_ID)) {
      throw refuse(401, '');
    }
    call.admit(person);
    const verdict = limit.take(String(person.id), call.now());
    if (!verdict.isAllowed && call.service.hasLimits) {
      throw new Refusal({
        ...refusalOf(429, 'Too many requests'),
        headers: { 'Retry-After': String(verdict.resetsIn) },
      });
    }
  };
}
