/**
 * Which org this is. An org that is given another id, or that was copied to be a sandbox, becomes that one: rows that
 * name the organization name the new one, and people get the names they have in a sandbox (Salesforce Help, "Users and
 * Contacts" of sandboxes: the sandbox's name behind each username, `.invalid` behind each address but that of who made
 * the copy). Ids of records and scheduled jobs stay as they are.
 */
import { makeId, normalizeId } from '../data/ids.ts';
import type { MemoryStore } from '../data/index.ts';
import type { Row } from '../data/store.ts';
import type { Value } from '../values/value.ts';
import type { SeededOrg } from './seedOrg.ts';

export interface Identity {
  /** 15 or 18 characters that begin with 00D; null leaves the id to the org. */
  readonly organizationId: string | null;
  /** Of the sandbox the org is; null for an org that is none, or is one already. */
  readonly sandboxName: string | null;
}

/** What a sandbox is called, for its address. */
export const SANDBOX = '$Sandbox';

const ORGANIZATION = 'Organization';
const MOST_SANDBOX_NAME = 10;

/** Throws on what is no id of an organization. */
export function organizationIdOf(text: string): string {
  const id = normalizeId(text);
  if (id?.startsWith('00D') !== true) {
    throw new Error(`"${text}" is not the id of an organization: 15 or 18 letters and digits that begin with 00D`);
  }
  return id;
}
function sandboxNameOf(text: string): string {
  if (!/^[a-z][a-z0-9]*$/i.test(text) || text.length > MOST_SANDBOX_NAME) {
    throw new Error(`"${text}" is not the name of a sandbox: at most ${MOST_SANDBOX_NAME} letters and digits`);
  }
  return text;
}

/** Gives the org's own rows after the change. */
export function takeIdentity(store: MemoryStore, users: SeededOrg, identity: Identity): SeededOrg {
  const before = users.organizationId;
  const isSandbox = store.get(ORGANIZATION, before)?.['IsSandbox'] === true;
  const sandboxName = identity.sandboxName === null || isSandbox ? null : sandboxNameOf(identity.sandboxName);
  const organizationId =
    identity.organizationId !== null
      ? organizationIdOf(identity.organizationId)
      : sandboxName === null
        ? before
        : makeId('00D', numberOf(`${before}/${sandboxName}`));
  if (organizationId !== before) {
    rename(store, before, organizationId);
  }
  if (sandboxName !== null) {
    makeSandbox(store, organizationId, sandboxName, users.adminId);
  }
  store.commit();
  return { ...users, organizationId };
}

function rename(store: MemoryStore, before: string, after: string): void {
  const own = store.get(ORGANIZATION, before);
  if (own !== null) {
    store.purge(ORGANIZATION, before);
    store.insert(ORGANIZATION, { ...own, Id: after });
  }
  for (const table of [...store.tables]) {
    for (const row of [...table.rows(true)]) {
      // A text that names the org was written by somebody, and tells of a copy that it is one.
      const named = Object.entries(row).filter(
        ([field, value]) => value === before && table.object.fields.get(field.toLowerCase())?.type === 'reference',
      );
      if (named.length > 0) {
        const changed = Object.fromEntries(named.map(([field]) => [field, after]));
        store.update(table.object.name, { ...row, ...changed, Id: row.Id });
      }
    }
  }
}

function makeSandbox(store: MemoryStore, organizationId: string, name: string, adminId: string): void {
  change(store, ORGANIZATION, store.get(ORGANIZATION, organizationId), {
    IsSandbox: true,
    InstanceName: 'LCL2S',
    TrialExpirationDate: null,
  });
  for (const user of [...store.rows('User')]) {
    const { Username, Email } = user;
    change(store, 'User', user, {
      ...(typeof Username === 'string' ? { Username: `${Username}.${name}` } : {}),
      ...(typeof Email === 'string' && user.Id !== adminId ? { Email: `${Email}.invalid` } : {}),
    });
  }
  store.insert(SANDBOX, { Id: 'this', Name: name });
}

function change(store: MemoryStore, object: string, row: Row | null, values: Readonly<Record<string, Value>>): void {
  if (row !== null) {
    store.update(object, { ...row, ...values, Id: row.Id });
  }
}

/** The same copy gets the same id each time. */
function numberOf(text: string): number {
  let hash = 7;
  for (const character of text) {
    hash = (hash * 31 + character.charCodeAt(0)) % 0x1fffffffffff;
  }
  return hash;
}
