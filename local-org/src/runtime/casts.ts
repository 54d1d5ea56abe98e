/** Casts. Numbers and dates become what they are cast to; everything else stays the object it is, or cannot be cast. */
import { ApexDecimal } from '../values/decimal.ts';
import { ApexDate, ApexDatetime } from '../values/temporal.ts';
import { ApexDouble } from '../values/value.ts';
import { ApexList } from './collections.ts';
import type { ApexValue } from './runtime.ts';
import { SObjectValue } from './sobject.ts';
import type { Transaction } from './transaction.ts';

const DAY = 86_400_000;

/** `to` is the name of a type; of the source, of the platform or of an object. */
export function castValue(runtime: Transaction, value: ApexValue, to: string): ApexValue {
  if (value === null) {
    return null;
  }
  const converted = convertScalar(value, to);
  if (converted !== undefined) {
    return converted;
  }
  if (!runtime.isInstance(value, to)) {
    return invalidConversion(runtime, value, to);
  }
  if (value instanceof ApexList) {
    refuseOtherRows(runtime, value, to);
  }
  return value;
}

export function invalidConversion(runtime: Transaction, value: ApexValue, to: string): never {
  return runtime.fail(
    'System.TypeException',
    `Invalid conversion from runtime type ${runtime.typeName(value)} to ${to}`,
  );
}

function convertScalar(value: ApexValue, to: string): ApexValue | undefined {
  if (value instanceof ApexDate) {
    return to === 'Datetime' ? new ApexDatetime(value.day * DAY) : undefined;
  }
  if (to === 'Decimal' && value instanceof ApexDouble) {
    return ApexDecimal.of(value.value);
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return convertWhole(value, to);
  }
  return to === 'Double' && value instanceof ApexDecimal ? new ApexDouble(value.toNumber()) : undefined;
}

function convertWhole(value: number | bigint, to: string): ApexValue | undefined {
  switch (to) {
    case 'Decimal':
      return ApexDecimal.of(value);
    case 'Double':
      return new ApexDouble(Number(value));
    case 'Long':
      return BigInt(value);
    default:
      return undefined;
  }
}

/** A list of SObject casts to one of any object. Rows of another object in it would fail only where they are read. */
function refuseOtherRows(runtime: Transaction, list: ApexList, to: string): void {
  const object = /^list<([^<>]+)>$/i.exec(to)?.[1] ?? to.replace(/\[\]$/, '');
  if (list.elementType.toLowerCase() !== 'sobject' || object.toLowerCase() === 'sobject') {
    return;
  }
  for (const item of list.items) {
    if (item instanceof SObjectValue && !runtime.isInstance(item, object)) {
      runtime.unsupported(`A list of SObject with a row of ${item.object.name} as ${to}`);
    }
  }
}
