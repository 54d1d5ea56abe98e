/** One org put together: schema, store, services and the compiled program. Nothing here is shared with another org. */
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
import { seedOrg, type OrgSettings, type SeededOrg } from './seedOrg.ts';
import { seedPermissions } from './seedPermissions.ts';
import { Seeder } from './seeder.ts';
import { seedSource } from './seedSource.ts';

export interface SourceFolder {
  readonly directory: string;
  readonly namespace?: string;
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
  const schema = buildSchema(trees, { features });
  const declarative = new DeclarativeLayer(schema, trees);
  const catalog = platformCatalog();
  const { program, units, errors } = compileProgram({
    sources: apexSources(trees),
    schema,
    catalog,
    hasLabel: (namespace, name) => declarative.hasLabel(namespace, name),
    parseCache: options.parseCacheDirectory === undefined ? null : new ParseCache(options.parseCacheDirectory),
    hasCoverage: options.hasCoverage ?? false,
  });
  const store = new MemoryStore(schema);
  const persistence = options.store === undefined ? null : Persistence.open(options.store, store);
  const clock = options.clock ?? new OrgClock(options.store === undefined ? null : join(options.store, CLOCK_FILE));
  const namespace = trees.find((tree) => tree.namespace !== '')?.namespace ?? '';
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
  const users = isNew ? seedOrg(seeder, settings) : findSeeded(store);
  const seeded = isNew
    ? seedTrees(seeder, trees, schema, options)
    : seedPermissions(new Seeder(new MemoryStore(schema), schema, clock.now()), trees, permissionOptions(options));
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

function seedTrees(
  seeder: Seeder,
  trees: readonly SourceTree[],
  schema: OrgSchema,
  options: LocalOrgOptions,
): ReturnType<typeof seedPermissions> {
  for (const tree of trees) {
    seedSource(seeder, tree, CURRENT_API_VERSION);
    seedCustomMetadata(seeder.store, schema, tree.customMetadata);
  }
  return seedPermissions(seeder, trees, permissionOptions(options));
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
