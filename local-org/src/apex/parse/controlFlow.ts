/** Branches, loops, `try` and `switch`. A loop without a body (`for (…);`) has an empty block. */
import type {
  ForControlContext,
  ForStatementContext,
  StatementContext,
  TryStatementContext,
  WhileStatementContext,
} from '@apexdevtools/apex-parser';
import type { Statement } from '../ast.ts';
import { expressionOf, expressionsOf } from './expressions.ts';
import { at, optional, word } from './nodes.ts';
import { blockOf, localVariable, statementOf } from './statements.ts';
import { switchStatement } from './switchStatements.ts';
import { positionOf, SyntaxFault } from './syntaxFault.ts';
import { qualifiedType, typeReference } from './typeReferences.ts';

/** Null when the statement is none of these. */
export function controlFlow(context: StatementContext): Statement | null {
  const branch = optional(context.ifStatement());
  if (branch !== null) {
    const [then, otherwise] = branch.statement_list().map(statementOf);
    return {
      kind: 'If',
      at: at(context),
      condition: expressionOf(branch.parExpression().expression()),
      then: then!,
      otherwise: otherwise ?? null,
    };
  }
  const loop = optional(context.forStatement());
  if (loop !== null) {
    return forStatement(loop);
  }
  const whileLoop = optional(context.whileStatement());
  if (whileLoop !== null) {
    const condition = expressionOf(whileLoop.parExpression().expression());
    return { kind: 'While', at: at(context), condition, body: loopBody(whileLoop) };
  }
  const doLoop = optional(context.doWhileStatement());
  if (doLoop !== null) {
    const body = blockOf(doLoop.block());
    return { kind: 'DoWhile', at: at(context), condition: expressionOf(doLoop.parExpression().expression()), body };
  }
  const guarded = optional(context.tryStatement());
  if (guarded !== null) {
    return tryStatement(guarded);
  }
  const choice = optional(context.switchStatement());
  return choice === null ? null : switchStatement(choice);
}

function forStatement(context: ForStatementContext): Statement {
  const control = context.forControl();
  const each = optional(control.enhancedForControl());
  const body = loopBody(context);
  if (each !== null) {
    const iterable = expressionOf(each.expression());
    return {
      kind: 'ForEach',
      at: at(context),
      type: typeReference(each.typeRef()),
      name: word(each.id()),
      iterable,
      body,
    };
  }
  const condition = optional(control.expression());
  const updates = optional(control.forUpdate())?.expressionList() ?? null;
  const comma = updates === null ? undefined : updates.COMMA_list()[0];
  if (comma !== undefined) {
    throw new SyntaxFault(positionOf(comma.symbol), "Expecting ')' but was: ','");
  }
  return {
    kind: 'For',
    at: at(context),
    initial: forInitial(control),
    condition: condition === null ? null : expressionOf(condition),
    update: expressionsOf(updates),
    body,
  };
}

function forInitial(context: ForControlContext): readonly Statement[] {
  const initial = optional(context.forInit());
  if (initial === null) {
    return [];
  }
  const declaration = optional(initial.localVariableDeclaration());
  return declaration === null
    ? expressionsOf(optional(initial.expressionList())).map((expression) => ({
        kind: 'Expression',
        at: expression.at,
        expression,
      }))
    : [localVariable(declaration)];
}

function loopBody(context: ForStatementContext | WhileStatementContext): Statement {
  const body = optional(context.statement());
  return body === null ? { kind: 'Block', at: at(context), statements: [] } : statementOf(body);
}

function tryStatement(context: TryStatementContext): Statement {
  const finallyBlock = optional(context.finallyBlock());
  return {
    kind: 'Try',
    at: at(context),
    body: blockOf(context.block()),
    catches: context.catchClause_list().map((clause) => ({
      at: at(clause),
      type: qualifiedType(clause.qualifiedName()),
      name: word(clause.id()),
      body: blockOf(clause.block()),
    })),
    finallyBody: finallyBlock === null ? null : blockOf(finallyBlock.block()),
  };
}
