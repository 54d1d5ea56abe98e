import { defect, didYouMean, type Defect } from '../rule.ts';
import type { XmlElement } from '../xml.ts';
import type { MemberType, MetadataTypes } from './types.ts';

const XSD_TYPES = new Set([
  'string',
  'boolean',
  'double',
  'int',
  'long',
  'date',
  'dateTime',
  'decimal',
  'time',
  'picklist',
  'base64Binary',
]);
/** The WSDL calls these required, every org does without them. */
const TOLERATED = new Set([
  'CustomMetadata.values',
  'ApexClass.status',
  'CustomValue.default',
  'FlexiPage.flexiPageRegions',
]);

/** Checks one element and all below it against a type; what is not in the types is refused, as the API refuses it. */
export function* validate(
  file: string,
  element: XmlElement,
  typeName: string,
  types: MetadataTypes,
): Generator<Defect> {
  const members = types.complex[typeName];
  if (members === undefined) {
    yield* validateLeaf(file, element, typeName, types);
    return;
  }
  if (element.text.trim() !== '') {
    const message = `<${element.name}> holds text between its elements: "${element.text.trim().slice(0, 40)}"`;
    yield defect(file, lineOfText(element), message, 'Remove the text, or put it into the element it belongs to.');
  }
  yield* validateOrder(file, element, members);
  for (const child of element.children) {
    const member = members[child.name];
    if (member === undefined) {
      const hint = didYouMean(child.name, Object.keys(members));
      const fix = `Remove the element, or use one that ${typeName} has.${hint}`;
      yield defect(file, child.line, `<${child.name}> is no element of ${typeName}`, fix);
    } else {
      yield* validate(file, child, member.type, types);
    }
  }
  const present = new Set(element.children.map(({ name }) => name));
  for (const [name, member] of Object.entries(members)) {
    if (!member.optional && !member.many && !present.has(name) && !TOLERATED.has(`${typeName}.${name}`)) {
      yield defect(
        file,
        element.line,
        `<${element.name}> lacks <${name}>, which ${typeName} requires`,
        `Add <${name}>.`,
      );
    }
  }
}

/** Metadata API accepts elements in any order, yet repeats of one must stand together and single ones stand once. */
function* validateOrder(
  file: string,
  element: XmlElement,
  members: Readonly<Record<string, MemberType>>,
): Generator<Defect> {
  const seen = new Set<string>();
  let previous = '';
  for (const child of element.children) {
    if (seen.has(child.name) && members[child.name]?.many === false) {
      yield defect(file, child.line, `<${child.name}> stands twice in <${element.name}>`, 'Keep one of them.');
    } else if (seen.has(child.name) && child.name !== previous) {
      const message = `<${child.name}> is repeated apart from its like; the Metadata API refuses that`;
      yield defect(file, child.line, message, `Move it next to the other <${child.name}> elements.`);
    }
    seen.add(child.name);
    previous = child.name;
  }
}

function* validateLeaf(file: string, element: XmlElement, type: string, types: MetadataTypes): Generator<Defect> {
  const text = element.text.trim();
  const nil = element.attributes.get('xsi:nil') === 'true';
  const xsiType = element.attributes.get('xsi:type');
  if (xsiType !== undefined && !XSD_TYPES.has(xsiType.replace(/^xsd?:/, ''))) {
    const fix = `Use one of ${[...XSD_TYPES].map((each) => `xsd:${each}`).join(', ')}.`;
    yield defect(file, element.line, `xsi:type "${xsiType}" does not exist`, fix);
  }
  if (nil || isOpaque(element, type)) {
    return;
  }
  const unexpected = element.children[0];
  if (unexpected !== undefined) {
    const message = `<${element.name}> holds a value, not <${unexpected.name}>`;
    yield defect(file, unexpected.line, message, `Remove <${unexpected.name}>.`);
  } else if (type === 'boolean' && text !== 'true' && text !== 'false') {
    yield defect(
      file,
      element.line,
      `<${element.name}> is "${text}"; it must be true or false`,
      'Write true or false.',
    );
  } else if (type === 'number' && !/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) {
    yield defect(file, element.line, `<${element.name}> is "${text}"; it must be a number`, 'Write a number.');
  } else if (types.enums[type] !== undefined && !types.enums[type].includes(text)) {
    const values = types.enums[type];
    const few = values.length <= 12 ? ` Use one of ${values.join(', ')}.` : '';
    const fix = `Write a value that ${type} has.${didYouMean(text, values)}${few}`;
    yield defect(file, element.line, `<${element.name}> is "${text}", which ${type} does not have`, fix);
  }
}

/** Target configurations are an opaque string in the types; a rule of its own reads them. */
function isOpaque(element: XmlElement, type: string): boolean {
  return type === 'any' || element.name === 'targetConfigs';
}

/** Stray text may start lines below the opening tag. */
function lineOfText(element: XmlElement): number {
  const leading = /^\s*/.exec(element.text)?.[0] ?? '';
  return element.textLine + leading.split('\n').length - 1;
}
