/** CustomField: its own file, or a `fields` element of an object file. */
import { qualify, qualifyPath, qualifyPlain } from '../names.ts';
import type { FieldSource, ValueSource } from '../tree.ts';
import type { XmlNode } from '../xml.ts';
import { readValue } from './values.ts';

export function readField(node: XmlNode, namespace: string): FieldSource {
  const name = node.text('fullName') ?? '';
  const valueSet = node.child('valueSet') ?? node.child('picklist');
  const definition = valueSet?.child('valueSetDefinition') ?? (node.child('picklist') === null ? null : valueSet);
  const type = node.text('type');
  const referenceTo = node.text('referenceTo');
  const globalSet = valueSet?.text('valueSetName') ?? null;
  const path = (text: string | null): string | null => (text === null ? null : qualifyPath(text, namespace));
  return {
    name: qualify(name, namespace),
    label: node.text('label'),
    type,
    description: node.text('description'),
    helpText: node.text('inlineHelpText'),
    length: node.number('length'),
    precision: node.number('precision'),
    scale: node.number('scale'),
    isRequired: node.flag('required'),
    isUnique: node.flag('unique'),
    isCaseSensitive: node.flag('caseSensitive'),
    isExternalId: node.flag('externalId'),
    defaultValue: node.text('defaultValue'),
    formula: node.text('formula'),
    blanksAsZero: node.text('formulaTreatBlanksAs') === 'BlankAsZero',
    displayFormat: node.text('displayFormat'),
    startingNumber: node.number('startingNumber'),
    referenceTo: referenceTo === null ? null : qualify(referenceTo, namespace),
    relationshipName: relationship(node.text('relationshipName'), name, namespace),
    relationshipOrder: node.number('relationshipOrder'),
    deleteConstraint: node.text('deleteConstraint'),
    isReparentable: node.flag('reparentableMasterDetail'),
    summaryOperation: node.text('summaryOperation'),
    summarizedField: path(node.text('summarizedField')),
    summaryForeignKey: path(node.text('summaryForeignKey')),
    summaryFilters: node.all('summaryFilterItems').map((item) => ({
      field: qualifyPath(item.text('field') ?? '', namespace),
      operation: item.text('operation') ?? 'equals',
      value: item.text('value') ?? item.text('valueField') ?? '',
    })),
    values: definition === null ? null : readValues(definition),
    valueSetName: globalSet === null ? null : qualifyPlain(globalSet.replace(/__gvs$/, ''), namespace),
    isRestricted: (valueSet?.flag('restricted') ?? false) || globalSet !== null,
    controllingField: path(valueSet?.text('controllingField') ?? null),
    metadataController: path(node.text('metadataRelationshipControllingField')),
    dependencies: new Map(
      (valueSet?.all('valueSettings') ?? []).map((setting) => [
        setting.text('valueName') ?? '',
        setting.texts('controllingFieldValue'),
      ]),
    ),
    manageability: node.text('fieldManageability'),
    hasLookupFilter: node.child('lookupFilter')?.flag('active', true) ?? false,
    isLookupFilterOptional: node.child('lookupFilter')?.flag('isOptional', true) ?? false,
    trackHistory: node.flag('trackHistory'),
    maskChar: node.text('maskChar'),
    maskType: node.text('maskType'),
  };
}

function readValues(definition: XmlNode): readonly ValueSource[] {
  return [...definition.all('value'), ...definition.all('picklistValues')].map(readValue);
}

/** The children of a custom lookup are reached by the relationship's name with `__r`; those of a standard field without. */
function relationship(text: string | null, fieldName: string, namespace: string): string | null {
  return text === null ? null : fieldName.includes('__') ? qualify(`${text}__r`, namespace) : text;
}
