/** What every value has. User classes may have their own versions. */
import { platformClass, type PlatformClass } from '../define.ts';
import type { ApexValue } from '../../runtime/runtime.ts';

const object: PlatformClass = platformClass('System.Object', {
  isVirtual: true,
  methods: {
    'Boolean equals(Object other)': (runtime, self: ApexValue, other: ApexValue) => runtime.equals(self, other),
    'Integer hashCode()': (runtime, self: ApexValue) => runtime.hash(self),
    'String toString()': (runtime, self: ApexValue) => runtime.text(self),
  },
});
export default object;
