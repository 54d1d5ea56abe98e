/** A value of an enum, of the platform or of the source. Two of the same type and place are the same value. */
import type { PlatformClass } from '../system/define.ts';

export class EnumValue {
  /** `System.LoggingLevel`, `Outer.Color`. */
  readonly apexType: string;
  readonly name: string;
  readonly ordinal: number;
  constructor(apexType: string, name: string, ordinal: number) {
    this.apexType = apexType;
    this.name = name;
    this.ordinal = ordinal;
  }
  equals(other: unknown): boolean {
    return other instanceof EnumValue && other.ordinal === this.ordinal && other.apexType === this.apexType;
  }
}

/** The value of that name, in any case; throws for a name the enum does not have: a fault of the caller. */
export function enumValue(of: PlatformClass, name: string): EnumValue {
  const found = findEnumValue(of, name);
  if (found === null) {
    throw new Error(`${of.name} has no value ${name}`);
  }
  return found;
}

export function findEnumValue(of: PlatformClass, name: string): EnumValue | null {
  const ordinal = of.values.findIndex((value) => value.toLowerCase() === name.toLowerCase());
  return ordinal < 0 ? null : new EnumValue(of.name, of.values[ordinal] ?? name, ordinal);
}

export function enumValues(of: PlatformClass): EnumValue[] {
  return of.values.map((name, ordinal) => new EnumValue(of.name, name, ordinal));
}
