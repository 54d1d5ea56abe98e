import type { MetaFile } from '../model/meta-file.ts';
import type { FieldModel, ObjectModel } from '../model/objects.ts';
import type { ProjectModel } from '../model/project.ts';
import { defect, didYouMean, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts';

/** The xsi:type the platform wants for a value, by field type. */
const XSI: Readonly<Record<string, readonly string[]>> = {
  Checkbox: ['boolean'],
  Date: ['date'],
  DateTime: ['dateTime'],
  Number: ['double', 'int', 'long', 'decimal'],
  Percent: ['double', 'int', 'decimal'],
  Picklist: ['string', 'picklist'],
};

/** Records of custom metadata types fit the fields of their type. */
export const customMetadataRule: Rule = {
  name: 'custom-metadata',
  *run(model): Generator<Defect> {
    for (const meta of model.ofType('CustomMetadata')) {
      const [type = '', name] = meta.fullName.split('.');
      const object = model.object(`${type}__mdt`);
      if (object === undefined || name === undefined) {
        const types = [...model.objects.values()].filter((each) => each.kind === 'metadata').map((each) => each.name);
        const message = `Custom metadata type ${type}__mdt does not exist`;
        yield defect(
          meta.path,
          1,
          message,
          `Name the file <type>.<record>.md-meta.xml.${didYouMean(`${type}__mdt`, types)}`,
        );
        continue;
      }
      if (name.length > 40) {
        yield defect(meta.path, 1, `The record name ${name} has more than 40 characters`, 'Shorten it.');
      }
      yield* record(model, meta, object);
    }
  },
};

function* record(model: ProjectModel, meta: MetaFile, object: ObjectModel): Generator<Defect> {
  const filled = new Set<string>();
  for (const entry of childrenOf(meta.root, 'values')) {
    const element = childOf(entry, 'field');
    const value = childOf(entry, 'value');
    const field = object.fields.get(element?.text.trim().toLowerCase() ?? '');
    if (element === null) {
      continue;
    }
    if (field === undefined) {
      const names = [...object.fields.values()].map((each) => each.name);
      const message = `${object.name} has no field ${element.text.trim()}`;
      yield defect(
        meta.path,
        element.line,
        message,
        `Name a field that exists.${didYouMean(element.text.trim(), names)}`,
      );
      continue;
    }
    if (filled.has(field.name)) {
      yield defect(meta.path, element.line, `The record sets ${field.name} twice`, 'Remove one of the two.');
    }
    const isNil = value === null || value.attributes.get('xsi:nil') === 'true' || value.text.trim() === '';
    if (isNil && field.required) {
      yield defect(
        meta.path,
        value?.line ?? element.line,
        `${field.name} is required and has no value`,
        'Give it a value.',
      );
    } else if (!isNil) {
      yield* fits(model, meta, field, value);
    }
    filled.add(field.name);
  }
  for (const field of object.fields.values()) {
    if (field.required && !filled.has(field.name)) {
      yield defect(meta.path, 1, `The record lacks ${field.name}, which is required`, `Add a value for ${field.name}.`);
    }
  }
}

function* fits(model: ProjectModel, meta: MetaFile, field: FieldModel, value: XmlElement): Generator<Defect> {
  const text = value.text.trim();
  const given = (value.attributes.get('xsi:type') ?? 'xsd:string').replace(/^xsd?:/, '');
  const wanted = XSI[field.type] ?? ['string'];
  if (!wanted.includes(given)) {
    const message = `${field.name} is a ${field.type}; its value has xsi:type "${given}"`;
    yield defect(meta.path, value.line, message, `Write xsi:type="xsd:${wanted[0] ?? 'string'}".`);
    return;
  }
  const root = field.source?.root ?? null;
  const most = Number(textOf(root, 'length') ?? (field.type === 'TextArea' ? 255 : Infinity));
  if (given === 'string' && text.length > most) {
    const message = `The value has ${text.length} characters; ${field.name} holds ${most}`;
    yield defect(meta.path, value.line, message, 'Shorten the value, or lengthen the field.');
  }
  if (field.type === 'Checkbox' && !/^(?:true|false)$/.test(text)) {
    yield defect(meta.path, value.line, `${field.name} is "${text}"; it must be true or false`, 'Write true or false.');
  }
  if (field.type === 'Number') {
    const digits = Number(textOf(root, 'precision') ?? 18) - Number(textOf(root, 'scale') ?? 0);
    const whole = String(Math.trunc(Math.abs(Number(text))));
    if (!Number.isFinite(Number(text)) || whole.length > digits) {
      const message = `"${text}" does not fit ${field.name}, which holds ${digits} digits before the point`;
      yield defect(meta.path, value.line, message, 'Correct the value, or raise the precision of the field.');
    }
  }
  if (field.picklist !== null && !field.picklist.includes(text)) {
    yield defect(meta.path, value.line, `Picklist ${field.name} has no value "${text}"`, 'Use one of its values.');
  }
  yield* names(model, meta, field, value);
}

/** Fields whose value is the name of something of ours, by what they are called. */
function* names(model: ProjectModel, meta: MetaFile, field: FieldModel, value: XmlElement): Generator<Defect> {
  const text = value.text.trim();
  if (field.name === 'Apex_Class__c' && !model.classes.has(text.toLowerCase())) {
    const fix = `Name a class that exists.${didYouMean(text, model.classes.keys())}`;
    yield defect(meta.path, value.line, `Apex class ${text} does not exist`, fix);
  }
  if (field.name === 'Object__c' && model.object(text) === undefined) {
    yield defect(meta.path, value.line, `Object ${text} does not exist`, 'Name an object that exists.');
  }
}
