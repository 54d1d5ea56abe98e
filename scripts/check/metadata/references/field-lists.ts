import type { MetaFile } from '../model/meta-file.ts';
import { objectNameOf } from '../model/objects.ts';
import type { ProjectModel } from '../model/project.ts';
import { defect, didYouMean, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf, descendants, textOf, type XmlElement } from '../xml.ts';
import { expectField, expectObject } from './expect.ts';

/** Field sets list fields that can be reached from their object. */
export const fieldSetRule: Rule = {
  name: 'field-set',
  *run(model): Generator<Defect> {
    for (const meta of model.ofType('FieldSet')) {
      for (const entry of [...childrenOf(meta.root, 'displayedFields'), ...childrenOf(meta.root, 'availableFields')]) {
        const element = childOf(entry, 'field');
        if (element !== null) {
          yield* expectField(model, meta, element, objectNameOf(meta));
        }
      }
    }
  },
};

/** Report types join relationships that exist and offer columns that exist. */
export const reportTypeRule: Rule = {
  name: 'report-type',
  *run(model): Generator<Defect> {
    for (const meta of model.ofType('ReportType')) {
      const base = childOf(meta.root, 'baseObject');
      yield* expectObject(model, meta, base);
      const tables = new Map<string, string>();
      const name = base?.text.trim() ?? '';
      tables.set(name, name);
      yield* joins(model, meta, childOf(meta.root, 'join'), name, tables);
      for (const column of [...descendants(meta.root)].filter((each) => each.name === 'columns')) {
        yield* reportColumn(model, meta, column, tables);
      }
    }
  },
};

function* joins(
  model: ProjectModel,
  meta: MetaFile,
  join: XmlElement | null,
  parentTable: string,
  tables: Map<string, string>,
): Generator<Defect> {
  const element = childOf(join, 'relationship');
  if (join === null || element === null) {
    return;
  }
  const name = element.text.trim();
  const parent = model.object(tables.get(parentTable) ?? '');
  const child = parent?.childRelationships.get(name.toLowerCase());
  if (parent !== undefined && child === undefined) {
    const hint = didYouMean(name, parent.childRelationships.keys());
    const message = `${parent.name} has no child relationship ${name}`;
    yield defect(meta.path, element.line, message, `Name one that exists.${hint}`);
  } else if (child !== undefined) {
    const table = `${parentTable}.${name}`;
    tables.set(table, child.childObject);
    yield* joins(model, meta, childOf(join, 'join'), table, tables);
  }
}

function* reportColumn(
  model: ProjectModel,
  meta: MetaFile,
  column: XmlElement,
  tables: ReadonlyMap<string, string>,
): Generator<Defect> {
  const table = textOf(column, 'table') ?? '';
  const field = childOf(column, 'field');
  const object = tables.get(table);
  if (object === undefined) {
    const line = childOf(column, 'table')?.line ?? column.line;
    yield defect(meta.path, line, `The report type has no table ${table}`, 'Name the base object or a join.');
  } else if (field !== null && model.object(object) !== undefined) {
    // Columns reach over lookups through the lookup's field name: `Project__c.Name`.
    const path = field.text.trim().replace(/__c(?=\.)/g, '__r');
    yield* expectField(model, meta, field, object, path);
  }
}
