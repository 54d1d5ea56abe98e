/** CustomObject: whole (`X.object`) or decomposed into a folder; both fill the same shape. */
import { namespaceOf, qualify, qualifyPath } from '../names.ts';
import type {
  FieldSetSource,
  NamedSource,
  ObjectSource,
  RecordTypeSource,
  SharingReasonSource,
  ValidationRuleSource,
} from '../tree.ts';
import type { XmlNode } from '../xml.ts';
import { readField } from './field.ts';

export function emptyObject(name: string): ObjectSource {
  return {
    name,
    namespace: namespaceOf(name),
    label: null,
    pluralLabel: null,
    nameField: null,
    sharingModel: null,
    customSettingsType: null,
    visibility: null,
    eventType: null,
    publishBehavior: null,
    enableActivities: false,
    enableHistory: false,
    enableFeeds: false,
    description: null,
    fields: [],
    recordTypes: [],
    validationRules: [],
    fieldSets: [],
    sharingReasons: [],
    compactLayouts: [],
    listViews: [],
    actionOverrides: [],
    compactLayoutAssignment: null,
  };
}

export function readObject(root: XmlNode, object: ObjectSource, namespace: string, file: string): void {
  const nameField = root.child('nameField');
  object.label = root.text('label') ?? object.label;
  object.pluralLabel = root.text('pluralLabel') ?? object.pluralLabel;
  object.nameField = nameField
    ? {
        label: nameField.text('label') ?? 'Name',
        type: nameField.text('type') ?? 'Text',
        displayFormat: nameField.text('displayFormat'),
        startingNumber: nameField.number('startingNumber'),
      }
    : object.nameField;
  object.sharingModel = root.text('sharingModel') ?? object.sharingModel;
  object.customSettingsType = root.text('customSettingsType') ?? object.customSettingsType;
  object.visibility = root.text('visibility') ?? root.text('customSettingsVisibility') ?? object.visibility;
  object.eventType = root.text('eventType') ?? object.eventType;
  object.publishBehavior = root.text('publishBehavior') ?? object.publishBehavior;
  object.enableActivities = root.flag('enableActivities', object.enableActivities);
  object.enableHistory = root.flag('enableHistory', object.enableHistory);
  object.enableFeeds = root.flag('enableFeeds', object.enableFeeds);
  object.description = root.text('description') ?? object.description;
  object.fields.push(...root.all('fields').map((node) => readField(node, namespace)));
  object.recordTypes.push(...root.all('recordTypes').map((node) => readRecordType(node, namespace)));
  object.validationRules.push(...root.all('validationRules').map((node) => readValidationRule(node, namespace)));
  object.fieldSets.push(...root.all('fieldSets').map((node) => readFieldSet(node, namespace)));
  object.sharingReasons.push(...root.all('sharingReasons').map((node) => readSharingReason(node, namespace)));
  const part = (node: XmlNode): NamedSource => ({ name: node.text('fullName') ?? '', namespace, file, node });
  object.compactLayouts.push(...root.all('compactLayouts').map(part));
  object.listViews.push(...root.all('listViews').map(part));
  object.actionOverrides.push(...root.all('actionOverrides'));
  object.compactLayoutAssignment = root.text('compactLayoutAssignment') ?? object.compactLayoutAssignment;
}

export function readRecordType(node: XmlNode, namespace: string): RecordTypeSource {
  const name = node.text('fullName') ?? '';
  return {
    name,
    label: node.text('label') ?? name,
    isActive: node.flag('active', true),
    description: node.text('description'),
    businessProcess: node.text('businessProcess'),
    picklistValues: new Map(
      node.all('picklistValues').map((one) => [
        qualify(one.text('picklist') ?? '', namespace),
        // Values of record types are stored with URL escapes: `Closed %2D Won`.
        one
          .all('values')
          .map((value) => ({ value: decode(value.text('fullName') ?? ''), isDefault: value.flag('default') })),
      ]),
    ),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function readValidationRule(node: XmlNode, namespace: string): ValidationRuleSource {
  const errorField = node.text('errorDisplayField');
  return {
    name: node.text('fullName') ?? '',
    isActive: node.flag('active'),
    formula: node.text('errorConditionFormula') ?? '',
    message: node.text('errorMessage') ?? '',
    errorField: errorField === null ? null : qualify(errorField, namespace),
  };
}

export function readSharingReason(node: XmlNode, namespace: string): SharingReasonSource {
  const name = qualify(node.text('fullName') ?? '', namespace);
  return { name, label: node.text('label') ?? name };
}

export function readFieldSet(node: XmlNode, namespace: string): FieldSetSource {
  const name = node.text('fullName') ?? '';
  return {
    name: namespace === '' || name.includes('__') ? name : `${namespace}__${name}`,
    label: node.text('label') ?? name,
    description: node.text('description') ?? '',
    fields: node.all('displayedFields').map((field) => ({
      path: qualifyPath(field.text('field') ?? '', namespace),
      isRequired: field.flag('isRequired'),
    })),
  };
}
