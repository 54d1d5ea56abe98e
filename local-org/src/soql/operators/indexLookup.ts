/** Candidates by id or index, each row once, in the order of ids; null where a scan must do. The filter still runs. */
import type { ObjectInfo } from '../../data/schema.ts';
import type { Row } from '../../data/store.ts';
import type { Execution } from '../execution.ts';
import type { IndexChoice } from '../plan/plan.ts';

const byId = (left: Row, right: Row): number => (left.Id < right.Id ? -1 : left.Id > right.Id ? 1 : 0);

export function indexedRows(
  execution: Execution,
  object: ObjectInfo,
  choices: readonly IndexChoice[],
): readonly Row[] | null {
  const choice = choices.find((one) => one.field.name === 'Id') ?? choices[0];
  const values = choice?.values(execution);
  if (!choice || !values) {
    return null;
  }
  const rows = new Map<string, Row>();
  for (const value of values) {
    const found =
      choice.field.name === 'Id'
        ? byOwnId(execution, object, value)
        : execution.tables.findBy(object, choice.field, value);
    if (found === null) {
      return null;
    }
    found.forEach((row) => rows.set(row.Id, row));
  }
  return [...rows.values()].filter((row) => row['IsDeleted'] !== true).sort(byId);
}

function byOwnId(execution: Execution, object: ObjectInfo, id: unknown): readonly Row[] {
  const row = typeof id === 'string' ? execution.tables.get(object.name, id) : null;
  return row ? [row] : [];
}
