import type { FieldModel, ObjectModel } from '../model/objects.ts';
import type { ProjectModel } from '../model/project.ts';
import { defect, didYouMean, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts';
import { expectComponent, expectField, expectObject, expectPicklistValue } from './expect.ts';

/** What fields themselves refer to: parents, lookup filters, roll-ups and value sets. */
export const fieldReferencesRule: Rule = {
  name: 'field',
  *run(model): Generator<Defect> {
    for (const object of model.objects.values()) {
      for (const field of object.fields.values()) {
        if (field.source === null) {
          continue;
        }
        for (const parent of childrenOf(field.source.root, 'referenceTo')) {
          yield* expectObject(model, field.source, parent);
        }
        const valueSet = childOf(field.source.root, 'valueSet');
        yield* expectComponent(model, field.source, childOf(valueSet, 'valueSetName'), 'GlobalValueSet');
        const controller = childOf(valueSet, 'controllingField');
        if (controller !== null) {
          yield* expectField(model, field.source, controller, object.name);
        }
        yield* lookupFilter(model, object, field);
        yield* rollUp(model, object, field);
      }
    }
  },
};

/** Filter fields start at the target object (`Project__c.Status__c`) or at the record itself (`$Source.…`). */
function* lookupFilter(model: ProjectModel, object: ObjectModel, field: FieldModel): Generator<Defect> {
  const filter = childOf(field.source?.root ?? null, 'lookupFilter');
  for (const item of childrenOf(filter, 'filterItems')) {
    const left = childOf(item, 'field');
    const right = childOf(item, 'valueField');
    const found = left === null ? null : yield* filterField(model, object, field, left);
    if (right !== null) {
      yield* filterField(model, object, field, right);
    }
    if (field.source !== null) {
      yield* expectPicklistValue(field.source, found, item);
    }
  }
}

function* filterField(
  model: ProjectModel,
  object: ObjectModel,
  field: FieldModel,
  element: XmlElement,
): Generator<Defect, FieldModel | null> {
  const [start = '', ...path] = element.text.trim().split('.');
  const target = field.referenceTo[0] ?? '';
  if (field.source === null || start.startsWith('$User') || start.startsWith('$Profile')) {
    return null;
  }
  if (start !== '$Source' && start !== target) {
    const message = `The filter starts at ${start}; it must start at ${target} or $Source`;
    yield defect(field.source.path, element.line, message, `Write ${target}.<field> or $Source.<field>.`);
    return null;
  }
  const from = start === '$Source' ? object.name : target;
  return yield* expectField(model, field.source, element, from, path.join('.'));
}

function* rollUp(model: ProjectModel, object: ObjectModel, field: FieldModel): Generator<Defect> {
  const root = field.source?.root ?? null;
  const key = childOf(root, 'summaryForeignKey');
  if (field.source === null || field.type !== 'Summary' || key === null) {
    return;
  }
  const [child = '', name = ''] = key.text.trim().split('.');
  const master = model.field(child, name);
  if (master?.type !== 'MasterDetail' || !master.referenceTo.includes(object.name)) {
    const message = `${key.text.trim()} is no master-detail relationship to ${object.name}`;
    yield defect(field.source.path, key.line, message, `Name the master-detail field of a child of ${object.name}.`);
    return;
  }
  const summed = childOf(root, 'summarizedField');
  const operation = textOf(root, 'summaryOperation');
  if (summed === null && operation !== 'count') {
    yield defect(
      field.source.path,
      key.line,
      `A roll-up by ${operation ?? ''} needs a field`,
      'Add <summarizedField>.',
    );
  }
  const filters = childrenOf(root, 'summaryFilterItems').flatMap((each) => childOf(each, 'field') ?? []);
  for (const element of summed === null ? filters : [summed, ...filters]) {
    const [owner = '', column = ''] = element.text.trim().split('.');
    if (model.field(child, column) === undefined || owner !== child) {
      const names = [...(model.object(child)?.fields.values() ?? [])].map((each) => each.name);
      const fix = `Name a field of ${child}.${didYouMean(column, names)}`;
      yield defect(field.source.path, element.line, `${element.text.trim()} is no field of ${child}`, fix);
    }
  }
  for (const filter of childrenOf(root, 'summaryFilterItems')) {
    const column = textOf(filter, 'field')?.split('.')[1] ?? '';
    yield* expectPicklistValue(field.source, model.field(child, column) ?? null, filter);
  }
}
