/** Custom permissions of the running user; feature parameters need a licence management org. */
import { platformClass } from '../define.ts';

export default platformClass('System.FeatureManagement', {
  methods: {
    'static Boolean checkPermission(String name)': (runtime, name: string | null) =>
      name === null
        ? runtime.fail('System.NullPointerException', 'Argument 1 cannot be null')
        : runtime.org.security.hasCustomPermission(runtime.access.userId, name, runtime.namespace),
  },
});
