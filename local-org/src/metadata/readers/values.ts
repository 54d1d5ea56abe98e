/** Value sets: global, standard, and those inside a field. */
import type { ValueSource } from '../tree.ts';
import type { XmlNode } from '../xml.ts';

export function readValue(node: XmlNode): ValueSource {
  const fullName = node.text('fullName') ?? node.text('valueName') ?? '';
  return {
    fullName,
    label: node.text('label') ?? fullName,
    isDefault: node.flag('default'),
    isActive: node.flag('isActive', true),
    closed: node.flag('closed'),
    won: node.flag('won'),
    converted: node.flag('converted'),
    probability: node.number('probability'),
    forecastCategory: node.text('forecastCategory'),
  };
}

export function readGlobalValueSet(root: XmlNode): readonly ValueSource[] {
  return [...root.all('customValue'), ...root.all('globalPicklistValues')].map(readValue);
}

export function readStandardValueSet(root: XmlNode): readonly ValueSource[] {
  return root.all('standardValue').map(readValue);
}
