import { SaxesParser } from 'saxes';
import { LIGHTNING_TARGETS } from '../lightning-targets.ts';
import { FORM_FACTORS, PROPERTY_TYPES } from './platform.ts';

/** What the bundle's other files and the project say about it. */
export interface MetaContext {
  readonly apiVersion: string;
  readonly properties: ReadonlySet<string>;
  hasObject(name: string): boolean;
}

export interface MetaProblem {
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

interface Leaf {
  readonly path: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly line: number;
}

/** Checks what no schema describes: `targetConfigs` is opaque to the Metadata API's types. */
export function checkMeta(xml: string, context: MetaContext): MetaProblem[] {
  const read = readLeaves(xml);
  if (!Array.isArray(read)) {
    return [read];
  }
  const value = (name: string): string | undefined => read.find(({ path }) => path === name)?.text;
  const targets = read.filter(({ path }) => path === 'targets/target').map(({ text }) => text);
  const problems = read.flatMap((leaf) => checkLeaf(leaf, targets, context));
  if (value('apiVersion') !== context.apiVersion) {
    problems.push(
      problem(1, `the API version is ${value('apiVersion') ?? 'missing'}`, `Set it to ${context.apiVersion}.`),
    );
  }
  if (value('isExposed') === 'true') {
    for (const name of ['masterLabel', 'description']) {
      if (!value(name)) {
        problems.push(problem(1, `an exposed component has no ${name}`, `Add ${name}: the page editor shows it.`));
      }
    }
    if (targets.length === 0) {
      problems.push(problem(1, 'an exposed component has no target', 'Add the page types it is made for, or hide it.'));
    }
  }
  return problems;
}

function checkLeaf(leaf: Leaf, targets: readonly string[], context: MetaContext): MetaProblem[] {
  const { path, attributes, text, line } = leaf;
  switch (path) {
    case 'targets/target':
      return LIGHTNING_TARGETS.includes(text)
        ? []
        : [problem(line, `no target is named ${text}`, 'Use a target of the platform.')];
    case 'targetConfigs/targetConfig': {
      const foreign = (attributes['targets'] ?? '').split(',').filter((target) => !targets.includes(target.trim()));
      return foreign.map((target) => problem(line, `${target} is configured, but no target`, 'Add it to the targets.'));
    }
    case 'targetConfigs/targetConfig/property':
      return checkProperty(attributes, line, context);
    case 'targetConfigs/targetConfig/objects/object':
      return context.hasObject(text)
        ? []
        : [
            problem(
              line,
              `no object is named ${text}`,
              'Name an object of the project, or a standard one that is listed.',
            ),
          ];
    case 'targetConfigs/targetConfig/supportedFormFactors/supportedFormFactor':
      return FORM_FACTORS.has(attributes['type'] ?? '')
        ? []
        : [problem(line, `no form factor is named ${attributes['type'] ?? ''}`, 'Use Large or Small.')];
    default:
      return [];
  }
}

function checkProperty(attributes: Leaf['attributes'], line: number, context: MetaContext): MetaProblem[] {
  const name = attributes['name'] ?? '';
  const type = attributes['type'] ?? '';
  const problems: MetaProblem[] = [];
  if (!context.properties.has(name)) {
    problems.push(problem(line, `the class has no @api property ${name}`, 'Add it to the class, or correct the name.'));
  }
  if (!PROPERTY_TYPES.has(type)) {
    problems.push(problem(line, `a design property has no type ${type}`, `Use ${[...PROPERTY_TYPES].join(', ')}.`));
  }
  return problems;
}

/** Every element with its path below the root, or the problem that keeps the file from being read. */
function readLeaves(xml: string): Leaf[] | MetaProblem {
  const parser = new SaxesParser();
  const stack: { name: string; text: string; line: number; attributes: Record<string, string> }[] = [];
  const leaves: Leaf[] = [];
  parser.on('opentag', (tag) => {
    stack.push({ name: tag.name, text: '', line: parser.line, attributes: { ...tag.attributes } });
  });
  parser.on('text', (text) => {
    const top = stack.at(-1);
    if (top) {
      top.text += text;
    }
  });
  parser.on('closetag', () => {
    const path = stack
      .slice(1)
      .map(({ name }) => name)
      .join('/');
    const top = stack.pop();
    if (top) {
      leaves.push({ path, attributes: top.attributes, text: top.text.trim(), line: top.line });
    }
  });
  try {
    parser.write(xml).close();
    return leaves;
  } catch (error) {
    return problem(parser.line, error instanceof Error ? error.message : String(error), 'Make it well-formed XML.');
  }
}

function problem(line: number, message: string, fix: string): MetaProblem {
  return { line, message, fix };
}
