/**
 * Two orgs in one process share nothing, because no module keeps anything: what stands at the top of a module, or in a
 * static of a class, is never assigned again and never changed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));
const CHANGES: ReadonlySet<string> = new Set(
  'push pop shift unshift splice sort reverse fill copyWithin set add delete clear'.split(' '),
);
const KEEPERS: ReadonlySet<string> = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array']);

/** What a module keeps, one line each; empty for a module without state. */
function stateOf(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const names = new Set<string>();
  const note = (node: ts.Node, what: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1}: ${what}`);
  };
  /** A collection that begins empty, or that other modules reach. What is done to the others is seen here. */
  const checkKeeper = (
    node: ts.Node,
    {
      type,
      initializer,
      isExported,
    }: { type: ts.TypeNode | undefined; initializer: ts.Expression | undefined; isExported: boolean },
  ): void => {
    const isKeeper =
      initializer !== undefined &&
      ts.isNewExpression(initializer) &&
      KEEPERS.has(initializer.expression.getText()) &&
      (isExported || (initializer.arguments ?? []).length === 0);
    if (isKeeper && !/^(Readonly|readonly )/.test(type?.getText() ?? '')) {
      note(node, 'a collection that is not read-only');
    }
  };
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      const isExported = statement.modifiers?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) ?? false;
      for (const declaration of statement.declarationList.declarations) {
        if ((statement.declarationList.flags & ts.NodeFlags.Const) === 0) {
          note(declaration, 'a variable');
        }
        if (ts.isIdentifier(declaration.name)) {
          names.add(declaration.name.text);
        }
        checkKeeper(declaration, { type: declaration.type, initializer: declaration.initializer, isExported });
      }
    }
  }
  const visit = (node: ts.Node, shadowed: ReadonlySet<string>): void => {
    const isOurs = (expression: ts.Expression): boolean => {
      const root = rootOf(expression);
      return root !== null && names.has(root) && !shadowed.has(root);
    };
    if (ts.isPropertyDeclaration(node) && node.modifiers?.some((one) => one.kind === ts.SyntaxKind.StaticKeyword)) {
      if (!node.modifiers.some((one) => one.kind === ts.SyntaxKind.ReadonlyKeyword)) {
        note(node, 'a static that can be assigned');
      }
      checkKeeper(node, { type: node.type, initializer: node.initializer, isExported: true });
    }
    const changed = changedBy(node);
    if (changed !== null && isOurs(changed)) {
      note(node, 'a change of a constant of the module');
    }
    const inner = ts.isFunctionLike(node) ? new Set([...shadowed, ...boundIn(node)]) : shadowed;
    ts.forEachChild(node, (child) => {
      visit(child, inner);
    });
  };
  visit(source, new Set());
  return found;
}

/** The variable an expression starts from. */
function rootOf(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) {
    return node.text;
  }
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ? rootOf(node.expression) : null;
}

/** What a node assigns into, counts up or calls a changing method of. */
function changedBy(node: ts.Node): ts.Expression | null {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const isAssignment = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
    // Where a pattern starts is set before each use of it.
    return isAssignment && !node.left.getText().endsWith('.lastIndex') ? node.left : null;
  }
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
    const isCount = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
    return isCount ? node.operand : null;
  }
  const isChange =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    CHANGES.has(node.expression.name.text);
  return isChange ? node.expression.expression : null;
}

/** Parameters and variables of a function. */
function boundIn(node: ts.Node): readonly string[] {
  const names: string[] = [];
  const collect = (child: ts.Node): void => {
    if ((ts.isParameter(child) || ts.isVariableDeclaration(child)) && ts.isIdentifier(child.name)) {
      names.push(child.name.text);
    }
    ts.forEachChild(child, collect);
  };
  ts.forEachChild(node, collect);
  return names;
}

test.each([
  ['let count = 0;', 1],
  ['const cache = new Map<string, string>();', 1],
  ["const names = new Set(['a']);", 0],
  ["export const names = new Set(['a']);", 1],
  ["const names = new Set(['a']); export const grow = (): void => void names.add('b');", 1],
  ['const table: ReadonlyMap<string, string> = new Map();', 0],
  ['const list: string[] = []; export function add(one: string): void { list.push(one); }', 1],
  ['const list: string[] = []; export function add(list: string[]): void { list.push(""); }', 0],
  ['const box = { count: 0 }; export function next(): number { return box.count++; }', 1],
  ['const box = { count: 0 }; export function next(): void { box.count = 1; }', 1],
  ['class Cache { static entries = 0; }', 1],
  ['class Cache { static readonly entries = new Map(); }', 1],
  ['export function inside(): number { let count = 0; count += 1; return count; }', 0],
])('state is found in %s', (text, count) => {
  expect(stateOf('module.ts', text)).toHaveLength(count);
});

test('no module of the local org keeps anything', () => {
  // What runs in a browser belongs to one page, not to an org.
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.startsWith(join('lightning', 'modules')),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((path) => stateOf(path, readFileSync(join(SOURCE, path), 'utf8')))).toEqual([]);
});
