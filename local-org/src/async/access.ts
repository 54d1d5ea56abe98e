/** The org's own async engine, for what the shared interface does not offer. */
import { AsyncEngine } from './engine.ts';
import type { Runtime } from '../runtime/runtime.ts';

export function asyncEngine(runtime: Runtime): AsyncEngine {
  const { asyncWork } = runtime.org;
  return asyncWork instanceof AsyncEngine ? asyncWork : runtime.unsupported('Asynchronous work without a job queue');
}
