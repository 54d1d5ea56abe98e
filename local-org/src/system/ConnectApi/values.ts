/** Inputs and answers of ConnectApi: objects of nothing but named properties, made from one table. */
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { platformClass, type ClassDescription, type PlatformClass } from '../define.ts';

export class ConnectValue extends PlatformObject {
  readonly apexType: string;
  readonly values: Map<string, ApexValue>;
  constructor(name: string, values: Readonly<Record<string, ApexValue>> = {}) {
    super();
    this.apexType = `ConnectApi.${name}`;
    this.values = new Map(Object.entries(values));
  }
  get(name: string): ApexValue {
    return this.values.get(name) ?? null;
  }
  toJsonForm(): ReadonlyMap<string, ApexValue> {
    return this.values;
  }
}

/** `properties`: name to type, those of the namespace itself without it. */
export function valueClass(name: string, properties: Readonly<Record<string, string>>): PlatformClass {
  const described: NonNullable<ClassDescription['properties']> = Object.fromEntries(
    Object.entries(properties).map(([property, type]) => [
      `${type} ${property}`,
      {
        get: (_runtime: Runtime, self: ConnectValue): ApexValue => self.get(property),
        set: (_runtime: Runtime, self: ConnectValue, value: ApexValue): null => {
          self.values.set(property, value);
          return null;
        },
      },
    ]),
  );
  return platformClass(`ConnectApi.${name}`, {
    constructors: { '()': () => new ConnectValue(name) },
    properties: described,
  });
}

export const enumClass = (name: string, values: readonly string[]): PlatformClass =>
  platformClass(`ConnectApi.${name}`, { form: 'enum', values });
