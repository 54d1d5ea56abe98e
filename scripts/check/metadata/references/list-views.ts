import { objectNameOf } from '../model/objects.ts';
import { defect, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf } from '../xml.ts';
import { expectField, expectPicklistValue } from './expect.ts';
import { expectColumn, STANDARD_COLUMNS } from './layouts.ts';

/** List views show and filter by fields that exist, and by picklist values that exist. */
export const listViewRule: Rule = {
  name: 'list-view',
  *run(model): Generator<Defect> {
    for (const meta of model.ofType('ListView')) {
      const object = objectNameOf(meta);
      const columns = new Set<string>();
      for (const column of childrenOf(meta.root, 'columns')) {
        yield* expectColumn(model, meta, column, object);
        if (columns.has(column.text.trim())) {
          const message = `Column ${column.text.trim()} stands twice`;
          yield defect(meta.path, column.line, message, 'Remove one of the two.');
        }
        columns.add(column.text.trim());
      }
      for (const filter of childrenOf(meta.root, 'filters')) {
        const element = childOf(filter, 'field');
        if (element !== null && !STANDARD_COLUMNS.has(element.text.trim())) {
          const field = yield* expectField(model, meta, element, object);
          yield* expectPicklistValue(meta, field, filter);
          yield* checkboxFilter(meta.path, field?.type, childOf(filter, 'value'));
        }
      }
    }
  },
};

function* checkboxFilter(
  path: string,
  type: string | undefined,
  value: { readonly text: string; readonly line: number } | null,
): Generator<Defect> {
  if (type === 'Checkbox' && value !== null && !/^[01]$/.test(value.text.trim())) {
    const message = `A list view filters a checkbox by 1 or 0, not by "${value.text.trim()}"`;
    yield defect(path, value.line, message, 'Write 1 for checked, 0 for not checked.');
  }
}
