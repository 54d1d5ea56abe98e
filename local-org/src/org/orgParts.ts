/** One org put together: schema, store, services and the compiled program. Nothing here is shared with another org. */
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { CredentialStore } from '../callouts/credentialStore.ts';
import { LoggedCallouts } from '../callouts/log.ts';
import { Vault } from '../callouts/vault.ts';
import { AsyncEngine } from '../async/engine.ts';
import { compileProgram, type LinkedProgram } from '../apex/program.ts';
import type { CompileError } from '../apex/types.ts';
import type { SourceUnit } from '../apex/check/checkProgram.ts';
import { ParseCache } from '../apex/parse/parseCache.ts';
import { subscriberConfigs } from './subscriberConfigs.ts';
import { buildSchema, MemoryStore, Persistence } from '../data/index.ts';
import { copyRows, hasRows } from '../data/store/copyFiles.ts';
import { PlatformDml } from '../data/dml/engine.ts';
import type { OrgSchema } from '../data/schema.ts';
import { DeclarativeLayer, seedCustomMetadata } from '../declarative/index.ts';
import { loadSource } from '../metadata/load.ts';
import type { SourceTree } from '../metadata/tree.ts';
import type { Stopwatch } from '../runtime/limits.ts';
import type { Callouts, Clock, OrgContext } from '../runtime/runtime.ts';
import { userRecordAccessTable } from '../security/userRecordAccess.ts';
import { SecurityService } from '../security/service.ts';
import { SoqlEngine } from '../soql/engine.ts';
import { VIRTUAL_TABLES } from '../soql/virtual/index.ts';
import { platformCatalog } from '../system/index.ts';
import type { PlatformCatalog } from '../system/catalog.ts';
import { CLOCK_FILE, OrgClock } from './orgClock.ts';
import { apexSources, CURRENT_API_VERSION } from './compile.ts';
import { Deployment } from './deployment.ts';
import { takeIdentity } from './identity.ts';
import { seedOrg, seedSchemaRows, type OrgSettings, type SeededOrg } from './seedOrg.ts';
import { Packages } from './packages.ts';
import { seedPermissions } from './seedPermissions.ts';
import { Seeder } from './seeder.ts';
import { keepPrefixes, keptPrefixes } from './keptPrefixes.ts';
import { seedSource } from './seedSource.ts';

export interface SourceFolder {
  readonly directory: string;
  readonly namespace?: string;
  /** An installed managed package of that namespace; else the namespace is the org's own. */
  readonly isManaged?: boolean;
}
export interface LocalOrgOptions {
  readonly sources: readonly SourceFolder[];
  /** `multiCurrency`, `personAccounts`, `stateAndCountryPicklists`. */
  readonly features?: readonly string[];
  readonly clock?: Clock;
  /** A folder that keeps the rows; without one they live in memory. */
  readonly store?: string;
  readonly parseCacheDirectory?: string;
  readonly hasCoverage?: boolean;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly language?: string;
  readonly currency?: string;
  readonly organizationName?: string;
  /** 15 or 18 characters that begin with 00D; an org that is kept takes it as its own. */
  readonly organizationId?: string;
  /** The org is a sandbox of that name: a copy of the org in the folder `of`, made when `store` holds none yet. */
  readonly sandbox?: { readonly name: string; readonly of?: string };
  /** Queueable jobs in a chain: 5 as in a trial org; null for no bound. */
  readonly maximumQueueableDepth?: number | null;
  /** False: administrators see only the fields that metadata grants them, as after a deployment of bare metadata. */
  readonly doesAdminSeeAllFields?: boolean;
  readonly callouts?: Callouts;
  /** What the CPU limit is measured with; the machine's clock without it. */
  readonly stopwatch?: Stopwatch;
}

export interface OrgParts {
  readonly context: OrgContext;
  readonly program: LinkedProgram;
  readonly catalog: PlatformCatalog;
  readonly trees: readonly SourceTree[];
  readonly units: readonly SourceUnit[];
  readonly errors: readonly CompileError[];
  readonly users: SeededOrg;
  readonly asyncWork: AsyncEngine;
  readonly queries: SoqlEngine;
  readonly store: MemoryStore;
  readonly persistence: Persistence | null;
  readonly declarative: DeclarativeLayer;
  readonly stopwatch: Stopwatch | undefined;
}

