/**
 * The credentials of an org: those of its metadata, those that code made while it ran, and the secrets entered for
 * their principals. Definitions and secrets are kept with the rows and follow the transaction; secrets only sealed.
 */
import {
  definitionsOf,
  type Definitions,
  type ExternalCredentialDefinition,
  type NamedCredentialDefinition,
} from './definitions.ts';
import type { Vault } from './vault.ts';
import type { Store } from '../data/store.ts';
import type { SourceTree } from '../metadata/tree.ts';
import { ApexBlob } from '../values/value.ts';

export interface SecretValue {
  readonly value: string;
  readonly isEncrypted: boolean;
}
export type Secrets = Readonly<Record<string, SecretValue>>;

export interface Principal {
  /** With its namespace. */
  readonly externalCredential: string;
  readonly name: string;
  readonly type: string;
  /** Of a per-user principal. */
  readonly userId: string | null;
}

const EXTERNAL = '$ExternalCredential';
const NAMED = '$NamedCredential';
const SECRETS = '$Secret';

export class CredentialStore {
  /** Tokens of services by credential and principal, fetched when first needed: a restart fetches anew. */
  readonly tokens = new Map<string, string>();
  readonly #store: Store;
  readonly #vault: Vault;
  readonly #definitions: Definitions;
  readonly #trees: readonly SourceTree[];

  constructor(store: Store, vault: Vault, trees: readonly SourceTree[]) {
    this.#store = store;
    this.#vault = vault;
    this.#trees = trees;
    this.#definitions = definitionsOf(trees);
  }

  get external(): readonly ExternalCredentialDefinition[] {
    return [...this.#definitions.external, ...this.#made<ExternalCredentialDefinition>(EXTERNAL)];
  }
  get named(): readonly NamedCredentialDefinition[] {
    return [...this.#definitions.named, ...this.#made<NamedCredentialDefinition>(NAMED)];
  }
  #made<T>(table: string): readonly T[] {
    return [...this.#store.rows(table)].map((row) => JSON.parse(String(row['Definition'])) as T);
  }
  isRemoteSite(origin: string): boolean {
    return this.#definitions.remoteSites.has(origin);
  }

  /** By full name, else the one of the code's own namespace. */
  findExternal(name: string, namespace: string): ExternalCredentialDefinition | null {
    return named(this.external, name, namespace);
  }
  findNamed(name: string, namespace: string): NamedCredentialDefinition | null {
    return named(this.named, name, namespace);
  }
  saveExternal(definition: ExternalCredentialDefinition): void {
    this.#put(EXTERNAL, definition.name.toLowerCase(), { Definition: JSON.stringify(definition) });
  }
  saveNamed(definition: NamedCredentialDefinition): void {
    this.#put(NAMED, definition.name.toLowerCase(), { Definition: JSON.stringify(definition) });
  }
  deleteExternal(name: string): void {
    this.#store.purge(EXTERNAL, name.toLowerCase());
    for (const row of [...this.#store.rows(SECRETS)]) {
      if (row.Id.startsWith(`${name.toLowerCase()}/`)) {
        this.#store.purge(SECRETS, row.Id);
      }
    }
  }
  deleteNamed(name: string): void {
    this.#store.purge(NAMED, name.toLowerCase());
  }

  /** Null: nothing was entered, or under a key that is gone. */
  secrets(principal: Principal): Secrets | null {
    const id = secretId(principal);
    const sealed = this.#store.get(SECRETS, id)?.['Sealed'];
    const text = sealed instanceof ApexBlob ? this.#vault.unseal(id, sealed.bytes) : null;
    return text === null ? null : (JSON.parse(text) as Secrets);
  }
  saveSecrets(principal: Principal, secrets: Secrets): void {
    this.tokens.clear();
    const id = secretId(principal);
    this.#put(SECRETS, id, { Sealed: new ApexBlob(this.#vault.seal(id, JSON.stringify(secrets))) });
  }
  deleteSecrets(principal: Principal): boolean {
    this.tokens.clear();
    const id = secretId(principal);
    const isThere = this.#store.get(SECRETS, id) !== null;
    if (isThere) {
      this.#store.purge(SECRETS, id);
    }
    return isThere;
  }

  /** Permission sets and profiles of the metadata that give access to a principal, by name with namespace. */
  grantersOf(principal: Principal): readonly { readonly kind: string; readonly name: string }[] {
    const wanted = `${principal.externalCredential}-${principal.name}`.toLowerCase();
    return this.#trees.flatMap((tree) =>
      tree.permissions
        .filter((one) =>
          one.externalCredentialPrincipals.some((granted) => {
            const folded = granted.toLowerCase();
            return folded === wanted || `${tree.namespace}__${folded}` === wanted;
          }),
        )
        .map(({ kind, name }) => ({ kind, name })),
    );
  }

  #put(table: string, Id: string, values: Readonly<Record<string, string | ApexBlob>>): void {
    if (this.#store.get(table, Id) === null) {
      this.#store.insert(table, { ...values, Id });
    } else {
      this.#store.update(table, { ...values, Id });
    }
  }
}

const secretId = ({ externalCredential, name, type, userId }: Principal): string =>
  [externalCredential, name, type, userId ?? ''].join('/').toLowerCase();

function named<T extends { readonly name: string }>(all: readonly T[], name: string, namespace: string): T | null {
  const wanted = name.toLowerCase();
  const own = `${namespace}__${name}`.toLowerCase();
  return (
    all.find((one) => one.name.toLowerCase() === wanted) ?? all.find((one) => one.name.toLowerCase() === own) ?? null
  );
}
