/** System.Math. What Decimal and Double share is computed in floating point, as the platform does. */
import { randomBytes } from 'node:crypto';
import { ApexDecimal } from '../../values/decimal.ts';
import {
  decimalOfDouble,
  doubleToInteger,
  doubleToLong,
  fitsInteger,
  roundHalfUp,
  toLong,
} from '../../values/numbers.ts';
import { ApexDouble } from '../../values/value.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass, type ClassDescription } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';
import { wholeInteger, wholeLong } from '../support/numbers.ts';

type Methods = NonNullable<ClassDescription['methods']>;

const FUNCTIONS: Readonly<Record<string, (value: number) => number>> = {
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cbrt: Math.cbrt,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
};

function toDecimal(runtime: Runtime, what: string, value: number): ApexDecimal {
  return decimalOfDouble(value) ?? runtime.unsupported(`Math.${what} of a Decimal whose result is ${value}`);
}
const floating = (name: string, compute: (value: number) => number): Methods => ({
  [`static Decimal ${name}(Decimal value)`]: (runtime, value: ApexDecimal) =>
    toDecimal(runtime, name, compute(value.toNumber())),
  [`static Double ${name}(Double value)`]: (_runtime, value: ApexDouble) => new ApexDouble(compute(value.value)),
});

/** `random` of 53 bits, as Java's `nextDouble`. */
function random(): number {
  const bytes = randomBytes(8);
  return Number(bytes.readBigUInt64BE() >> 11n) / 2 ** 53;
}
/** Nearest whole number, halves to the even one. */
function rint(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  const whole = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  return whole === 0 && (value < 0 || Object.is(value, -0)) ? -0 : whole;
}
function roundDouble(runtime: Runtime, value: ApexDouble): number {
  const whole = roundHalfUp(value.value);
  return Number.isFinite(whole) && !fitsInteger(BigInt(whole))
    ? runtime.fail('System.MathException', `Value out of range: ${whole}`)
    : doubleToInteger(whole);
}
const extreme = (name: 'max' | 'min'): Methods => {
  const sign = name === 'max' ? 1 : -1;
  return {
    [`static Decimal ${name}(Decimal first, Decimal second)`]: (_runtime, first: ApexDecimal, second: ApexDecimal) =>
      first.compareTo(second) * sign >= 0 ? first : second,
    [`static Double ${name}(Double first, Double second)`]: (_runtime, first: ApexDouble, second: ApexDouble) =>
      new ApexDouble(Math[name](first.value, second.value)),
    [`static Integer ${name}(Integer first, Integer second)`]: (_runtime, first: number, second: number) =>
      Math[name](first, second),
    [`static Long ${name}(Long first, Long second)`]: (_runtime, first: bigint, second: bigint) =>
      first > second === sign > 0 ? first : second,
  };
};
const divideByZero = (runtime: Runtime): never => runtime.fail('System.MathException', 'Divide by 0');

const exactOnes: Methods = {
  'static Decimal abs(Decimal value)': (_runtime, value: ApexDecimal) => value.absolute(),
  'static Double abs(Double value)': (_runtime, value: ApexDouble) => new ApexDouble(Math.abs(value.value)),
  'static Integer abs(Integer value)': (_runtime, value: number) => Math.abs(value) | 0,
  'static Long abs(Long value)': (_runtime, value: bigint) => toLong(value < 0n ? -value : value),
  'static Decimal ceil(Decimal value)': (_runtime, value: ApexDecimal) => value.withScale(0, 'CEILING'),
  'static Double ceil(Double value)': (_runtime, value: ApexDouble) => new ApexDouble(Math.ceil(value.value)),
  'static Decimal floor(Decimal value)': (_runtime, value: ApexDecimal) => value.withScale(0, 'FLOOR'),
  'static Double floor(Double value)': (_runtime, value: ApexDouble) => new ApexDouble(Math.floor(value.value)),
  'static Decimal rint(Decimal value)': (_runtime, value: ApexDecimal) => value.withScale(0, 'HALF_EVEN'),
  'static Double rint(Double value)': (_runtime, value: ApexDouble) => new ApexDouble(rint(value.value)),
  'static Decimal signum(Decimal value)': (_runtime, value: ApexDecimal) => ApexDecimal.of(value.sign()),
  'static Double signum(Double value)': (_runtime, value: ApexDouble) => new ApexDouble(Math.sign(value.value)),
  'static Decimal atan2(Decimal x, Decimal y)': (runtime, x: ApexDecimal, y: ApexDecimal) =>
    toDecimal(runtime, 'atan2', Math.atan2(x.toNumber(), y.toNumber())),
  'static Double atan2(Double x, Double y)': (_runtime, x: ApexDouble, y: ApexDouble) =>
    new ApexDouble(Math.atan2(x.value, y.value)),
  'static Integer mod(Integer first, Integer second)': (runtime, first: number, second: number) =>
    second === 0 ? divideByZero(runtime) : (first % second) | 0,
  'static Long mod(Long first, Long second)': (runtime, first: bigint, second: bigint) =>
    second === 0n ? divideByZero(runtime) : first % second,
  'static Double pow(Double value, Double exponent)': (_runtime, value: ApexDouble, exponent: ApexDouble) =>
    new ApexDouble(value.value ** exponent.value),
  'static Double random()': () => new ApexDouble(random()),
  // Apex Reference, Math: a Decimal is rounded half-even, a Double to the closest whole number.
  'static Integer round(Decimal value)': (runtime, value: ApexDecimal) => wholeInteger(runtime, value.withScale(0)),
  'static Integer round(Double value)': roundDouble,
  'static Long roundToLong(Decimal value)': (runtime, value: ApexDecimal) => wholeLong(runtime, value.withScale(0)),
  'static Long roundToLong(Double value)': (_runtime, value: ApexDouble) => doubleToLong(roundHalfUp(value.value)),
};

export default platformClass('System.Math', {
  methods: withoutNulls({
    ...exactOnes,
    ...extreme('max'),
    ...extreme('min'),
    ...Object.fromEntries(
      Object.entries(FUNCTIONS).flatMap(([name, compute]) => Object.entries(floating(name, compute))),
    ),
  }),
  properties: { 'static Double PI': () => new ApexDouble(Math.PI), 'static Double E': () => new ApexDouble(Math.E) },
});
