/** Runs one call of the library, as the rows of the parity tables have it, on a transaction without a program. */
import { libraryClasses } from '../../src/system/System/libraryIndex.ts';
import { PlatformCatalog } from '../../src/system/catalog.ts';
import type { PlatformMethod } from '../../src/system/define.ts';
import { ApexDecimal } from '../../src/values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../src/values/temporal.ts';
import { ApexBlob, ApexDouble } from '../../src/values/value.ts';
import { ApexList, ApexMap, ApexSet } from '../../src/runtime/collections.ts';
import { EnumValue } from '../../src/runtime/enumValue.ts';
import { ApexException } from '../../src/runtime/exception.ts';
import type { ApexValue, OrgContext } from '../../src/runtime/runtime.ts';
import { Transaction } from '../../src/runtime/transaction.ts';
import RoundingMode from '../../src/system/System/RoundingMode.ts';

/** `[method, arguments, expected, source]`; an instance method's object is its first argument. */
export type ParityRow = readonly [method: string, args: readonly unknown[], expected: unknown, source: string];

export interface ParityTable {
  readonly timeZone?: string;
  readonly locale?: string;
  readonly rows: readonly ParityRow[];
}

export class Refusal {
  readonly type: string;
  readonly message: string;
  constructor(type: string, message: string) {
    this.type = type;
    this.message = message;
  }
}
export const refusal = (type: string, message: string): Refusal => new Refusal(type, message);
export const nullRefused = (position: number): Refusal =>
  refusal('System.NullPointerException', `Argument ${position} cannot be null`);

export const dec = (text: string): ApexDecimal => ApexDecimal.of(text);
export const dbl = (value: number): ApexDouble => new ApexDouble(value);
export const day = (text: string): ApexDate =>
  ApexDate.of(...(text.split('-').map(Number) as [number, number, number]));
export const at = (text: string): ApexDatetime => new ApexDatetime(Date.parse(text));
export const clock = (hour: number, minute = 0, second = 0, millisecond = 0): ApexTime =>
  new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
export const bytes = (text: string): ApexBlob => ApexBlob.ofText(text);
export const hexBytes = (text: string): ApexBlob => new ApexBlob(new Uint8Array(Buffer.from(text, 'hex')));
export const mode = (name: string): EnumValue =>
  new EnumValue('System.RoundingMode', name, RoundingMode.values.indexOf(name));
export const listOf = (elementType: string, ...items: ApexValue[]): ApexList => new ApexList(elementType, items);

const ORG_ID = '00D000000000001AAA';

export function transaction(
  settings: Pick<ParityTable, 'timeZone' | 'locale'> = {},
  parts: Partial<OrgContext> = {},
): Transaction {
  const user = {
    Id: '005000000000001AAA',
    TimeZoneSidKey: settings.timeZone ?? 'GMT',
    LocaleSidKey: settings.locale ?? 'en_US',
  };
  const org = {
    id: ORG_ID,
    namespace: '',
    clock: { now: () => Date.parse('2026-11-23T08:46:00.000Z') },
    schema: { objects: new Map(), find: () => null, findField: () => null, byKeyPrefix: () => null },
    store: {
      get: (object: string) => (object === 'User' ? user : null),
      rows: () => [],
      savepoint: () => ({ position: 0 }),
    },
    state: new Map(),
    ...parts,
  } as unknown as OrgContext;
  return new Transaction({
    org,
    program: null,
    catalog: new PlatformCatalog(libraryClasses),
    userId: user.Id,
    isTest: true,
    limits: 'synchronous',
  });
}

/** The overload a row means. */
export function chosen(runtime: Transaction, method: string, args: readonly unknown[]): PlatformMethod {
  const dot = method.lastIndexOf('.');
  const of = libraryClasses.find(
    (one) => one.name === method.slice(0, dot) || one.name === `System.${method.slice(0, dot)}`,
  );
  const fits = (candidate: PlatformMethod, isExact: boolean): boolean => {
    const given = candidate.isStatic ? args : args.slice(1);
    return (
      candidate.parameters.length === given.length &&
      candidate.parameters.every(
        ({ type }, index) =>
          given[index] === null ||
          (isExact
            ? runtime.typeName(given[index] as ApexValue) === type
            : runtime.isInstance(given[index] as ApexValue, type)),
      )
    );
  };
  const named = (of?.methods ?? []).filter((one) => one.name === method.slice(dot + 1));
  const found = named.find((one) => fits(one, true)) ?? named.find((one) => fits(one, false));
  if (found === undefined) {
    throw new Error(`No method ${method} takes these arguments`);
  }
  return found;
}

export function call(runtime: Transaction, method: string, args: readonly unknown[]): unknown {
  return (chosen(runtime, method, args).run as (...all: unknown[]) => unknown)(runtime, ...args);
}

/** A value in a form that tests compare and people read: its type where the text alone would not tell. */
export function shown(value: unknown): unknown {
  if (value instanceof ApexDecimal) {
    return `${value.toString()} (Decimal)`;
  }
  if (value instanceof ApexDouble) {
    return `${value.toString()} (Double)`;
  }
  if (value instanceof ApexDatetime) {
    return value.toIsoString();
  }
  if (value instanceof ApexDate || value instanceof ApexTime) {
    return value.toString();
  }
  if (value instanceof ApexBlob) {
    return `blob ${Buffer.from(value.bytes).toString('hex')}`;
  }
  if (value instanceof ApexList) {
    return value.items.map(shown);
  }
  if (value instanceof ApexSet) {
    return [...value.values()].map(shown);
  }
  if (value instanceof ApexMap) {
    return [...value.entries.values()].map((entry) => [shown(entry.key), shown(entry.value)]);
  }
  return Array.isArray(value) ? value.map(shown) : value instanceof EnumValue ? value.name : value;
}

/** What a row gives: the value, or the exception as a `Refusal`. */
export function outcome(runtime: Transaction, method: string, args: readonly unknown[]): unknown {
  try {
    return shown(call(runtime, method, args));
  } catch (thrown) {
    if (thrown instanceof ApexException) {
      return new Refusal(thrown.apexType, thrown.apexMessage ?? '');
    }
    throw thrown;
  }
}
