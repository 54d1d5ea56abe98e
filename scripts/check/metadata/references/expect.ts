import type { MetaFile } from '../model/meta-file.ts';
import type { FieldModel } from '../model/objects.ts';
import { resolvePath } from '../model/paths.ts';
import type { ProjectModel } from '../model/project.ts';
import { defect, didYouMean, type Defect } from '../rule.ts';
import { childOf, textOf, type XmlElement } from '../xml.ts';

/** Yields a defect when the element's text (or the path given) is no field that can be reached from the object. */
export function* expectField(
  model: ProjectModel,
  meta: MetaFile,
  element: XmlElement,
  object: string,
  path: string = element.text.trim(),
): Generator<Defect, FieldModel | null> {
  const found = resolvePath(model, object, path);
  if ('field' in found) {
    return found.field;
  }
  const hint = didYouMean(path.split('.').at(-1) ?? '', found.near);
  yield defect(meta.path, element.line, found.problem, `Name a field that exists.${hint}`);
  return null;
}

/** Yields a defect when no component of the type has the element's text as its name. */
export function* expectComponent(
  model: ProjectModel,
  meta: MetaFile,
  element: XmlElement | null,
  type: string,
): Generator<Defect> {
  const name = element?.text.trim() ?? '';
  if (element !== null && !model.has(type, name)) {
    const names = model.ofType(type).map(({ fullName }) => fullName);
    const fix = `Create it, or name one that exists.${didYouMean(name, names)}`;
    yield defect(meta.path, element.line, `${type} ${name} does not exist`, fix);
  }
}

export function* expectObject(model: ProjectModel, meta: MetaFile, element: XmlElement | null): Generator<Defect> {
  const name = element?.text.trim() ?? '';
  if (element !== null && model.object(name) === undefined) {
    const names = [...model.objects.values()].map((each) => each.name);
    const fix = `Name an object that exists.${didYouMean(name, names)}`;
    yield defect(meta.path, element.line, `Object ${name} does not exist`, fix);
  }
}

const WHOLE_VALUES = /^(?:equals?|notEqual|ne|includes|excludes)$/i;

/** Yields a defect when a filter compares a picklist with a whole value that it lacks. */
export function* expectPicklistValue(meta: MetaFile, field: FieldModel | null, filter: XmlElement): Generator<Defect> {
  const known = field?.picklist ?? null;
  const value = childOf(filter, 'value') ?? childOf(filter, 'rightValue');
  const operator = textOf(filter, 'operation') ?? textOf(filter, 'operator') ?? '';
  if (field === null || value === null || known === null || !WHOLE_VALUES.test(operator)) {
    return;
  }
  for (const each of value.text.split(',').map((text) => text.trim())) {
    if (each !== '' && !known.includes(each)) {
      const fix = `Use one of its values.${didYouMean(each, known)}`;
      yield defect(meta.path, value.line, `Picklist ${field.name} has no value "${each}"`, fix);
    }
  }
}
