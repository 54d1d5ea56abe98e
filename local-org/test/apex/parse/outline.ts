/** Prints trees as short prefix expressions, so that a case fits on one line: `a + b * 1` is `(+ a (* b 1))`. */
import type { Expression, Statement, SwitchLabel, TypeReference } from '../../../src/apex/ast.ts';

export function typeText(type: TypeReference): string {
  const parts = type.parts.map(
    ({ name, typeArguments }) =>
      name + (typeArguments.length === 0 ? '' : `<${typeArguments.map(typeText).join(',')}>`),
  );
  return parts.join('.') + '[]'.repeat(type.arrayDepth);
}

export function outline(node: Expression): string {
  switch (node.kind) {
    case 'Literal':
      return literalText(node);
    case 'Name':
      return node.name;
    case 'Member':
      return list(node.isSafe ? '?.' : '.', outline(node.target), node.name);
    case 'Index':
      return list('[]', outline(node.target), outline(node.index));
    case 'Call':
      return list(
        node.isSafe ? '?call' : 'call',
        node.target === null ? '-' : outline(node.target),
        node.name,
        ...node.arguments.map(outline),
      );
    case 'New':
      return list('new', typeText(node.type), ...node.arguments.map(outline));
    case 'NewFields':
      return list('new', typeText(node.type), ...node.fields.map(({ name, value }) => `${name}=${outline(value)}`));
    case 'NewElements':
      return list('new', typeText(node.type), `{${node.elements.map(outline).join(' ')}}`);
    case 'NewEntries':
      return list(
        'new',
        typeText(node.type),
        `{${node.entries.map(({ key, value }) => `${outline(key)}=>${outline(value)}`).join(' ')}}`,
      );
    case 'NewArray':
      return list('new', typeText(node.type), `[${outline(node.size)}]`);
    case 'Unary':
      return list(node.operator, outline(node.operand));
    case 'Step':
      return node.isPrefix
        ? list(`${node.operator}_`, outline(node.operand))
        : list(`_${node.operator}`, outline(node.operand));
    case 'Binary':
      return list(node.operator, outline(node.left), outline(node.right));
    case 'Coalesce':
      return list('??', outline(node.left), outline(node.right));
    case 'Ternary':
      return list('?:', outline(node.condition), outline(node.then), outline(node.otherwise));
    case 'Assign':
      return list(node.operator, outline(node.target), outline(node.value));
    case 'InstanceOf':
      return list('instanceof', outline(node.operand), typeText(node.type));
    case 'Cast':
      return list('cast', typeText(node.type), outline(node.operand));
    case 'This':
      return 'this';
    case 'Super':
      return 'super';
    case 'ClassLiteral':
      return list('class', typeText(node.type));
    case 'Soql':
    case 'Sosl':
      return list(node.kind.toLowerCase(), JSON.stringify(node.text), ...node.binds.map(outline));
  }
}

export function outlineStatement(node: Statement): string {
  switch (node.kind) {
    case 'Block':
      return `{${node.statements.map(outlineStatement).join(' ')}}`;
    case 'LocalVariable':
      return list(
        node.isFinal ? 'final' : 'var',
        typeText(node.type),
        ...node.variables.map(({ name, initializer }) =>
          initializer === null ? name : `${name}=${outline(initializer)}`,
        ),
      );
    case 'Expression':
      return outline(node.expression);
    case 'If':
      return list(
        'if',
        outline(node.condition),
        outlineStatement(node.then),
        ...optional(node.otherwise, outlineStatement),
      );
    case 'While':
      return list('while', outline(node.condition), outlineStatement(node.body));
    case 'DoWhile':
      return list('do', outlineStatement(node.body), outline(node.condition));
    case 'For':
      return list(
        'for',
        list(...node.initial.map(outlineStatement)),
        node.condition === null ? '-' : outline(node.condition),
        list(...node.update.map(outline)),
        outlineStatement(node.body),
      );
    case 'ForEach':
      return list('each', typeText(node.type), node.name, outline(node.iterable), outlineStatement(node.body));
    case 'Return':
      return list('return', ...optional(node.value, outline));
    case 'Throw':
      return list('throw', outline(node.value));
    case 'Break':
      return 'break';
    case 'Continue':
      return 'continue';
    case 'Try':
      return list(
        'try',
        outlineStatement(node.body),
        ...node.catches.map(({ type, name, body }) => list('catch', typeText(type), name, outlineStatement(body))),
        ...optional(node.finallyBody, (body) => list('finally', outlineStatement(body))),
      );
    case 'Switch':
      return list(
        'switch',
        outline(node.subject),
        ...node.branches.map(({ label, body }) => list(labelText(label), outlineStatement(body))),
      );
    case 'Dml':
      return list(
        node.operation,
        ...optional(node.access, (access) => `as-${access}`),
        outline(node.rows),
        ...optional(node.externalIdField, typeText),
        ...optional(node.mergeRows, outline),
      );
    case 'RunAs':
      return list('runAs', outline(node.user), outlineStatement(node.body));
  }
}

function labelText(label: SwitchLabel): string {
  switch (label.kind) {
    case 'Values':
      return label.values.map(outline).join(',');
    case 'Type':
      return `${typeText(label.type)}:${label.name}`;
    case 'Else':
      return 'else';
  }
}

function literalText(node: Extract<Expression, { readonly kind: 'Literal' }>): string {
  const suffix = { long: 'L', double: 'd' };
  switch (node.type) {
    case 'string':
      return JSON.stringify(node.value);
    case 'long':
    case 'double':
      return `${node.value}${suffix[node.type]}`;
    default:
      return String(node.value);
  }
}

function list(...items: readonly string[]): string {
  return `(${items.join(' ')})`;
}

function optional<Part>(part: Part | null, text: (part: Part) => string): readonly string[] {
  return part === null ? [] : [text(part)];
}
