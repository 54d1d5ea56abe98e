/** SOSL as text. */
import { platformClass } from '../define.ts';
import { type AccessLevelValue, accessFor } from '../Database/access.ts';
import { ApexList } from '../../runtime/collections.ts';
import type { Runtime } from '../../runtime/runtime.ts';

function query(runtime: Runtime, text: string | null, level: AccessLevelValue | null = null): ApexList {
  if (text === null) {
    return runtime.fail('System.NullPointerException', 'Argument 1 cannot be null');
  }
  const binds = runtime.dynamicBinds;
  const results = runtime.org.queries.search(
    runtime,
    text,
    (name) => binds?.(name) ?? runtime.fail('System.QueryException', `Variable does not exist: ${name}`),
    accessFor(runtime, level),
  );
  return runtime.newList(
    'List<SObject>',
    results.map((one) => new ApexList(one.objectName, [...one.rows])),
  );
}

export default platformClass('System.Search', {
  methods: {
    'static List<List<SObject>> query(String text)': query,
    'static List<List<SObject>> query(String text, AccessLevel accessLevel)': query,
  },
});
