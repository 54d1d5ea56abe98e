/** A request's work on the org: one transaction of a user, committed whole or taken back, its errors those of Apex. */
import {
  ExecutionContext,
  nextRequestId,
  setExecutionContext,
  type ExecutionKind,
} from '../../async/executionContext.ts';
import { atomically } from '../../data/atomically.ts';
import type { LocalOrg } from '../../org/localOrg.ts';
import type { AccessContext } from '../../runtime/runtime.ts';
import type { Transaction } from '../../runtime/transaction.ts';
import { ApiError } from '../errors.ts';

/** What API clients see and may do: their permissions and their sharing. */
export const userMode = (userId: string): AccessContext => ({ userId, isUserMode: true, isSharingEnforced: true });

/** Runs `work` and commits; what it throws undoes everything and comes out as the error Apex would see. */
export function transact<T>(
  local: LocalOrg,
  userId: string,
  kind: ExecutionKind,
  work: (runtime: Transaction) => T,
): T {
  const runtime = open(local, userId, kind);
  return atomically(local.parts.store, () => run(runtime, work));
}

/** Reads without leaving anything behind. */
export function look<T>(local: LocalOrg, userId: string, work: (runtime: Transaction) => T): T {
  return run(open(local, userId, 'synchronous'), work);
}

function open(local: LocalOrg, userId: string, kind: ExecutionKind): Transaction {
  const runtime = local.open({ userId, isTest: false, limits: 'synchronous' });
  setExecutionContext(runtime, new ExecutionContext(kind, nextRequestId(runtime)));
  return runtime;
}

/** Errors of the API pass as they are; all others become what Apex would see. */
function run<T>(runtime: Transaction, work: (runtime: Transaction) => T): T {
  const outcome: { value?: T; fault?: ApiError } = {};
  try {
    runtime.run(() => {
      try {
        outcome.value = work(runtime);
      } catch (error) {
        if (error instanceof ApiError) {
          outcome.fault = error;
        }
        throw error;
      }
    });
  } catch (thrown) {
    throw outcome.fault ?? runtime.apexError(thrown);
  }
  return outcome.value as T;
}
