/**
 * Finds the local variables that are never null, so that arithmetic needs no test: every value they are ever given is
 * a literal, the result of an operator, or another such variable.
 */
import type { Expression, Statement } from '../ast.ts';
import type { CheckedProgram, LocalVariable } from '../types.ts';

/** Platform methods that never give null. */
const NEVER_NULL: ReadonlySet<string> = new Set([
  'system.list.size',
  'system.list.isempty',
  'system.list.contains',
  'system.list.indexof',
  'system.set.size',
  'system.set.isempty',
  'system.set.contains',
  'system.map.size',
  'system.map.isempty',
  'system.map.containskey',
  'system.string.length',
  'system.string.indexof',
  'system.string.isblank',
  'system.string.isnotblank',
  'system.string.isempty',
  'system.string.contains',
  'system.string.startswith',
  'system.string.endswith',
  'system.string.valueof',
  'system.math.mod',
  'system.math.min',
  'system.math.max',
  'system.math.abs',
]);

export function isNonNull(program: CheckedProgram, known: ReadonlySet<LocalVariable>, expression: Expression): boolean {
  const again = (inner: Expression): boolean => isNonNull(program, known, inner);
  switch (expression.kind) {
    case 'Literal':
      return expression.type !== 'null';
    case 'Name': {
      const reference = program.info.get(expression)?.reference;
      return reference?.kind === 'local' && known.has(reference.variable);
    }
    case 'Binary':
    case 'Unary':
    case 'Step':
    case 'InstanceOf':
    case 'This':
    case 'New':
    case 'NewFields':
    case 'NewElements':
    case 'NewEntries':
    case 'NewArray':
    case 'ClassLiteral':
      return true;
    case 'Member':
      return !expression.isSafe && program.info.get(expression)?.reference?.kind === 'enumValue';
    case 'Assign':
      return expression.operator === '=' ? again(expression.value) : true;
    case 'Ternary':
      return again(expression.then) && again(expression.otherwise);
    case 'Coalesce':
      return again(expression.right);
    case 'Call': {
      const reference = program.info.get(expression)?.reference;
      return (
        !expression.isSafe &&
        reference?.kind === 'platformMethod' &&
        NEVER_NULL.has(`${reference.owner.name}.${reference.method.name}`.toLowerCase())
      );
    }
    default:
      return false;
  }
}

/** Looks at a whole body; parameters and loop variables of for-each are never in the answer. */
export function nonNullLocals(program: CheckedProgram, statements: readonly Statement[]): ReadonlySet<LocalVariable> {
  const values = new Map<LocalVariable, Expression[]>();
  const known = new Set<LocalVariable>();
  visitAll(statements, (node) => {
    if (isDeclarator(node)) {
      const variable = program.locals.get(node);
      if (variable !== undefined && node.initializer !== null && node.initializer !== undefined) {
        known.add(variable);
        values.set(variable, [node.initializer]);
      }
    } else if (node.kind === 'Assign' && node.operator === '=') {
      const reference = program.info.get(node.target as Expression)?.reference;
      if (reference?.kind === 'local') {
        values.set(reference.variable, [...(values.get(reference.variable) ?? []), node.value as Expression]);
      }
    }
  });
  for (let changed = true; changed;) {
    changed = false;
    for (const variable of known) {
      if (!(values.get(variable) ?? []).every((value) => isNonNull(program, known, value))) {
        known.delete(variable);
        changed = true;
      }
    }
  }
  return known;
}

type Node = Readonly<Record<string, unknown>> & { readonly kind?: string };

function isDeclarator(node: Node): node is Node & { readonly initializer: Expression | null } {
  return node.kind === undefined && 'initializer' in node && 'name' in node;
}

/** Walks plain tree data: every object and array below. */
function visitAll(part: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(part)) {
    for (const one of part) {
      visitAll(one, visit);
    }
  } else if (typeof part === 'object' && part !== null) {
    visit(part as Node);
    for (const value of Object.values(part)) {
      if (typeof value === 'object') {
        visitAll(value, visit);
      }
    }
  }
}
