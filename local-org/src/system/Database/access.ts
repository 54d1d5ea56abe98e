/** Which mode a call asks for: `AccessLevel.USER_MODE`, `AccessLevel.SYSTEM_MODE`, or that of the code that calls. */
import type { AccessContext, Runtime } from '../../runtime/runtime.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';

export class AccessLevelValue extends PlatformObject {
  readonly apexType = 'System.AccessLevel';
  readonly isUserMode: boolean;
  constructor(isUserMode: boolean) {
    super();
    this.isUserMode = isUserMode;
  }
  equals(other: unknown): boolean {
    return other instanceof AccessLevelValue && other.isUserMode === this.isUserMode;
  }
  override toString(): string {
    return this.isUserMode ? 'USER_MODE' : 'SYSTEM_MODE';
  }
}

/** In system mode sharing is the class's; in user mode it is always enforced. */
export function accessFor(runtime: Runtime, level: AccessLevelValue | null): AccessContext {
  return level === null ? runtime.access : runtime.accessIn(level.isUserMode);
}
