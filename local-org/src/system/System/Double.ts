/** System.Double: 64-bit floating point. */
import { ApexDecimal } from '../../values/decimal.ts';
import { decimalOfDouble, doubleToInteger, doubleToLong, parseDouble, roundHalfUp } from '../../values/numbers.ts';
import { ApexDouble } from '../../values/value.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { formatted, invalid, nullValue } from '../support/numbers.ts';

const ofText = (runtime: Runtime, text: string | null): ApexDouble =>
  text === null ? nullValue(runtime) : (parseDouble(text) ?? invalid(runtime, 'double', text));

function ofObject(runtime: Runtime, value: ApexValue): ApexDouble {
  if (value instanceof ApexDouble) {
    return value;
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return new ApexDouble(Number(value));
  }
  if (value instanceof ApexDecimal) {
    return new ApexDouble(value.toNumber());
  }
  return value === null || typeof value === 'string'
    ? ofText(runtime, value)
    : invalid(runtime, 'double', runtime.text(value));
}

function format(runtime: Runtime, self: ApexDouble): string {
  // Java rounds the binary number: its decimal text is a tie only where the number is a multiple of a sixteenth.
  const isExact = Number.isInteger(self.value * 16) || !Number.isFinite(self.value) || Math.abs(self.value) >= 1e21;
  const exact = isExact ? decimalOfDouble(self.value) : ApexDecimal.of(self.value.toFixed(3));
  return exact === null
    ? runtime.unsupported(`Double.format of ${self.toString()}`)
    : formatted(runtime, exact, self.value < 0);
}

export default platformClass('System.Double', {
  methods: {
    'static Double valueOf(String text)': ofText,
    'static Double valueOf(Object value)': ofObject,
    'String format()': format,
    'Integer intValue()': (_runtime, self: ApexDouble) => doubleToInteger(self.value),
    'Long longValue()': (_runtime, self: ApexDouble) => doubleToLong(self.value),
    'Long round()': (_runtime, self: ApexDouble) => doubleToLong(roundHalfUp(self.value)),
  },
});
