/** Secrets and signatures, all of them repeatable: the same seed gives the same tokens on every machine. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Person } from './model.ts';
import type { Store } from './store.ts';

export function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}
export function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** A secret of a person for one face, 64 hex digits. */
export function tokenOf(store: Store, face: string, personId: number): string {
  return hmac(`timesheet service ${store.seed}`, `${face} ${personId}`);
}
/** Whose token it is, if of anybody who may still sign in. */
export function personOfToken(store: Store, token: string, tokenFor: (person: Person) => string): Person | undefined {
  return store.people.all().find((person) => person.isActive && isSame(tokenFor(person), token));
}
