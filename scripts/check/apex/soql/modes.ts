import {
  AccessLevelContext,
  ClassBodyDeclarationContext,
  DeleteStatementContext,
  DoWhileStatementContext,
  DotExpressionContext,
  ForStatementContext,
  InsertStatementContext,
  MergeStatementContext,
  MethodDeclarationContext,
  QueryContext,
  SoqlLiteralContext,
  SoslLiteralContext,
  StatementContext,
  UndeleteStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
  WhileStatementContext,
} from '@apexdevtools/apex-parser';
import type { ApexSource } from '../sources.ts';
import { above, all, commentAbove, hasReason, isTest, lineOf, type Node } from '../tree.ts';
import type { Report } from './paths.ts';

const DML = [
  InsertStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
  DeleteStatementContext,
  UndeleteStatementContext,
  MergeStatementContext,
] as const;

const DML_CALL =
  /^(system\.)?(database\.(insert|update|upsert|delete|undelete|merge|query\w*|countquery\w*)|dml\.(save|insert|update|delete)\w*)\(/i;

/** Every query states its mode, and a step outside the user's rights says why. */
export function checkModes(source: ApexSource, root: unknown, report: Report): void {
  for (const query of all(root, QueryContext)) {
    const clause = query.withClause() as ReturnType<QueryContext['withClause']> | null;
    const text = clause?.getText().toUpperCase() ?? '';
    if (text.includes('SECURITY_ENFORCED')) {
      report(clause, 'WITH SECURITY_ENFORCED no longer compiles.', 'Write WITH USER_MODE.');
    } else if (!/USER_MODE|SYSTEM_MODE/.test(text)) {
      report(query, 'This query does not state its mode.', 'Add WITH USER_MODE, or WITH SYSTEM_MODE and the reason.');
    }
  }
  if (isTest(source)) {
    return;
  }
  all(root, QueryContext).forEach((query) => checkBounded(query, report));
  const words = all(root, AccessLevelContext).filter((each) => /system/i.test(each.getText()));
  for (const node of [...terminals(root, 'SYSTEM_MODE'), ...words]) {
    const statement = above(node, StatementContext);
    const literal = above(node, SoqlLiteralContext) ?? above(node, SoslLiteralContext);
    const lines = [node, literal, statement].filter((each) => each !== null).map((each) => lineOf(each));
    if (!hasReason(source, lines) && !reasonOfMember(source, node)) {
      report(
        node,
        'This runs in system mode, past the rights of the user, and gives no reason.',
        'Use user mode, or write the reason in a comment on this line or directly above.',
      );
    }
  }
}

/** A query over records has a filter, a limit or a grouping; settings and custom metadata are few and read whole. */
function checkBounded(query: QueryContext, report: Report): void {
  const clauses: readonly unknown[] = [query.whereClause(), query.limitClause(), query.groupByClause()];
  const few = /__mdt$/i.test(query.fromNameList().getText());
  const aggregate = /^(count|sum|avg|min|max|count_distinct)\(/i.test(query.selectList().getText());
  if (!few && !aggregate && clauses.every((each) => each === null)) {
    report(query, 'This query reads every row there is.', 'Add a filter or a LIMIT.');
  }
}

/** The comment above the method, or above the inner class it lies in, may give the reason for all it does. */
function reasonOfMember(source: ApexSource, node: unknown): boolean {
  for (let each = above(node, ClassBodyDeclarationContext); each; each = above(each, ClassBodyDeclarationContext)) {
    if (/\bsystem\b/i.test(commentAbove(source, lineOf(each)))) {
      return true;
    }
  }
  return false;
}

function terminals(root: unknown, word: string): readonly Node[] {
  const found: Node[] = [];
  const walk = (node: Node): void => {
    if (node.symbol?.text.toUpperCase() === word) {
      found.push(node);
    }
    (node.children ?? []).forEach(walk);
  };
  walk(root as Node);
  return found;
}

/** A query or a write inside a loop meets its governor limit with enough rows. */
export function checkLoops(root: unknown, report: Report): void {
  const reported = new Set<unknown>();
  for (const loop of [
    ...all(root, ForStatementContext),
    ...all(root, WhileStatementContext),
    ...all(root, DoWhileStatementContext),
  ]) {
    const inChunks = loop instanceof ForStatementContext && takesChunks(loop);
    // What a for statement loops over is read once; its body runs again and again.
    const body: unknown = loop instanceof DoWhileStatementContext ? loop.block() : loop.statement();
    const own = (node: Node): boolean => !(node instanceof MethodDeclarationContext);
    for (const node of body === null || inChunks ? [] : effects(body, own)) {
      if (!reported.has(node)) {
        reported.add(node);
        report(node, 'A query or a write runs once for every turn of this loop.', 'Collect first, then do it once.');
      }
    }
  }
}

function effects(body: unknown, own: (node: Node) => boolean): readonly unknown[] {
  const written = DML.flatMap((kind) => all<object>(body, kind, own));
  const called = all(body, DotExpressionContext, own).filter((each) => DML_CALL.test(each.getText()));
  return [...all(body, QueryContext, own), ...all(body, SoslLiteralContext, own), ...written, ...called];
}

/** `for (List<Book__c> chunk : [SELECT …])` hands out 200 rows at a time, which is what a write wants. */
function takesChunks(loop: ForStatementContext): boolean {
  return /^(system\.)?list<.*?>\w+:\[select/i.test(loop.forControl().getText());
}
