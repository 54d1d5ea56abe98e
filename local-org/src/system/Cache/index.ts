/** The Cache namespace. Partitions need not be declared: any name gives one. */
import type { ApexList } from '../../runtime/collections.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { executionContext } from '../../async/executionContext.ts';
import { platformClass, platformEnum, platformException, type PlatformClass } from '../define.ts';
import { nullValue } from '../support/numbers.ts';
import { cacheMembers, listContains } from './members.ts';
import { CachePartition, TTL } from './store.ts';

class PartitionValue extends PlatformObject {
  readonly apexType: string;
  readonly cache: CachePartition;
  constructor(kind: 'org' | 'session', cache: CachePartition) {
    super();
    this.apexType = kind === 'org' ? 'Cache.OrgPartition' : 'Cache.SessionPartition';
    this.cache = cache;
  }
}

/** A session exists where a person waits: not in queued work. */
const hasSession = (runtime: Runtime): boolean =>
  ['synchronous', 'anonymous', 'test', 'rest'].includes(executionContext(runtime).kind);
function sessionCache(runtime: Runtime, name: string | null): CachePartition {
  return hasSession(runtime)
    ? new CachePartition(runtime, 'session', name)
    : runtime.fail('Cache.SessionCacheNoSessionException', 'Cache.Session is not available');
}

const partition = (name: string): PlatformClass =>
  platformClass(name, {
    ...(name === 'Cache.Partition' ? {} : { extends: 'Cache.Partition' }),
    isVirtual: true,
    methods: {
      ...cacheMembers(false, (_runtime, self) => (self as PartitionValue).cache),
      'static String createFullyQualifiedKey(String namespace, String partition, String key)': (
        _runtime,
        namespace: string,
        name: string,
        key: string,
      ) => `${namespace}.${name}.${key}`,
      'static String createFullyQualifiedPartition(String namespace, String partition)': (
        _runtime,
        namespace: string,
        name: string,
      ) => `${namespace}.${name}`,
      'String getName()': (_runtime, self: PartitionValue) => self.cache.name,
      'Boolean isAvailable()': (runtime, self: PartitionValue) =>
        self.apexType === 'Cache.OrgPartition' || hasSession(runtime),
    },
  });

const entry = (kind: 'org' | 'session'): PlatformClass => {
  const title = kind === 'org' ? 'Org' : 'Session';
  const find = (runtime: Runtime, name: string | null): CachePartition =>
    kind === 'org' ? new CachePartition(runtime, kind, name) : sessionCache(runtime, name);
  return platformClass(`Cache.${title}`, {
    methods: {
      ...cacheMembers(true, (runtime) => find(runtime, null)),
      [`static Cache.${title}Partition getPartition(String partitionName)`]: (runtime: Runtime, name: string | null) =>
        new PartitionValue(kind, new CachePartition(runtime, kind, name ?? nullValue(runtime))),
      ...(kind === 'org'
        ? {
            'static List<Boolean> contains(List<String> keys)': (runtime: Runtime, keys: ApexList | null) =>
              listContains(runtime, find(runtime, null), keys ?? nullValue(runtime)),
          }
        : { 'static Boolean isAvailable()': hasSession }),
    },
    properties: { 'static Integer MAX_TTL_SECS': () => (kind === 'org' ? TTL.org : TTL.session) },
  });
};

export const cacheClasses: readonly PlatformClass[] = [
  entry('org'),
  entry('session'),
  partition('Cache.Partition'),
  partition('Cache.OrgPartition'),
  partition('Cache.SessionPartition'),
  platformEnum('Cache.Visibility', ['ALL', 'NAMESPACE']),
  platformClass('Cache.CacheBuilder', {
    form: 'interface',
    methods: { 'Object doLoad(String key)': (runtime) => runtime.unsupported('Cache.CacheBuilder.doLoad') },
  }),
  ...[
    'CacheException',
    'CacheBuilderExecutionException',
    'InvalidCacheBuilderException',
    'InvalidParamException',
    'ItemSizeLimitExceededException',
    'PlatformCacheInvalidOperationException',
  ].map((name) => platformException(`Cache.${name}`)),
  platformException('Cache.Org.OrgCacheException'),
  platformException('Cache.SessionCacheException'),
  platformException('Cache.SessionCacheNoSessionException'),
];
