/** `Database.emptyRecycleBin`: removes deleted records, and what went with them, for good. */
import { normalizeId } from '../ids.ts';
import type { DmlRowResult, Runtime } from '../../runtime/runtime.ts';
import { dmlError } from './errors.ts';
import { DELETED_WITH } from './remove.ts';

export function emptyRecycleBin(runtime: Runtime, ids: readonly string[]): readonly DmlRowResult[] {
  const { schema, store } = runtime.org;
  runtime.limits.add('dmlStatements');
  runtime.limits.add('dmlRows', ids.length);
  return ids.map((text) => {
    const id = normalizeId(text);
    const object = id === null ? null : schema.byKeyPrefix(id.slice(0, 3));
    const row = id === null || object === null ? null : store.get(object.name, id, true);
    if (id === null || object === null || row === null) {
      return { id: null, isSuccess: false, isCreated: false, errors: [dmlError('noSuchRecord')] };
    }
    if (row['IsDeleted'] !== true) {
      return { id: null, isSuccess: false, isCreated: false, errors: [dmlError('notInRecycleBin')] };
    }
    for (const { childObject, field } of object.childRelationships) {
      const child = schema.find(childObject);
      if (child !== null) {
        [...store.findBy(child.name, field, id, true)]
          .filter((one) => one[DELETED_WITH] === id)
          .forEach((one) => store.purge(child.name, one.Id));
      }
    }
    store.purge(object.name, id);
    return { id, isSuccess: true, isCreated: false, errors: [] };
  });
}
