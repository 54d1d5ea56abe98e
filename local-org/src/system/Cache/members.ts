/** The members that Org, Session and the partitions share; `partition` says which one is meant. */
import { type ApexSet, type ApexList } from '../../runtime/collections.ts';
import type { EnumValue } from '../../runtime/enumValue.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import type { TypeValue } from '../../runtime/typeValue.ts';
import type { ClassDescription, Code } from '../define.ts';
import { ApexDouble } from '../../values/value.ts';
import { nullValue } from '../support/numbers.ts';
import type { CachePartition } from './store.ts';

type Find = (runtime: Runtime, self: object | null) => CachePartition;

function manyKeys(cache: CachePartition, keys: ApexSet): readonly string[] {
  return [...keys.values()].map((key) => cache.checkKey(key as string | null));
}

/** Loads by the builder what is not there; its entries have keys of their own. */
function built(runtime: Runtime, cache: CachePartition, builder: TypeValue, key: string): ApexValue {
  const place = `${builder.name.replace(/\W/g, '')}${cache.checkKey(key)}`;
  if (!cache.has(place)) {
    if (!runtime.isAssignable(builder.name, 'Cache.CacheBuilder')) {
      runtime.fail('Cache.InvalidCacheBuilderException', `${builder.name} is not a CacheBuilder`);
    }
    const value = runtime.call(runtime.org.program.instantiate(runtime, builder.type), 'doLoad', [key]);
    if (value === null) {
      return null;
    }
    cache.put(place, value, null);
  }
  return cache.get(place);
}

/** `isStatic` for Org and Session, whose methods work on the default partition. */
export function cacheMembers(isStatic: boolean, find: Find): NonNullable<ClassDescription['methods']> {
  const prefix = isStatic ? 'static ' : '';
  const code =
    (run: (runtime: Runtime, cache: CachePartition, ...args: never[]) => unknown): Code =>
    (runtime, ...args: unknown[]) => {
      const self = isStatic ? null : (args.shift() as object);
      return (run as (runtime: Runtime, cache: CachePartition, ...rest: unknown[]) => unknown)(
        runtime,
        find(runtime, self),
        ...args,
      );
    };
  const put = code(
    (
      _runtime,
      cache: CachePartition,
      key: string | null,
      value: ApexValue,
      ...rest: (number | boolean | EnumValue | null)[]
    ) => {
      cache.put(cache.checkKey(key), value, typeof rest[0] === 'number' ? rest[0] : null);
      return null;
    },
  );
  return {
    [`${prefix}Boolean contains(String key)`]: code((_runtime, cache: CachePartition, key: string | null) =>
      cache.has(cache.checkKey(key)),
    ),
    [`${prefix}Map<String, Boolean> contains(Set<String> keys)`]: code(
      (runtime, cache: CachePartition, keys: ApexSet | null) => {
        const found = runtime.newMap('String', 'Boolean');
        for (const key of manyKeys(cache, keys ?? nullValue(runtime))) {
          found.put(key, cache.has(key));
        }
        return found;
      },
    ),
    [`${prefix}Object get(String key)`]: code((_runtime, cache: CachePartition, key: string | null) =>
      cache.get(cache.checkKey(key)),
    ),
    [`${prefix}Object get(System.Type cacheBuilder, String key)`]: code(
      (runtime, cache: CachePartition, builder: TypeValue | null, key: string) =>
        built(runtime, cache, builder ?? nullValue(runtime), key),
    ),
    [`${prefix}Map<String, Object> get(Set<String> keys)`]: code(
      (runtime, cache: CachePartition, keys: ApexSet | null) => {
        const found = runtime.newMap('String', 'Object');
        for (const key of manyKeys(cache, keys ?? nullValue(runtime))) {
          found.put(key, cache.get(key));
        }
        return found;
      },
    ),
    // The share of the partition in use: none of an empty one. How large entries are on the platform is not known here.
    [`${prefix}Double getCapacity()`]: code((runtime, cache: CachePartition) =>
      cache.keys().length === 0 ? new ApexDouble(0) : runtime.unsupported('Cache statistics: getCapacity'),
    ),
    [`${prefix}Set<String> getKeys()`]: code((runtime, cache: CachePartition) =>
      runtime.newSet('String', cache.keys()),
    ),
    [`${prefix}Long getNumKeys()`]: code((_runtime, cache: CachePartition) => BigInt(cache.keys().length)),
    [`${prefix}void put(String key, Object value)`]: put,
    [`${prefix}void put(String key, Object value, Cache.Visibility visibility)`]: put,
    [`${prefix}void put(String key, Object value, Integer ttlSecs)`]: put,
    [`${prefix}void put(String key, Object value, Integer ttlSecs, Cache.Visibility visibility, Boolean immutable)`]:
      put,
    [`${prefix}Boolean remove(String key)`]: code((_runtime, cache: CachePartition, key: string | null) =>
      cache.remove(cache.checkKey(key)),
    ),
    [`${prefix}Boolean remove(System.Type cacheBuilder, String key)`]: code(
      (runtime, cache: CachePartition, builder: TypeValue | null, key: string | null) =>
        cache.remove(`${(builder ?? nullValue(runtime)).name.replace(/\W/g, '')}${cache.checkKey(key)}`),
    ),
  };
}

export function listContains(runtime: Runtime, cache: CachePartition, keys: ApexList): unknown {
  return runtime.newList(
    'Boolean',
    keys.items.map((key) => cache.has(cache.checkKey(key as string | null))),
  );
}
