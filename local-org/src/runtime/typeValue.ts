/** A `System.Type`: what `Account.class` and `Type.forName` give. Equal by name. */
import { PlatformObject } from './platformObject.ts';
import type { ApexType } from '../apex/types.ts';

export class TypeValue extends PlatformObject {
  readonly apexType = 'System.Type';
  readonly type: ApexType;
  constructor(type: ApexType) {
    super();
    this.type = type;
  }
  get name(): string {
    return this.type.name;
  }
  equals(other: unknown): boolean {
    return other instanceof TypeValue && (other.type === this.type || other.name === this.name);
  }
  override toString(): string {
    return this.type.name;
  }
}
