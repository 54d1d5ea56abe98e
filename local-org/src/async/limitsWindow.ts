/** Gives work inside a test limits of its own, as `Test.startTest` does; jobs have those of their kind. */
import type { LimitSet } from '../runtime/limits.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { ExecutionKind } from './executionContext.ts';

/**
 * Scheduled jobs and event triggers run with the limits of requests (Apex Developer Guide, "Execution Governors and
 * Limits"; Platform Events Developer Guide, "Subscribe with Apex Triggers").
 */
export function limitSetOf(kind: ExecutionKind): LimitSet {
  switch (kind) {
    case 'future':
    case 'batchStart':
    case 'batchChunk':
    case 'batchFinish':
      return 'asynchronous';
    case 'queueable':
    case 'finalizer':
      return kind;
    default:
      return 'synchronous';
  }
}

interface Windowed {
  openWindow(set?: LimitSet): void;
  closeWindow(): void;
}
const isWindowed = (limits: object): limits is Windowed => 'openWindow' in limits && 'closeWindow' in limits;

export function withFreshLimits<T>(runtime: Runtime, kind: ExecutionKind, work: () => T): T {
  const { limits } = runtime;
  if (!isWindowed(limits)) {
    return work();
  }
  limits.openWindow(limitSetOf(kind));
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
