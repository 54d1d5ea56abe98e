/**
 * The properties annotations have and the values they take, as the platform's compiler, API 67, has them. A value is
 * a Boolean (also written as text) or a text; where only some texts are meant, they are listed.
 */
import type { Annotation } from '../ast.ts';
import type { MessageCode } from '../check/messages.ts';
import { ANNOTATIONS } from '../parse/modifierPlaces.ts';

type Values = 'boolean' | 'text' | readonly string[];

const ACCESS = ['always', 'never', 'sameNamespace', 'samePackage'] as const;

const PROPERTIES: Readonly<Record<string, Readonly<Record<string, Values>>>> = {
  auraenabled: { cacheable: 'boolean', continuation: 'boolean', scope: 'text' },
  future: { callout: 'boolean' },
  invocablemethod: {
    label: 'text', description: 'text', category: 'text', callout: 'boolean', configurationeditor: 'text', iconname: 'text', capabilitytype: 'text',
  },
  invocablevariable: { label: 'text', description: 'text', required: 'boolean', placeholdertext: 'text', defaultvalue: 'text' },
  istest: { seealldata: 'boolean', isparallel: 'boolean', oninstall: 'boolean', critical: 'boolean', testfor: 'text' },
  jsonaccess: { serializable: ACCESS, deserializable: ACCESS },
  readonly: { usereplica: 'text' },
  restresource: { urlmapping: 'text' },
  suppresswarnings: { value: 'text' },
}; // prettier-ignore

type Report = (at: number, code: MessageCode, ...values: readonly string[]) => void;

export function checkProperties(annotation: Annotation, report: Report): void {
  const name = annotation.name.toLowerCase();
  const printed = ANNOTATIONS.get(name) ?? annotation.name;
  const known = PROPERTIES[name] ?? {};
  for (const { name: property, value } of annotation.parameters) {
    const wanted = known[property.toLowerCase()];
    const given = value.kind === 'Literal' ? value : null;
    if (wanted === undefined) {
      report(value.at, 'ANNOTATION_PROPERTY', property, printed);
    } else if (wanted === 'text' && given?.type === 'boolean') {
      report(value.at, 'ANNOTATION_VALUE_TYPE', property, 'String');
    } else if (typeof wanted === 'object' && !wanted.some((one) => one === given?.value)) {
      report(value.at, 'ANNOTATION_VALUE', property, printed, String(given?.value));
    }
  }
  const has = (property: string): boolean => annotation.parameters.some((one) => one.name.toLowerCase() === property);
  if (name === 'restresource' && !has('urlmapping')) {
    report(annotation.at, 'ANNOTATION_PROPERTY_MISSING', 'urlMapping');
  }
}
