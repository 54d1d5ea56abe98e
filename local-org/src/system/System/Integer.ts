/** System.Integer: 32 bits. */
import { ApexDecimal } from '../../values/decimal.ts';
import { doubleToInteger, parseInteger, toInteger } from '../../values/numbers.ts';
import { ApexDouble } from '../../values/value.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { formatted, invalid, nullValue } from '../support/numbers.ts';

const ofText = (runtime: Runtime, text: string | null): number =>
  text === null ? nullValue(runtime) : (parseInteger(text) ?? invalid(runtime, 'integer', text));

/** Null of a type other than String stays null: `Integer.valueOf(row.Number__c)`. */
function ofObject(runtime: Runtime, value: ApexValue): number | null {
  if (value === null) {
    return null;
  }
  if (typeof value === 'number') {
    return value;
  }
  if (typeof value === 'bigint') {
    return toInteger(value);
  }
  if (value instanceof ApexDecimal) {
    return toInteger(value.toBigInt());
  }
  if (value instanceof ApexDouble) {
    return doubleToInteger(value.value);
  }
  return typeof value === 'string' ? ofText(runtime, value) : invalid(runtime, 'integer', runtime.text(value));
}

export default platformClass('System.Integer', {
  methods: {
    'static Integer valueOf(String text)': ofText,
    'static Integer valueOf(Object value)': ofObject,
    'String format()': (runtime, self: number) => formatted(runtime, ApexDecimal.of(self)),
  },
});
