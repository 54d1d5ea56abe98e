/** Savepoints of a transaction. Going back to one takes the later ones out of use; immediate events are not taken back. */
import { noteDml } from '../../async/uncommitted.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Savepoint } from '../../data/store.ts';

export class SavepointValue extends PlatformObject {
  readonly apexType = 'System.Savepoint';
  readonly store: Savepoint;
  readonly number: number;
  isValid = true;
  constructor(store: Savepoint, number: number) {
    super();
    this.store = store;
    this.number = number;
  }
}

class Savepoints {
  readonly list: SavepointValue[] = [];
  count = 0;
}
const SAVEPOINTS = Symbol('savepoints');

function savepoints(runtime: Runtime): Savepoints {
  let found = runtime.transactionState.get(SAVEPOINTS);
  if (!(found instanceof Savepoints)) {
    found = new Savepoints();
    runtime.transactionState.set(SAVEPOINTS, found);
  }
  return found as Savepoints;
}

export function setSavepoint(runtime: Runtime): SavepointValue {
  runtime.limits.add('dmlStatements');
  const all = savepoints(runtime);
  all.count += 1;
  const made = new SavepointValue(runtime.org.store.savepoint(), all.count);
  all.list.push(made);
  noteDml(runtime, 'savepoint');
  return made;
}

function requireValid(runtime: Runtime, savepoint: SavepointValue | null): SavepointValue {
  if (savepoint === null) {
    return runtime.fail('System.NullPointerException', 'Argument 1 cannot be null');
  }
  return savepoint.isValid ? savepoint : runtime.fail('System.TypeException', `Invalid savepoint: ${savepoint.number}`);
}

export function rollback(runtime: Runtime, given: SavepointValue | null): void {
  const savepoint = requireValid(runtime, given);
  runtime.limits.add('dmlStatements');
  runtime.org.store.rollback(savepoint.store);
  dropAfter(runtime, savepoint);
}

/** The rows stay; the savepoint and those set after it can't be used any more. */
export function releaseSavepoint(runtime: Runtime, given: SavepointValue | null): void {
  const savepoint = requireValid(runtime, given);
  dropAfter(runtime, savepoint);
  savepoint.isValid = false;
  noteDml(runtime, 'release');
}

function dropAfter(runtime: Runtime, savepoint: SavepointValue): void {
  const { list } = savepoints(runtime);
  for (const one of list.splice(list.indexOf(savepoint) + 1)) {
    one.isValid = false;
  }
}
