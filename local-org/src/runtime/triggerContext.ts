/** What `Trigger.new` and its like show: one context per event, shared by all triggers of the object. */
import { ApexList, ApexMap, type KeyOf } from './collections.ts';
import type { ApexValue, TriggerRun } from './runtime.ts';
import type { SObjectValue } from './sobject.ts';

export class TriggerContext {
  readonly run: TriggerRun;
  readonly newRows: ApexList | null;
  readonly oldRows: ApexList | null;
  readonly newMap: ApexMap | null;
  readonly oldMap: ApexMap | null;

  constructor(run: TriggerRun, keyOf: () => KeyOf) {
    this.run = run;
    const list = (rows: readonly SObjectValue[] | null): ApexList | null =>
      rows === null ? null : new ApexList(run.object.name, [...rows]);
    const map = (rows: readonly SObjectValue[] | null): ApexMap | null => {
      if (rows === null) {
        return null;
      }
      const byId = new ApexMap('Id', run.object.name, keyOf());
      for (const row of rows) {
        byId.put(row.id, row);
      }
      return byId;
    };
    this.newRows = list(run.newRows);
    this.oldRows = list(run.oldRows);
    this.newMap = run.isBefore && run.operation === 'insert' ? null : map(run.newRows);
    this.oldMap = map(run.oldRows);
  }

  get size(): number {
    return (this.run.newRows ?? this.run.oldRows ?? []).length;
  }

  /** The value of `TriggerOperation`: `BEFORE_INSERT`. */
  get operationName(): string {
    return `${this.run.isBefore ? 'BEFORE' : 'AFTER'}_${this.run.operation.toUpperCase()}`;
  }

  /** By lower-case name; undefined for a name that is no trigger variable. */
  variable(name: string): ApexValue | undefined {
    const { operation, isBefore } = this.run;
    switch (name) {
      case 'new':
        return this.newRows;
      case 'old':
        return this.oldRows;
      case 'newmap':
        return this.newMap;
      case 'oldmap':
        return this.oldMap;
      case 'size':
        return this.size;
      case 'isexecuting':
        return true;
      case 'isbefore':
        return isBefore;
      case 'isafter':
        return !isBefore;
      case 'isinsert':
      case 'isupdate':
      case 'isdelete':
      case 'isundelete':
        return name === `is${operation}`;
      default:
        return undefined;
    }
  }
}
