/** Who calls, and how often; which version a change is based on; which creation is a repetition. */
import { createHash } from 'node:crypto';
import { Refusal, type Answer, type Call } from '../core/call.ts';
import { WindowLimit } from '../core/limits.ts';
import type { Person, Row } from '../core/model.ts';
import type { Service } from '../core/service.ts';
import { personOfToken, tokenOf } from '../core/signing.ts';
import { problemOf, refuse } from './problems.ts';

export const REQUESTS = 600;
export const WINDOW_SECONDS = 60;
const DAY = 86_400_000;

export function tokenFor(service: Service, person: Person): string {
  return `tsk_${tokenOf(service.store, 'open', person.id).slice(0, 40)}`;
}
export function doorkeeper(): (call: Call) => void {
  const limit = new WindowLimit(REQUESTS, WINDOW_SECONDS * 1000);
  return (call) => {
    const token = /^Bearer (\S+)$/i.exec(call.header('authorization') ?? '')?.[1];
    const person =
      token === undefined ? undefined : personOfToken(call.store, token, (one) => tokenFor(call.service, one));
    if (person === undefined) {
      throw refuse('unauthorized', 'Send "Authorization: Bearer" and a token of a person who may sign in.');
    }
    const verdict = limit.take(String(person.id), call.now());
    call.extraHeaders['RateLimit-Limit'] = String(verdict.limit);
    call.extraHeaders['RateLimit-Remaining'] = String(verdict.remaining);
    call.extraHeaders['RateLimit-Reset'] = String(verdict.resetsIn);
    if (!verdict.isAllowed && call.service.hasLimits) {
      const answer = problemOf('quota', `Ask again in ${verdict.resetsIn} seconds.`);
      throw new Refusal({ ...answer, headers: { ...answer.headers, 'Retry-After': String(verdict.resetsIn) } });
    }
    call.admit(person);
  };
}
export function requireAdmin(call: Call): void {
  if (!call.person.isAdmin) {
    throw refuse('forbidden', 'Only administrators may do this. Use a token of one.');
  }
}

export const etagOf = ({ version }: Row): string => `"${version}"`;

/** Refuses a change to a row that is not the one the caller knows. */
export function requireVersion(call: Call, row: Row): void {
  const wanted = call.header('if-match');
  if (wanted !== undefined && wanted !== '*' && wanted !== etagOf(row)) {
    throw refuse('version-conflict', `The version is ${etagOf(row)} now, not ${wanted}. Read the row, then decide.`, {
      currentVersion: row.version,
    });
  }
}

/** Answers a creation once: whoever asks again with the same key and body gets the same answer. */
export function once(call: Call, make: () => Answer): Answer {
  const key = call.header('idempotency-key');
  if (key === undefined) {
    return make();
  }
  const { remembered } = call.store;
  const name = `${call.person.id} ${call.parts.path} ${key}`;
  const hash = createHash('sha256').update(call.parts.text).digest('hex');
  const earlier = remembered.get(name);
  if (earlier !== undefined && call.now() < earlier.at + DAY) {
    if (earlier.hash !== hash) {
      throw refuse('key-reused', 'Take a new key for another body.');
    }
    const answer = JSON.parse(earlier.answer) as Answer;
    return { ...answer, headers: { ...answer.headers, 'Idempotency-Replayed': 'true' } };
  }
  const answer = make();
  remembered.set(name, { hash, at: call.now(), answer: JSON.stringify(answer) });
  return answer;
}
