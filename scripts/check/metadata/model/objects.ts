import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts';
import type { StandardModel } from '../../apex/standard-model.ts';
import type { MetaFile } from './meta-file.ts';
import { implicitFields, type ObjectKind } from './implicit-fields.ts';

export interface FieldModel {
  readonly name: string;
  /** A metadata type for our own fields (`LongTextArea`), an Apex type for standard ones (`Decimal`). */
  readonly type: string;
  readonly isCustom: boolean;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly formula: string | null;
  readonly required: boolean;
  /** Values in their own case; null where they are not known. */
  readonly picklist: readonly string[] | null;
  /** The file that defines the field; null for a standard one. */
  readonly source: MetaFile | null;
}

export interface ChildRelationship {
  readonly childObject: string;
  readonly field: string;
}

export interface ObjectModel {
  readonly name: string;
  readonly kind: ObjectKind;
  /** The object's own file; null for a standard object that we merely extend or refer to. */
  readonly source: MetaFile | null;
  readonly fields: Map<string, FieldModel>;
  /** By lower-case name, with `__r` for custom relationships. */
  readonly childRelationships: Map<string, ChildRelationship>;
  /** Files of list views, field sets, validation rules and other parts, by `suffix:name`. */
  readonly parts: Map<string, MetaFile>;
}

/** Objects by lower-case name: ours, and the standard ones with our fields added. */
export type Objects = Map<string, ObjectModel>;

export function readObjects(metas: readonly MetaFile[], standard: StandardModel): Objects {
  const objects: Objects = new Map();
  for (const each of standard.objects.values()) {
    objects.set(each.name.toLowerCase(), standardObject(each));
  }
  const valueSets = new Map<string, readonly string[]>();
  for (const meta of metas) {
    if (meta.kind?.type === 'CustomObject') {
      const known = objects.get(meta.fullName.toLowerCase());
      const own = newObject(meta.fullName, kindOf(meta), meta, meta.root);
      objects.set(meta.fullName.toLowerCase(), known === undefined ? own : { ...known, source: meta });
    } else if (meta.kind?.type === 'GlobalValueSet') {
      valueSets.set(
        meta.fullName,
        childrenOf(meta.root, 'customValue').flatMap((each) => textOf(each, 'fullName') ?? []),
      );
    }
  }
  for (const meta of metas.filter((each) => each.kind?.isPart === true)) {
    const name = objectNameOf(meta);
    const owner = objects.get(name.toLowerCase()) ?? newObject(name, 'custom', null, null);
    objects.set(name.toLowerCase(), owner);
    owner.parts.set(`${meta.suffix}:${meta.fullName}`, meta);
    if (meta.suffix === 'field') {
      owner.fields.set(meta.fullName.toLowerCase(), customField(meta, valueSets));
    }
  }
  linkChildren(objects);
  return objects;
}

/** `Project__c` of `…/objects/Project__c/fields/Status__c.field-meta.xml`. */
export function objectNameOf(meta: MetaFile): string {
  return meta.path.split('/').at(-3) ?? '';
}

function kindOf(meta: MetaFile): ObjectKind {
  if (meta.fullName.endsWith('__mdt')) {
    return 'metadata';
  }
  if (meta.fullName.endsWith('__e')) {
    return 'event';
  }
  if (textOf(meta.root, 'customSettingsType') !== null) {
    return 'setting';
  }
  return meta.fullName.endsWith('__c') ? 'custom' : 'standard';
}

function newObject(name: string, kind: ObjectKind, source: MetaFile | null, root: XmlElement | null): ObjectModel {
  const fields = new Map<string, FieldModel>();
  const nameField = childOf(root, 'nameField');
  for (const [field, type, target, relationship] of implicitFields(kind)) {
    const isAutoNumber = field === 'Name' && textOf(nameField, 'type') === 'AutoNumber';
    fields.set(field.toLowerCase(), {
      ...plainField(field, isAutoNumber ? 'AutoNumber' : type),
      referenceTo: target === undefined ? [] : [target],
      relationshipName: relationship ?? null,
    });
  }
  return { name, kind, source, fields, childRelationships: new Map(), parts: new Map() };
}

function plainField(name: string, type: string): FieldModel {
  const rest = { isCustom: false, referenceTo: [], relationshipName: null, formula: null, required: false };
  return { name, type, ...rest, picklist: null, source: null };
}

function standardObject(object: NonNullable<ReturnType<StandardModel['objects']['get']>>): ObjectModel {
  const fields = new Map<string, FieldModel>();
  for (const [key, each] of object.fields) {
    fields.set(key, {
      ...plainField(each.name, each.type),
      referenceTo: each.referenceTo,
      relationshipName: each.relationshipName,
    });
  }
  const children = new Map(object.childRelationships);
  return { name: object.name, kind: 'standard', source: null, fields, childRelationships: children, parts: new Map() };
}

function customField(meta: MetaFile, valueSets: ReadonlyMap<string, readonly string[]>): FieldModel {
  const type = textOf(meta.root, 'type') ?? (textOf(meta.root, 'formula') === null ? '' : 'Text');
  const relationship = textOf(meta.root, 'relationshipName');
  return {
    name: meta.fullName,
    type,
    isCustom: meta.fullName.endsWith('__c'),
    referenceTo: childrenOf(meta.root, 'referenceTo').map((each) => each.text.trim()),
    relationshipName: relationship === null ? null : meta.fullName.replace(/__c$/, '__r'),
    formula: textOf(meta.root, 'formula'),
    required: textOf(meta.root, 'required') === 'true',
    picklist: picklistOf(childOf(meta.root, 'valueSet'), valueSets),
    source: meta,
  };
}

function picklistOf(
  valueSet: XmlElement | null,
  sets: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const shared = textOf(valueSet, 'valueSetName');
  if (shared !== null) {
    return sets.get(shared) ?? null;
  }
  const definition = childOf(valueSet, 'valueSetDefinition');
  return definition === null ? null : childrenOf(definition, 'value').flatMap((each) => textOf(each, 'fullName') ?? []);
}

function linkChildren(objects: Objects): void {
  for (const child of objects.values()) {
    for (const field of child.fields.values()) {
      const name = field.source === null ? null : textOf(field.source.root, 'relationshipName');
      for (const target of name === null ? [] : field.referenceTo) {
        const parent = objects.get(target.toLowerCase());
        const link = { childObject: child.name, field: field.name };
        parent?.childRelationships.set(`${name}__r`.toLowerCase(), link);
      }
    }
  }
}
