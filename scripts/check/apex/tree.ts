import { ApexErrorListener, ApexParserFactory, type ApexParserRuleContext } from '@apexdevtools/apex-parser';
import type { ApexSource } from './sources.ts';

/** A node of the Apex parse tree. Terminals carry a symbol, everything else children. */
export interface Node {
  readonly children?: readonly Node[] | null;
  readonly parentCtx?: Node | null;
  readonly symbol?: { readonly line: number; readonly text: string };
  readonly start?: { readonly line: number };
  readonly stop?: { readonly line: number } | null;
  getText(): string;
}

export interface SyntaxProblem {
  readonly line: number;
  readonly message: string;
}

export interface Tree {
  readonly root: ApexParserRuleContext;
  readonly problems: readonly SyntaxProblem[];
}

class Listener extends ApexErrorListener {
  readonly problems: SyntaxProblem[] = [];

  override apexSyntaxError(line: number, _column: number, message: string): void {
    this.problems.push({ line, message: message.replace(/ expecting \{.*$/s, '') });
  }
}

const trees = new WeakMap<ApexSource, Tree>();

/** Parses a source once; the checks share the tree. */
export function treeOf(source: ApexSource): Tree {
  let tree = trees.get(source);
  if (tree === undefined) {
    const listener = new Listener();
    const { parser } = ApexParserFactory.createLexerAndParser(source.text, listener);
    const root = source.kind === 'class' ? parser.compilationUnit() : parser.triggerUnit();
    tree = { root, problems: listener.problems };
    trees.set(source, tree);
  }
  return tree;
}

type Context<T> = abstract new (...args: never[]) => T;

/** Every node of a kind below a node, outermost first. With `within`, stops at nodes it refuses to enter. */
export function all<T>(node: unknown, kind: Context<T>, within: (node: Node) => boolean = () => true): T[] {
  const found: T[] = [];
  const walk = (each: Node): void => {
    if (each instanceof kind) {
      found.push(each);
    }
    for (const child of each.children ?? []) {
      if (within(child)) {
        walk(child);
      }
    }
  };
  walk(node as Node);
  return found;
}

/** The nearest node of a kind above a node. */
export function above<T>(node: unknown, kind: Context<T>): T | null {
  for (let each = (node as Node).parentCtx; each; each = each.parentCtx) {
    if (each instanceof kind) {
      return each;
    }
  }
  return null;
}

export function lineOf(node: unknown): number {
  const each = node as Node | null;
  return each?.symbol?.line ?? each?.start?.line ?? 1;
}

/** True if there is a comment on one of these lines, or ends on the line above one: where a reason is looked for. */
export function hasReason(source: ApexSource, lines: readonly number[]): boolean {
  return lines.some((line) => {
    const here = source.lines[line - 1] ?? '';
    const before = (source.lines[line - 2] ?? '').trim();
    return /\/\/ *\S|\/\* *\S/.test(here) || /^(\/\/|\*|\/\*)/.test(before) || before.endsWith('*/');
  });
}

/** The lines of the comment block that ends right above a line, joined; empty if there is none. */
export function commentAbove(source: ApexSource, line: number): string {
  const block: string[] = [];
  for (let at = line - 2; at >= 0; at -= 1) {
    const text = (source.lines[at] ?? '').trim();
    if (!/^(\/\/|\/\*|\*)/.test(text) && !text.endsWith('*/')) {
      break;
    }
    block.unshift(text);
  }
  return block.join(' ');
}

/** A test class, where the rules for what ships do not apply. */
export function isTest(source: ApexSource): boolean {
  return /^[ \t]*@istest\b/im.test(source.text.split(/\bclass\b/i)[0] ?? '');
}
