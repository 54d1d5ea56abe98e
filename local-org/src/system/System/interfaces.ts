/** Interfaces that user classes implement for sorting and loops. */
import { platformClass, type PlatformClass } from '../define.ts';

const declared = (): never => {
  throw new Error('A method of an interface has no code');
};

export const orderInterfaces: readonly PlatformClass[] = [
  platformClass('System.Comparable', { form: 'interface', methods: { 'Integer compareTo(Object other)': declared } }),
  platformClass('System.Comparator', {
    form: 'interface',
    typeParameters: ['T'],
    methods: { 'Integer compare(T first, T second)': declared },
  }),
  platformClass('System.Iterable', {
    form: 'interface',
    typeParameters: ['T'],
    methods: { 'System.Iterator<T> iterator()': declared },
  }),
];
