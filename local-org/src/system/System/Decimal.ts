/** System.Decimal: exact numbers with a scale. Without a mode, rounding goes to the even neighbor. */
import { ApexDecimal } from '../../values/decimal.ts';
import { decimalOfDouble, toInteger, toLong } from '../../values/numbers.ts';
import { ApexDouble } from '../../values/value.ts';
import type { EnumValue } from '../../runtime/enumValue.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { refuseNull, withoutNulls } from '../support/nullChecks.ts';
import { exact, formatted, invalid, modeOf, nullValue, wholeLong } from '../support/numbers.ts';

const MAX_EXPONENT = 32_767;

function divide(
  runtime: Runtime,
  self: ApexDecimal,
  divisor: ApexDecimal,
  scale: number,
  mode?: EnumValue,
): ApexDecimal {
  if (divisor.sign() === 0) {
    runtime.fail('System.MathException', 'Divide by 0');
  }
  return exact(runtime, self.dividedTo(divisor, scale, mode === undefined ? 'HALF_EVEN' : modeOf(mode)));
}
function scaled(runtime: Runtime, self: ApexDecimal, scale: number, mode?: EnumValue): ApexDecimal {
  return exact(runtime, self.withScale(scale, mode === undefined ? 'HALF_EVEN' : modeOf(mode)));
}

export default platformClass('System.Decimal', {
  methods: {
    ...withoutNulls({
      'Decimal abs()': (_runtime, self: ApexDecimal) => self.absolute(),
      'Decimal divide(Decimal divisor, Integer scale)': divide,
      'Decimal divide(Decimal divisor, Integer scale, System.RoundingMode roundingMode)': divide,
      'Double doubleValue()': (_runtime, self: ApexDecimal) => new ApexDouble(self.toNumber()),
      'String format()': (runtime, self: ApexDecimal) => formatted(runtime, self),
      'Integer intValue()': (_runtime, self: ApexDecimal) => toInteger(self.toBigInt()),
      'Long longValue()': (_runtime, self: ApexDecimal) => toLong(self.toBigInt()),
      'Decimal pow(Integer exponent)': (runtime, self: ApexDecimal, exponent: number) =>
        exponent < 0 || exponent > MAX_EXPONENT
          ? runtime.fail('System.MathException', `Invalid exponent: ${exponent}`)
          : self.power(exponent),
      'Integer precision()': (_runtime, self: ApexDecimal) => self.precision(),
      'Long round()': (runtime, self: ApexDecimal) => wholeLong(runtime, self.withScale(0)),
      'Long round(System.RoundingMode roundingMode)': (runtime, self: ApexDecimal, mode: EnumValue) =>
        wholeLong(runtime, self.withScale(0, modeOf(mode))),
      'Integer scale()': (_runtime, self: ApexDecimal) => self.scale,
      'Decimal setScale(Integer scale)': scaled,
      'Decimal setScale(Integer scale, System.RoundingMode roundingMode)': scaled,
      'Decimal stripTrailingZeros()': (_runtime, self: ApexDecimal) => self.stripTrailingZeros(),
      'String toPlainString()': (_runtime, self: ApexDecimal) => self.toPlainString(),
    }),
    'static Decimal valueOf(String text)': (runtime, text: string | null) =>
      text === null ? nullValue(runtime) : (ApexDecimal.parse(text) ?? invalid(runtime, 'decimal', text)),
    'static Decimal valueOf(Double value)': (runtime, value: ApexDouble | null) =>
      value === null
        ? refuseNull(runtime, 1)
        : (decimalOfDouble(value.value) ?? invalid(runtime, 'decimal', value.toString())),
    'static Decimal valueOf(Long value)': (runtime, value: bigint | null) =>
      value === null ? refuseNull(runtime, 1) : ApexDecimal.of(value),
  },
});
