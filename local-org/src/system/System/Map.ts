/**
 * Maps. Keys keep the order they came in. The compiler writes construction itself. A loop over the keys locks the set
 * it walks, not the map: tests of public projects remove from a map while they walk its `keySet()`.
 */
import { platformClass, type PlatformClass } from '../define.ts';
import { ApexKeySet, ApexList, type ApexMap } from '../../runtime/collections.ts';
import { makeKeyOf } from '../../runtime/keys.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { SObjectValue } from '../../runtime/sobject.ts';
import { objectToken } from '../Schema/tokens.ts';
import { emitted } from './List.ts';
import { cloneRow } from './rowClone.ts';

function copy(runtime: Runtime, self: ApexMap, change: (value: ApexValue) => ApexValue): ApexMap {
  const made = runtime.newMap(self.keyType, self.valueType);
  for (const { key, value } of self.entries.values()) {
    made.put(key, change(value));
  }
  return made;
}

function refuseNull(runtime: Runtime): never {
  return runtime.fail('System.NullPointerException', 'Argument 1 cannot be null');
}

const map: PlatformClass = platformClass('System.Map', {
  typeParameters: ['K', 'V'],
  constructors: { '()': emitted, '(Map<K, V> entries)': emitted, '(List<SObject> rows)': emitted },
  methods: {
    'void clear()': (_runtime, self: ApexMap) => {
      self.clear();
    },
    'Map<K, V> clone()': (runtime, self: ApexMap) => copy(runtime, self, (value) => value),
    'Boolean containsKey(K key)': (_runtime, self: ApexMap, key: ApexValue) => self.has(key),
    'Map<K, V> deepClone()': (runtime, self: ApexMap) =>
      copy(runtime, self, (value) =>
        value instanceof SObjectValue
          ? cloneRow(runtime, value, {
              preserveId: true,
              preserveTimestamps: true,
              preserveAutonumber: true,
              isDeep: true,
            })
          : value,
      ),
    'Boolean equals(Object other)': (runtime, self: ApexMap, other: ApexValue) => runtime.equals(self, other),
    'V get(K key)': (_runtime, self: ApexMap, key: ApexValue) => self.get(key),
    'Schema.SObjectType getSObjectType()': (runtime, self: ApexMap) => {
      const object = runtime.org.schema.find(self.valueType);
      return object === null ? null : objectToken(runtime, object);
    },
    'Integer hashCode()': (runtime, self: ApexMap) => runtime.hash(self),
    'Boolean isEmpty()': (_runtime, self: ApexMap) => self.size === 0,
    'Set<K> keySet()': (runtime, self: ApexMap) => new ApexKeySet(self, makeKeyOf(runtime)),
    'V put(K key, V value)': (_runtime, self: ApexMap, key: ApexValue, value: ApexValue) => self.put(key, value),
    'void putAll(Map<K, V> entries)': (runtime, self: ApexMap, from: ApexMap | null) => {
      for (const { key, value } of [...(from ?? refuseNull(runtime)).entries.values()]) {
        self.put(key, value);
      }
    },
    'void putAll(List<SObject> rows)': (runtime, self: ApexMap, rows: ApexList | null) => {
      (rows ?? refuseNull(runtime)).items.forEach((row, index) => {
        if (!(row instanceof SObjectValue)) {
          return runtime.fail('System.ListException', `Null row at index: ${index}`);
        }
        self.put(row.id, row);
      });
    },
    'V remove(K key)': (_runtime, self: ApexMap, key: ApexValue) => self.remove(key),
    'Integer size()': (_runtime, self: ApexMap) => self.size,
    'String toString()': (runtime, self: ApexMap) => runtime.text(self),
    'List<V> values()': (_runtime, self: ApexMap) => new ApexList(self.valueType, [...self.values()]),
  },
});

export default map;
