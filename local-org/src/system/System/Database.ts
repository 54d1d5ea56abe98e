/** `System.Database`. */
import { platformClass } from '../define.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { ApexList } from '../../runtime/collections.ts';
import { SObjectValue } from '../../runtime/sobject.ts';
import { DmlResult } from '../Database/results.ts';
import { dmlMethods } from './databaseDml.ts';
import { queryMethods } from './databaseQuery.ts';
import { releaseSavepoint, rollback, setSavepoint, type SavepointValue } from './savepoints.ts';

const DEFAULT_SCOPE = 200;

function executeBatch(runtime: Runtime, job: object | null, scope: number = DEFAULT_SCOPE): string {
  return job === null
    ? runtime.fail('System.NullPointerException', 'Argument 1 cannot be null')
    : runtime.org.asyncWork.executeBatch(runtime, job, scope);
}

/** Removes deleted rows for good; a row that is not in the bin is an error of its own result. */
function emptyRecycleBin(runtime: Runtime, target: ApexList | SObjectValue | string): ApexList | DmlResult {
  runtime.limits.add('dmlStatements');
  const items = target instanceof ApexList ? target.items : [target];
  runtime.limits.add('dmlRows', items.length);
  const results = items.map((item) => {
    const id = item instanceof SObjectValue ? item.id : (item as string);
    const object = id === null ? null : runtime.org.schema.byKeyPrefix(id.slice(0, 3));
    const row =
      object === null || id === null
        ? null
        : ([...runtime.org.store.rows(object.name, true)].find((one) => one.Id === id) ?? null);
    const isInBin = row?.['IsDeleted'] === true;
    if (isInBin && object !== null && id !== null) {
      runtime.org.store.purge(object.name, id);
    }
    return new DmlResult('Database.EmptyRecycleBinResult', [
      ['id', id],
      ['success', isInBin],
      ['errors', runtime.newList('Database.Error')],
    ]);
  });
  return target instanceof ApexList
    ? runtime.newList('Database.EmptyRecycleBinResult', results)
    : (results[0] ?? runtime.newList('Database.EmptyRecycleBinResult'));
}

export default platformClass('System.Database', {
  methods: {
    ...dmlMethods,
    ...queryMethods,
    'static System.Savepoint setSavepoint()': setSavepoint,
    'static void rollback(System.Savepoint savepoint)': (runtime, savepoint: SavepointValue | null) => {
      rollback(runtime, savepoint);
      return null;
    },
    'static void releaseSavepoint(System.Savepoint savepoint)': (runtime, savepoint: SavepointValue | null) => {
      releaseSavepoint(runtime, savepoint);
      return null;
    },
    'static Id executeBatch(Object job)': executeBatch,
    'static Id executeBatch(Object job, Integer scopeSize)': executeBatch,
    'static Database.EmptyRecycleBinResult emptyRecycleBin(SObject row)': emptyRecycleBin,
    'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<SObject> rows)': emptyRecycleBin,
    'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Id> ids)': emptyRecycleBin,
  },
});
