/** `System.EventBus`. */
import { asyncEngine } from '../../async/access.ts';
import { ApexList } from '../../runtime/collections.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';
import { accessFor, AccessLevelValue } from '../Database/access.ts';
import { resultOf, type DmlResult } from '../Database/results.ts';
import { platformClass } from '../define.ts';

function publish(
  runtime: Runtime,
  target: SObjectValue | ApexList | null,
  ...rest: readonly (object | null)[]
): ApexList | DmlResult {
  if (target === null) {
    return runtime.fail('System.NullPointerException', 'Argument 1 cannot be null');
  }
  const events = (target instanceof ApexList ? target.items : [target]) as readonly SObjectValue[];
  const level = rest.find((one) => one instanceof AccessLevelValue) ?? null;
  const callback = rest.find((one) => one !== null && !(one instanceof AccessLevelValue)) ?? null;
  const immediate = events.filter((event) => event.object.publishBehavior === 'immediately').length;
  if (immediate > 0) {
    runtime.limits.add('publishImmediateDml');
  }
  if (immediate < events.length) {
    runtime.limits.add('dmlStatements');
  }
  const results = asyncEngine(runtime)
    .publish(runtime, events, accessFor(runtime, level), callback)
    .map((one) => resultOf(runtime, 'Database.SaveResult', one));
  const [first] = results;
  return target instanceof ApexList || first === undefined ? runtime.newList('Database.SaveResult', results) : first;
}

export default platformClass('System.EventBus', {
  methods: {
    'static Database.SaveResult publish(SObject event)': publish,
    'static List<Database.SaveResult> publish(List<SObject> events)': publish,
    'static Database.SaveResult publish(SObject event, Object callback)': publish,
    'static List<Database.SaveResult> publish(List<SObject> events, Object callback)': publish,
    'static Database.SaveResult publishWithAccessLevel(SObject event, AccessLevel accessLevel)': publish,
    'static List<Database.SaveResult> publishWithAccessLevel(List<SObject> events, AccessLevel accessLevel)': publish,
    'static String getOperationId(Object result)': (runtime, result: DmlResult) =>
      asyncEngine(runtime).events.uuidOf(result.get('id') as string),
  },
});
