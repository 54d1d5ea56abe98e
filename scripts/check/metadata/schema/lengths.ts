import type { MetaFile } from '../model/meta-file.ts';
import { objectNameOf } from '../model/objects.ts';
import { defect, type Defect, type Rule } from '../rule.ts';
import { childOf, childrenOf, type XmlElement } from '../xml.ts';

/** Longest text of an element by metadata type; the platform refuses what is longer. */
const LONGEST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  CustomField: { label: 40, description: 1000, inlineHelpText: 510, relationshipLabel: 80, relationshipName: 40 },
  CustomObject: { label: 40, pluralLabel: 40, description: 1000 },
  CustomApplication: { label: 40, description: 255 },
  CustomPermission: { label: 80, description: 255 },
  PermissionSet: { label: 80, description: 255 },
  CustomTab: { description: 255 },
  QuickAction: { label: 80, description: 255 },
  ValidationRule: { description: 255, errorMessage: 255 },
  ListView: { label: 40 },
  FieldSet: { label: 40 },
  CompactLayout: { label: 40 },
  FlexiPage: { masterLabel: 80, description: 255 },
  CustomMetadata: { label: 40 },
  ReportType: { label: 50, description: 255 },
  GlobalValueSet: { masterLabel: 80, description: 255 },
  LightningComponentBundle: { masterLabel: 80 },
};
const LABEL_LENGTHS: Readonly<Record<string, number>> = {
  fullName: 80,
  categories: 255,
  shortDescription: 80,
  value: 1000,
};
const NAME_LENGTHS: Readonly<Record<string, number>> = {
  ListView: 40,
  FieldSet: 40,
  ValidationRule: 40,
  ApexClass: 40,
  CompactLayout: 40,
};
const NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;

/** Names and texts stay within the platform's lengths, and names are made of what it allows. */
export const lengthsRule: Rule = {
  name: 'lengths',
  *run(model): Generator<Defect> {
    for (const meta of model.metas) {
      const type = meta.kind?.type ?? '';
      yield* tooLong(meta, meta.root, LONGEST[type] ?? {});
      for (const label of type === 'CustomLabels' ? childrenOf(meta.root, 'labels') : []) {
        yield* tooLong(meta, label, LABEL_LENGTHS);
      }
      yield* checkName(meta, type);
    }
  },
};

function* tooLong(meta: MetaFile, element: XmlElement, longest: Readonly<Record<string, number>>): Generator<Defect> {
  for (const [name, most] of Object.entries(longest)) {
    const child = childOf(element, name);
    // A formatter may break a long text over several lines; the platform sees single spaces.
    const length = child?.text.trim().replace(/\s+/g, ' ').length ?? 0;
    if (child !== null && length > most) {
      const message = `<${name}> has ${length} characters; the platform allows ${most}`;
      yield defect(meta.path, child.line, message, `Shorten it to ${most} characters.`);
    }
  }
}

function* checkName(meta: MetaFile, type: string): Generator<Defect> {
  const isField = type === 'CustomField';
  const isObject = type === 'CustomObject';
  const most = isField || isObject ? 40 : NAME_LENGTHS[type];
  const plain = meta.fullName.replace(/__(?:c|mdt|e)$/, '');
  if (most !== undefined && plain.length > most) {
    const message = `The name ${meta.fullName} has ${plain.length} characters; the platform allows ${most}`;
    yield defect(meta.path, 1, message, `Shorten the name to ${most} characters.`);
  }
  const isCustom =
    plain !== meta.fullName ||
    ['ListView', 'FieldSet', 'ValidationRule', 'ApexClass', 'CustomPermission', 'PermissionSet'].includes(type);
  if (isCustom && !NAME.test(plain)) {
    const where = isField ? ` of ${objectNameOf(meta)}` : '';
    const fix = 'Use letters, digits and single underscores; begin with a letter and do not end with an underscore.';
    yield defect(meta.path, 1, `${meta.fullName}${where} is no name the platform allows`, fix);
  }
}
