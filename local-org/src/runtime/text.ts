/**
 * What `String.valueOf` and string concatenation print: `2026-11-23 00:00:00`, `(1, 2)`, `{a=1}`, `Account:{Name=x}`,
 * `Foo:[bar=1]`. An object that contains itself prints `(already output)` in its own place.
 */
import { ApexDecimal } from '../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import { ApexBlob, ApexDouble } from '../values/value.ts';
import type { ZoneTable } from '../values/zone.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { EnumValue } from './enumValue.ts';
import { ApexException } from './exception.ts';
import type { ApexValue, Runtime } from './runtime.ts';
import { SObjectValue } from './sobject.ts';
import { classInfoOf, readMember, type UserObject } from './userClass.ts';

export function textOf(runtime: Runtime, zones: ZoneTable, value: ApexValue, outer: readonly object[] = []): string {
  if (typeof value !== 'object' || value === null) {
    return String(value);
  }
  if (value instanceof ApexDate) {
    return `${value.toString()} 00:00:00`;
  }
  if (value instanceof ApexDatetime) {
    return datetimeText(runtime, zones, value);
  }
  if (value instanceof ApexDecimal || value instanceof ApexDouble || value instanceof ApexTime) {
    return value.toString();
  }
  if (value instanceof EnumValue) {
    return value.name;
  }
  if (value instanceof ApexBlob) {
    return `Blob[${value.bytes.length}]`;
  }
  if (outer.includes(value)) {
    return '(already output)';
  }
  const inner = [...outer, value];
  return (
    collectionText(value, (part) => textOf(runtime, zones, part, inner)) ??
    objectText(runtime, value, (part) => textOf(runtime, zones, part, inner))
  );
}

function datetimeText(runtime: Runtime, zones: ZoneTable, value: ApexDatetime): string {
  const zone =
    zones.get(runtime.userSettings.timeZone) ?? runtime.unsupported(`Time zone ${runtime.userSettings.timeZone}`);
  return new Date(zone.wallClock(value.instant)).toISOString().slice(0, 19).replace('T', ' ');
}

function collectionText(value: object, text: (part: ApexValue) => string): string | null {
  if (value instanceof ApexList) {
    return `(${value.items.map(text).join(', ')})`;
  }
  if (value instanceof ApexSet) {
    return `{${[...value.values()].map(text).join(', ')}}`;
  }
  if (value instanceof ApexMap) {
    return `{${[...value.entries.values()].map((entry) => `${text(entry.key)}=${text(entry.value)}`).join(', ')}}`;
  }
  return value instanceof SObjectValue ? rowText(value, text) : null;
}

function rowText(row: SObjectValue, text: (part: ApexValue) => string): string {
  const name = row.isAggregate ? 'AggregateResult' : row.object.name;
  return `${name}:{${[...row.content].map(([field, content]) => `${row.spelling.get(field) ?? field}=${text(content)}`).join(', ')}}`;
}

function objectText(runtime: Runtime, value: object, text: (part: ApexValue) => string): string {
  const info = classInfoOf(value);
  if (info !== null && info.findMethods('toString', 0).length > 0) {
    return runtime.call(value, 'toString', []) as string;
  }
  if (value instanceof ApexException) {
    return `${info?.name ?? value.apexType}: ${value.apexMessage ?? ''}`.replace(/: $/, '');
  }
  if (info !== null) {
    return `${simpleName(value as UserObject)}:[${info.members
      .filter((member) => member.getter === null)
      .map((member) => `${member.name}=${text(readMember(value, member))}`)
      .join(', ')}]`;
  }
  if (runtime.hasMethod(value, 'toString', 0)) {
    return runtime.call(value, 'toString', []) as string;
  }
  return value.toString === Object.prototype.toString
    ? runtime.typeName(value)
    : (value as { toString(): string }).toString();
}

/** A stub has a name of its own. */
export const simpleName = ({ apexType }: UserObject): string => apexType.slice(apexType.lastIndexOf('.') + 1);