export function buildOrg(options: LocalOrgOptions): OrgParts {
  const features = new Set(options.features ?? []);
  const trees = loadTrees(options.sources);
  const isCopied = options.sandbox?.of !== undefined && options.store !== undefined && !hasRows(options.store);
  const keyPrefixes = keptPrefixes((isCopied ? options.sandbox?.of : options.store) ?? null);
  const schema = buildSchema(trees, { features, keyPrefixes });
  const managed = options.sources.filter((one) => one.isManaged === true).map((one) => one.namespace ?? '');
  const packages = new Packages(
    managed.filter((one) => one !== ''),
    schema,
  );
  const declarative = new DeclarativeLayer(schema, trees, packages);
  const catalog = platformCatalog();
  const { program, units, errors } = compileProgram({
    sources: apexSources(trees),
    schema,
    catalog,
    guardedSchema: packages.guardedSchema,
    hasLabel: (namespace, name, viewer) => declarative.hasLabel(namespace, name, viewer),
    parseCache: options.parseCacheDirectory === undefined ? null : new ParseCache(options.parseCacheDirectory),
    hasCoverage: options.hasCoverage ?? false,
  });
  const store = new MemoryStore(schema);
  if (isCopied) {
    copyOrg(options.sandbox?.of ?? '', options.store ?? '');
  }
  if (options.store !== undefined) {
    keepPrefixes(options.store, schema);
  }
  const persistence = options.store === undefined ? null : Persistence.open(options.store, store);
  const clock = options.clock ?? new OrgClock(options.store === undefined ? null : join(options.store, CLOCK_FILE));
  const namespace = trees.find((tree) => tree.namespace !== '' && !packages.has(tree.namespace))?.namespace ?? '';
  const settings: OrgSettings = {
    name: options.organizationName ?? 'Local Org',
    timeZone: options.timeZone ?? 'America/Los_Angeles',
    locale: options.locale ?? 'en_US',
    language: options.language ?? 'en_US',
    currency: options.currency ?? 'USD',
    features,
    namespace,
  };
  const seeder = new Seeder(store, schema, clock.now());
  const isNew = store.count('Organization') === 0;
  const users = takeIdentity(store, isNew ? seedOrg(seeder, settings) : findSeeded(store), {
    organizationId: options.organizationId ?? null,
    sandboxName: options.sandbox?.name ?? null,
  });
  const seeded = deploy(new Deployment(store, schema, clock.now()), { users, trees, packages, options });
  store.commit();
  const security = new SecurityService(store, schema, seeded);
  const asyncWork = new AsyncEngine({
    callStatic: (runtime, className, method, args) => {
      const type = program.findType(className, null);
      return type === null ? undefined : void program.callStatic(runtime, type, method, args);
    },
    automatedProcessId: () => users.automatedProcessId,
    maximumStackDepth: options.maximumQueueableDepth === undefined ? 5 : options.maximumQueueableDepth,
    subscribers: trees.flatMap(subscriberConfigs),
  });
  const queries = new SoqlEngine([...VIRTUAL_TABLES, ...accessTables(schema)]);
  const context: OrgContext = {
    id: users.organizationId,
    namespace,
    packages,
    schema,
    store,
    clock,
    security,
    declarative,
    queries,
    dml: new PlatformDml(),
    asyncWork,
    program,
    callouts: new LoggedCallouts(options.callouts ?? { send: () => null }, clock),
    credentials: new CredentialStore(store, Vault.open(options.store ?? null), trees),
    state: new Map(),
    features,
  };
  return {
    context,
    program,
    catalog,
    trees,
    units,
    errors,
    users,
    asyncWork,
    queries,
    store,
    persistence,
    declarative,
    stopwatch: options.stopwatch,
  };
}

/** Rows and clock. Keys stay behind, as each org has its own: secrets must be entered again. */
function copyOrg(from: string, to: string): void {
  copyRows(from, to);
  if (existsSync(join(from, CLOCK_FILE))) {
    copyFileSync(join(from, CLOCK_FILE), join(to, CLOCK_FILE));
  }
}

function accessTables(schema: OrgSchema): ReturnType<typeof userRecordAccessTable>[] {
  const object = schema.find('UserRecordAccess');
  return object === null ? [] : [userRecordAccessTable(object)];
}

/** Folders of one namespace make one tree. */
function loadTrees(sources: readonly SourceFolder[]): readonly SourceTree[] {
  const byNamespace = new Map<string, string[]>();
  for (const { directory, namespace = '' } of sources) {
    byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), directory]);
  }
  return [...byNamespace].map(([namespace, directories]) => loadSource(directories, { namespace }));
}

const permissionOptions = (options: LocalOrgOptions): { readonly doesAdminSeeAllFields: boolean } => ({
  doesAdminSeeAllFields: options.doesAdminSeeAllFields ?? true,
});

/** At every start: what the sources say now is what the org has. */
function deploy(
  rows: Deployment,
  {
    users,
    trees,
    packages,
    options,
  }: Pick<OrgParts, 'users' | 'trees'> & { readonly packages: Packages; readonly options: LocalOrgOptions },
): ReturnType<typeof seedPermissions> {
  rows.userId = users.adminId;
  seedSchemaRows(rows);
  for (const tree of trees) {
    seedSource(rows, tree, { defaultVersion: CURRENT_API_VERSION, isManaged: packages.has(tree.namespace) });
    seedCustomMetadata(rows.store, rows.schema, tree.customMetadata, (object, row) => rows.place(object, row));
  }
  const extras = seedPermissions(rows, trees, permissionOptions(options));
  rows.finish();
  return extras;
}

function findSeeded(store: MemoryStore): SeededOrg {
  const id = (object: string, isIt: (row: Readonly<Record<string, unknown>>) => boolean): string =>
    [...store.rows(object)].find(isIt)?.Id ?? '';
  return {
    organizationId: id('Organization', () => true),
    adminId: id('User', (row) => row['Alias'] === 'admin'),
    automatedProcessId: id('User', (row) => row['UserType'] === 'AutomatedProcess'),
  };
}
