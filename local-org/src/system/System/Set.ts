/** Sets. The compiler writes construction itself. */
import { platformClass, type PlatformClass } from '../define.ts';
import { checkUnlocked } from '../../runtime/collectionGuard.ts';
import { ApexList, type ApexSet } from '../../runtime/collections.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { ItemIterator } from './Iterator.ts';
import { emitted } from './List.ts';

type Items = ApexList | ApexSet | null;

function itemsOf(runtime: Runtime, items: Items): readonly ApexValue[] {
  if (items === null) {
    return runtime.fail('System.NullPointerException', 'Argument 1 cannot be null');
  }
  return items instanceof ApexList ? [...items.items] : [...items.values()];
}

function unlocked(runtime: Runtime, set: ApexSet): ApexSet {
  checkUnlocked(runtime, set);
  return set;
}

/** True when `change` was true for any item. */
function anyOf(items: readonly ApexValue[], change: (item: ApexValue) => boolean): boolean {
  return items.reduce<boolean>((changed, item) => change(item) || changed, false);
}

function addAll(runtime: Runtime, self: ApexSet, items: Items): boolean {
  const target = unlocked(runtime, self);
  return anyOf(itemsOf(runtime, items), (item) => target.add(item));
}
function removeAll(runtime: Runtime, self: ApexSet, items: Items): boolean {
  const target = unlocked(runtime, self);
  return anyOf(itemsOf(runtime, items), (item) => target.remove(item));
}
function retainAll(runtime: Runtime, self: ApexSet, items: Items): boolean {
  const target = unlocked(runtime, self);
  const kept = runtime.newSet(self.elementType, itemsOf(runtime, items));
  return anyOf([...self.values()], (item) => !kept.has(item) && target.remove(item));
}
const containsAll = (runtime: Runtime, self: ApexSet, items: Items): boolean =>
  itemsOf(runtime, items).every((item) => self.has(item));

const set: PlatformClass = platformClass('System.Set', {
  typeParameters: ['T'],
  implements: ['Iterable<T>'],
  constructors: {
    '()': emitted,
    '(Integer size)': emitted,
    '(List<T> items)': emitted,
    '(Set<T> items)': emitted,
    '(Iterable<T> items)': emitted,
  },
  methods: {
    'Boolean add(T item)': (runtime, self: ApexSet, item: ApexValue) => unlocked(runtime, self).add(item),
    'Boolean addAll(List<T> items)': addAll,
    'Boolean addAll(Set<T> items)': addAll,
    'void clear()': (runtime, self: ApexSet) => {
      unlocked(runtime, self).clear();
    },
    'Set<T> clone()': (runtime, self: ApexSet) => runtime.newSet(self.elementType, self.values()),
    'Boolean contains(T item)': (_runtime, self: ApexSet, item: ApexValue) => self.has(item),
    'Boolean containsAll(List<T> items)': containsAll,
    'Boolean containsAll(Set<T> items)': containsAll,
    'Boolean equals(Object other)': (runtime, self: ApexSet, other: ApexValue) => runtime.equals(self, other),
    'Integer hashCode()': (runtime, self: ApexSet) => runtime.hash(self),
    'Boolean isEmpty()': (_runtime, self: ApexSet) => self.size === 0,
    'Iterator<T> iterator()': (_runtime, self: ApexSet) => new ItemIterator([...self.values()]),
    'Boolean remove(T item)': (runtime, self: ApexSet, item: ApexValue) => unlocked(runtime, self).remove(item),
    'Boolean removeAll(List<T> items)': removeAll,
    'Boolean removeAll(Set<T> items)': removeAll,
    'Boolean retainAll(List<T> items)': retainAll,
    'Boolean retainAll(Set<T> items)': retainAll,
    'Integer size()': (_runtime, self: ApexSet) => self.size,
    'String toString()': (runtime, self: ApexSet) => runtime.text(self),
  },
});
export default set;
