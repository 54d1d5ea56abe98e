/** System.Type: a type as a value. */
import { ApexList, type ApexMap, type ApexSet } from '../../runtime/collections.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { TypeValue } from '../../runtime/typeValue.ts';
import { platformClass } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';
import { hashCode } from './string/textTools.ts';

/** A class with the name of a standard object hides the object in source, but not here (projects that test it so). */
function find(runtime: Runtime, namespace: string | null, name: string): TypeValue | null {
  const isObject = !/\W|__/.test(name) && runtime.org.schema.find(name) !== null;
  const type = runtime.org.program.findType(isObject ? `Schema.${name}` : name, namespace);
  return type === null || type.kind === 'unknown' ? null : new TypeValue(type);
}

function newInstance(runtime: Runtime, { type }: TypeValue): ApexValue {
  switch (type.kind) {
    case 'user':
      return runtime.org.program.instantiate(runtime, type);
    case 'list':
      return new ApexList(type.element.name);
    case 'set':
      return runtime.newSet(type.element.name) satisfies ApexSet;
    case 'map':
      return runtime.newMap(type.key.name, type.value.name) satisfies ApexMap;
    case 'sobject':
      return type.object === null
        ? runtime.fail('System.TypeException', 'Invalid conversion from runtime type SObject')
        : runtime.newRow(type.object);
    case 'platform': {
      const make = type.class.constructors.find((one) => one.parameters.length === 0);
      return make === undefined
        ? runtime.unsupported(`Type.newInstance of ${type.name}`)
        : (make.run as (runtime: Runtime) => ApexValue)(runtime);
    }
    default:
      return runtime.unsupported(`Type.newInstance of ${type.name}`);
  }
}

export default platformClass('System.Type', {
  methods: {
    ...withoutNulls({
      'static System.Type forName(String fullyQualifiedName)': (runtime, name: string) => find(runtime, null, name),
      'Boolean isAssignableFrom(System.Type sourceType)': (runtime, self: TypeValue, source: TypeValue) =>
        runtime.isAssignable(source.name, self.name),
    }),
    'static System.Type forName(String namespace, String name)': (
      runtime,
      namespace: string | null,
      name: string | null,
    ) => (name === null ? null : find(runtime, namespace, name)),
    'Boolean equals(Object other)': (_runtime, self: TypeValue, other: unknown) =>
      other instanceof TypeValue && other.name === self.name,
    'String getName()': (_runtime, self: TypeValue) => self.name,
    'Integer hashCode()': (_runtime, self: TypeValue) => hashCode(self.name),
    'Object newInstance()': newInstance,
    'String toString()': (_runtime, self: TypeValue) => self.name,
  },
});
