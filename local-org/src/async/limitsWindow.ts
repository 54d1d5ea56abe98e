/** Gives work inside a test limits of its own, as `Test.startTest` does. */
import type { Runtime } from '../runtime/runtime.ts';

interface Windowed {
  openWindow(): void;
  closeWindow(): void;
}
const isWindowed = (limits: object): limits is Windowed => 'openWindow' in limits && 'closeWindow' in limits;

export function withFreshLimits<T>(runtime: Runtime, work: () => T): T {
  const { limits } = runtime;
  if (!isWindowed(limits)) {
    return work();
  }
  limits.openWindow();
  try {
    return work();
  } finally {
    limits.closeWindow();
  }
}
export function openLimits(runtime: Runtime): void {
  if (isWindowed(runtime.limits)) {
    runtime.limits.openWindow();
  }
}
export function closeLimits(runtime: Runtime): void {
  if (isWindowed(runtime.limits)) {
    runtime.limits.closeWindow();
  }
}
