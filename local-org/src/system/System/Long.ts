/** System.Long: 64 bits. */
import { ApexDecimal } from '../../values/decimal.ts';
import { parseLong, toInteger } from '../../values/numbers.ts';
import { platformClass } from '../define.ts';
import { formatted, invalid, nullValue } from '../support/numbers.ts';

export default platformClass('System.Long', {
  methods: {
    'static Long valueOf(String text)': (runtime, text: string | null) =>
      text === null ? nullValue(runtime) : (parseLong(text) ?? invalid(runtime, 'long', text)),
    'String format()': (runtime, self: bigint) => formatted(runtime, ApexDecimal.of(self)),
    'Integer intValue()': (_runtime, self: bigint) => toInteger(self),
  },
});
