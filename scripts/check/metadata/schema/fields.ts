import type { FieldModel, ObjectModel } from '../model/objects.ts';
import { defect, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts';
import { FIELD_SHAPES, FORMULA_SHAPES, TYPES_BY_KIND } from './field-shapes.ts';

/** Every custom field has what its type requires, within the platform's bounds. */
export const fieldsRule: Rule = {
  name: 'fields',
  *run(model): Generator<Defect> {
    for (const object of model.objects.values()) {
      for (const field of object.fields.values()) {
        if (field.isCustom && field.source !== null && field.source.document.errors.length === 0) {
          yield* checkShape(object, field, field.source.path);
          yield* checkLookup(field, field.source.path);
          yield* checkPicklist(field, field.source.path);
        }
      }
      const nameField = childOf(object.source?.root ?? null, 'nameField');
      if (object.source !== null && nameField !== null && textOf(nameField, 'type') === 'AutoNumber') {
        yield* checkFormat(object.source.path, nameField);
      }
      if (object.source !== null && object.kind === 'custom' && nameField === null) {
        yield defect(object.source.path, 1, `${object.name} has no nameField`, 'Add <nameField> with label and type.');
      }
      if (object.source !== null && object.kind === 'event') {
        for (const name of ['eventType', 'publishBehavior'].filter(
          (each) => textOf(object.source?.root ?? null, each) === null,
        )) {
          yield defect(object.source.path, 1, `Platform event ${object.name} lacks <${name}>`, `Add <${name}>.`);
        }
      }
    }
  },
};

function* checkShape(object: ObjectModel, field: FieldModel, path: string): Generator<Defect> {
  const root = field.source?.root ?? null;
  const typeLine = childOf(root, 'type')?.line ?? 1;
  const what = field.formula === null ? 'field' : 'formula field';
  const shape = (field.formula === null ? FIELD_SHAPES : FORMULA_SHAPES)[field.type];
  if (shape === undefined) {
    const fix = 'Choose a type that exists for it.';
    yield defect(path, typeLine, `A ${what} cannot have the type ${field.type === '' ? '(none)' : field.type}`, fix);
    return;
  }
  const allowed = TYPES_BY_KIND[object.kind];
  if (allowed !== undefined && !allowed.includes(field.type)) {
    const message = `${object.name} cannot have a field of type ${field.type}`;
    yield defect(path, typeLine, message, `Use one of ${allowed.join(', ')}.`);
  }
  for (const name of shape.requires) {
    if (childOf(root, name) === null) {
      yield defect(path, typeLine, `A ${field.type} ${what} needs <${name}>`, `Add <${name}>.`);
    }
  }
  for (const name of shape.forbids ?? []) {
    const child = childOf(root, name);
    if (child !== null && child.text.trim() !== 'false') {
      yield defect(path, child.line, `A ${field.type} ${what} cannot have <${name}>`, `Remove <${name}>.`);
    }
  }
  for (const [name, [lowest, highest]] of Object.entries(shape.bounds ?? {})) {
    const child = childOf(root, name);
    const value = Number(child?.text);
    if (child !== null && (value < lowest || value > highest)) {
      const message = `<${name}> is ${value}; a ${field.type} ${what} allows ${lowest} to ${highest}`;
      yield defect(path, child.line, message, `Write a number from ${lowest} to ${highest}.`);
    }
  }
  const scale = childOf(root, 'scale');
  if (scale !== null && Number(scale.text) > Number(textOf(root, 'precision') ?? '18')) {
    yield defect(path, scale.line, 'The scale is larger than the precision', 'Lower <scale> or raise <precision>.');
  }
  if (field.type === 'AutoNumber') {
    yield* checkFormat(path, root);
  }
  const value = childOf(root, 'defaultValue');
  if (field.type === 'Checkbox' && value !== null && !/^(?:true|false)$/.test(value.text.trim())) {
    yield defect(path, value.line, `The default "${value.text.trim()}" is no checkbox value`, 'Write true or false.');
  }
}

function* checkFormat(path: string, owner: XmlElement | null): Generator<Defect> {
  const format = childOf(owner, 'displayFormat');
  if (format === null || !/\{0+\}/.test(format.text)) {
    const message = 'An auto-number needs a displayFormat with a counter';
    yield defect(path, (format ?? owner)?.line ?? 1, message, 'Write a <displayFormat> such as AB-{0000}.');
  }
}

function* checkLookup(field: FieldModel, path: string): Generator<Defect> {
  const root = field.source?.root ?? null;
  const required = childOf(root, 'required');
  if (field.type === 'Lookup' && field.required && required !== null) {
    const constraint = textOf(root, 'deleteConstraint');
    if (constraint === null || constraint === 'SetNull') {
      const message = 'A required lookup cannot be emptied when its target is deleted';
      yield defect(path, required.line, message, 'Write <deleteConstraint>Restrict</deleteConstraint>.');
    }
  }
}

function* checkPicklist(field: FieldModel, path: string): Generator<Defect> {
  const valueSet = childOf(field.source?.root ?? null, 'valueSet');
  if (valueSet === null) {
    return;
  }
  const definition = childOf(valueSet, 'valueSetDefinition');
  if (definition === null && childOf(valueSet, 'valueSetName') === null) {
    yield defect(path, valueSet.line, 'The picklist has no values', 'Add <valueSetDefinition> or <valueSetName>.');
  }
  const values = childrenOf(definition, 'value');
  if (definition !== null && values.length === 0) {
    yield defect(path, definition.line, 'The picklist has no values', 'Add at least one <value>.');
  }
  const seen = new Set<string>();
  for (const value of values) {
    const name = textOf(value, 'fullName') ?? '';
    if (seen.has(name.toLowerCase())) {
      yield defect(
        path,
        childOf(value, 'fullName')?.line ?? value.line,
        `The value ${name} stands twice`,
        'Remove one.',
      );
    }
    seen.add(name.toLowerCase());
  }
  const defaults = values.filter((value) => textOf(value, 'default') === 'true');
  const second = defaults[1];
  if (second !== undefined) {
    yield defect(path, second.line, 'More than one value is the default', 'Make one value the default.');
  }
}
