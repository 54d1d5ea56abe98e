import { parse } from '@lwc/template-compiler';

/** An element of a template that is a component: `c-hours-tile`, with what is set on it. */
export interface ChildComponent {
  readonly tag: string;
  readonly line: number;
  readonly attributes: readonly { readonly name: string; readonly property: string; readonly line: number }[];
}

export interface TemplateFacts {
  readonly errors: readonly { readonly line: number; readonly message: string }[];
  readonly children: readonly ChildComponent[];
  /** The names that the template expects its class to have. */
  readonly names: readonly { readonly name: string; readonly line: number }[];
}

/** Any node of the compiler's tree. Only what is read here is named; every part may be missing. */
interface Node {
  readonly type?: string;
  readonly name?: unknown;
  readonly location?: { readonly startLine: number };
  readonly properties?: readonly { name: string; attributeName: string; location: { startLine: number } }[];
  readonly item?: { readonly name: string };
  readonly index?: { readonly name: string };
  readonly iterator?: { readonly name: string };
  readonly slotData?: { readonly value: { readonly name: string } };
}

/** Reads a template with LWC's own parser: its errors, the components in it, the names it uses. */
export function readTemplate(html: string, name: string): TemplateFacts {
  const { root, warnings } = parse(html, { name, namespace: 'c' });
  const facts = { children: [] as ChildComponent[], names: [] as { name: string; line: number }[] };
  if (root) {
    visit(root, new Set(), 1, facts);
  }
  return {
    ...facts,
    // The compiler calls some of these warnings; each of them is a template that does not do what it says.
    errors: warnings.map((warning) => ({ line: warning.location?.line ?? 1, message: warning.message })),
  };
}

type Facts = { readonly children: ChildComponent[]; readonly names: { name: string; line: number }[] };

/** `scope` holds the names that loops and slots define; they are not members of the class. */
function visit(value: unknown, scope: ReadonlySet<string>, line: number, facts: Facts): void {
  if (Array.isArray(value)) {
    value.forEach((item) => visit(item, scope, line, facts));
    return;
  }
  if (typeof value !== 'object' || value === null) {
    return;
  }
  const node = value as Node;
  const here = node.location?.startLine ?? line;
  if (node.type === 'Identifier' && typeof node.name === 'string') {
    if (!scope.has(node.name)) {
      facts.names.push({ name: node.name, line: here });
    }
    return;
  }
  if (node.type === 'MemberExpression') {
    // Of `row.label` only `row` must be a member of the class; the rest is the value's own.
    visit((node as { object?: unknown }).object, scope, here, facts);
    return;
  }
  if (node.type === 'Component' && typeof node.name === 'string') {
    facts.children.push({ tag: node.name, line: here, attributes: attributesOf(node) });
  }
  const inner = withDefinitions(node, scope);
  for (const [key, part] of Object.entries(node)) {
    if (!['location', 'directiveLocation', 'item', 'index', 'iterator', 'slotData'].includes(key)) {
      visit(part, inner, here, facts);
    }
  }
}

function attributesOf(node: Node): ChildComponent['attributes'] {
  return (node.properties ?? []).map((property) => ({
    name: property.attributeName,
    property: property.name,
    line: property.location.startLine,
  }));
}

function withDefinitions(node: Node, scope: ReadonlySet<string>): ReadonlySet<string> {
  const names = [node.item?.name, node.index?.name, node.iterator?.name, node.slotData?.value.name];
  const defined = names.filter((name) => name !== undefined);
  return defined.length > 0 ? new Set([...scope, ...defined]) : scope;
}
