/** `System.Label.get`: custom labels by name. */
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';

function get(
  runtime: Runtime,
  namespace: string | null,
  name: string,
  language: string = runtime.userSettings.language,
): string {
  const found = runtime.org.declarative.label(namespace ?? runtime.namespace, name, language, runtime.namespace);
  return (
    found ??
    runtime.fail(
      'System.IllegalArgumentException',
      `External string does not exist: ${namespace === null || namespace === '' ? '' : `${namespace}.`}${name}`,
    )
  );
}

export default platformClass('System.Label', {
  methods: {
    'static String get(String namespace, String name)': (runtime, namespace: string | null, name: string) =>
      get(runtime, namespace, name),
    'static String get(String namespace, String name, String language)': get,
  },
});
