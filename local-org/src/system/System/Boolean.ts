/** System.Boolean. */
import type { ApexValue } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { invalid, nullValue } from '../support/numbers.ts';

export default platformClass('System.Boolean', {
  methods: {
    'static Boolean valueOf(Object value)': (runtime, value: ApexValue) => {
      if (value === null) {
        return nullValue(runtime);
      }
      if (typeof value === 'boolean') {
        return value;
      }
      return typeof value === 'string'
        ? value.toLowerCase() === 'true'
        : invalid(runtime, 'boolean', runtime.text(value));
    },
  },
});
