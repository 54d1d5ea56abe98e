/** A mail to be sent: named values with getters, setters and properties made from one table. */
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import type { ClassDescription } from '../define.ts';

export class EmailValue extends PlatformObject {
  readonly apexType: string;
  readonly values = new Map<string, ApexValue>();
  constructor(apexType: string, defaults: Readonly<Record<string, ApexValue>>) {
    super();
    this.apexType = apexType;
    for (const [name, value] of Object.entries(defaults)) {
      this.values.set(name, value);
    }
  }
  get(name: string): ApexValue {
    return this.values.get(name) ?? null;
  }
  set(name: string, value: ApexValue): void {
    this.values.set(name, value);
  }
  toJsonForm(): ReadonlyMap<string, ApexValue> {
    return this.values;
  }
}

export interface ValueTable {
  /** `ToAddresses` to its type; names begin with a capital. */
  readonly types: Readonly<Record<string, string>>;
  readonly withoutProperty?: ReadonlySet<string>;
  /** Getters that begin with `is`. */
  readonly flags?: ReadonlySet<string>;
}

const lower = (name: string): string => name[0]?.toLowerCase() + name.slice(1);

export function valueMembers(table: ValueTable): Required<Pick<ClassDescription, 'methods' | 'properties'>> {
  const methods: NonNullable<ClassDescription['methods']> = {};
  const properties: NonNullable<ClassDescription['properties']> = {};
  for (const [name, type] of Object.entries(table.types)) {
    const get = (_runtime: Runtime, self: EmailValue): ApexValue => self.get(name);
    const set = (_runtime: Runtime, self: EmailValue, value: ApexValue): null => {
      self.set(name, value);
      return null;
    };
    Object.assign(methods, {
      [`${type} ${table.flags?.has(name) === true ? 'is' : 'get'}${name}()`]: get,
      [`void set${name}(${type} value)`]: set,
    });
    if (table.withoutProperty?.has(name) !== true) {
      Object.assign(properties, { [`${type} ${lower(name)}`]: { get, set } });
    }
  }
  return { methods, properties };
}
