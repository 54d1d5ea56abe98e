import { objectNameOf } from '../model/objects.ts';
import type { MetaFile } from '../model/meta-file.ts';
import type { ProjectModel } from '../model/project.ts';
import { defect, type Defect, type Rule } from '../rule.ts';
import { childOf, textOf, type XmlElement } from '../xml.ts';
import { analyzeFormula, formulaType, type FormulaPlace } from './analyze.ts';

/** Field types whose default is a formula; a checkbox's is a constant. */
const FORMULA_DEFAULTS = [
  'Currency',
  'Date',
  'DateTime',
  'Email',
  'Number',
  'Percent',
  'Phone',
  'Text',
  'TextArea',
  'Time',
  'Url',
];

/** Formulas of fields, defaults and validation rules compile: functions, fields, paths, types and picklist values. */
export const formulaRule: Rule = {
  name: 'formula',
  *run(model): Generator<Defect> {
    for (const meta of model.ofType('CustomField')) {
      const object = objectNameOf(meta);
      const type = textOf(meta.root, 'type') ?? '';
      const place = { object, field: meta.fullName, result: formulaType(type) };
      yield* check(model, meta, childOf(meta.root, 'formula'), place);
      if (FORMULA_DEFAULTS.includes(type)) {
        yield* check(model, meta, childOf(meta.root, 'defaultValue'), place);
      }
    }
    for (const meta of model.ofType('ValidationRule')) {
      const object = objectNameOf(meta);
      const formula = childOf(meta.root, 'errorConditionFormula');
      yield* check(model, meta, formula, { object, field: null, result: 'checkbox' });
      const shown = childOf(meta.root, 'errorDisplayField');
      if (shown !== null && model.field(object, shown.text.trim()) === undefined) {
        const message = `${object} has no field ${shown.text.trim()} to show the error at`;
        yield defect(meta.path, shown.line, message, 'Name a field of the object, or remove <errorDisplayField>.');
      }
    }
  },
};

function* check(
  model: ProjectModel,
  meta: MetaFile,
  element: XmlElement | null,
  place: FormulaPlace,
): Generator<Defect> {
  if (element === null) {
    return;
  }
  for (const problem of analyzeFormula(model, element.text, place)) {
    const line = element.textLine + (element.text.slice(0, problem.offset).match(/\n/g)?.length ?? 0);
    yield defect(meta.path, line, problem.message, problem.fix);
  }
}
