/** Refuses null for every argument of the methods it wraps, in the platform's words. */
import type { ClassDescription } from '../define.ts';
import type { Runtime } from '../../runtime/runtime.ts';

type Methods = NonNullable<ClassDescription['methods']>;

/** Ends with the NullPointerException of an argument; positions count from 1. */
export function refuseNull(runtime: Runtime, position: number): never {
  return runtime.fail('System.NullPointerException', `Argument ${position} cannot be null`);
}

/** The receiver of an instance method is never null and not counted. */
export function withoutNulls(methods: Methods): Methods {
  return Object.fromEntries(
    Object.entries(methods).map(([signature, run]) => {
      const first = signature.startsWith('static ') || signature.startsWith('(') ? 0 : 1;
      const checked = (runtime: Runtime, ...args: unknown[]): unknown => {
        for (let index = first; index < args.length; index++) {
          if (args[index] === null) {
            refuseNull(runtime, index - first + 1);
          }
        }
        return run(runtime, ...args);
      };
      return [signature, checked];
    }),
  );
}
