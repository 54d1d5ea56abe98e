/** `System.Schema`: describes by name. */
import { platformClass } from '../define.ts';
import type { ApexList } from '../../runtime/collections.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { describeMap, objectDescribe, objectToken } from '../Schema/tokens.ts';

const MAXIMUM_NAMES = 100;

function describeNamed(runtime: Runtime, names: ApexList): ApexList {
  if (names.items.length > MAXIMUM_NAMES) {
    return runtime.fail('System.LimitException', `Too many entities in describe call: ${names.items.length}`);
  }
  const { namespace } = runtime;
  const schema = runtime.org.packages.schemaFor(namespace);
  const found = (names.items as readonly string[]).map((name) => {
    const object = schema.find(name, namespace);
    return object === null
      ? runtime.fail(
          'System.InvalidParameterValueException',
          `Invalid sobject provided. The Schema.describeSObject() methods does not support the ${name} sobject.`,
        )
      : objectDescribe(runtime, object);
  });
  return runtime.newList('Schema.DescribeSObjectResult', found);
}

export default platformClass('System.Schema', {
  methods: {
    /** Objects of the org's own namespace are found without it too. */
    'static Map<String, Schema.SObjectType> getGlobalDescribe()': (runtime) =>
      describeMap(
        'Schema.SObjectType',
        [...runtime.org.packages.schemaFor(runtime.namespace).objects.values()].map(
          (object) => [object.name, objectToken(runtime, object)] as const,
        ),
      ),
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names)': describeNamed,
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names, Schema.SObjectDescribeOptions option)':
      describeNamed,
  },
});
