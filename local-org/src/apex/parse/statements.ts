/** Statements: blocks, declarations, expressions, jumps and DML. Control flow is in `controlFlow.ts`. */
import type {
  BlockContext,
  ExpressionListContext,
  LocalVariableDeclarationContext,
  StatementContext,
  VariableDeclaratorsContext,
} from '@apexdevtools/apex-parser';
import type { Block, Expression, Statement } from '../ast.ts';
import { controlFlow } from './controlFlow.ts';
import { dmlStatement } from './dmlStatements.ts';
import { expressionOf, expressionsOf } from './expressions.ts';
import { modifiersOf, refuseMisplaced } from './modifiers.ts';
import { at, optional, word } from './nodes.ts';
import { SyntaxFault } from './syntaxFault.ts';
import { typeReference } from './typeReferences.ts';

export type LocalVariable = Extract<Statement, { readonly kind: 'LocalVariable' }>;

export function statementOf(context: StatementContext): Statement {
  const expression = optional(context.expressionStatement());
  if (expression !== null) {
    return { kind: 'Expression', at: at(context), expression: expressionOf(expression.expression()) };
  }
  const local = optional(context.localVariableDeclarationStatement());
  if (local !== null) {
    return localVariable(local.localVariableDeclaration());
  }
  const block = optional(context.block());
  if (block !== null) {
    return blockOf(block);
  }
  return jump(context) ?? controlFlow(context) ?? dmlStatement(context) ?? runAs(context);
}

export function blockOf(context: BlockContext): Block {
  return { kind: 'Block', at: at(context), statements: context.statement_list().map(statementOf) };
}

export function localVariable(context: LocalVariableDeclarationContext): LocalVariable {
  const modifiers = modifiersOf(context.modifier_list());
  const variables = declaredVariables(context.variableDeclarators());
  refuseMisplaced(modifiers, 'locals', variables[0]?.at ?? at(context));
  return {
    kind: 'LocalVariable',
    at: at(context),
    type: typeReference(context.typeRef()),
    isFinal: modifiers.isFinal,
    variables,
  };
}

export function declaredVariables(context: VariableDeclaratorsContext): LocalVariable['variables'] {
  return context.variableDeclarator_list().map((variable) => {
    const initializer = optional(variable.expression());
    return {
      at: at(variable),
      name: word(variable.id()),
      initializer: initializer === null ? null : expressionOf(initializer),
    };
  });
}

function jump(context: StatementContext): Statement | null {
  const returned = optional(context.returnStatement());
  if (returned !== null) {
    const value = optional(returned.expression());
    return { kind: 'Return', at: at(context), value: value === null ? null : expressionOf(value) };
  }
  const thrown = optional(context.throwStatement());
  if (thrown !== null) {
    return { kind: 'Throw', at: at(context), value: expressionOf(thrown.expression()) };
  }
  if (optional(context.breakStatement()) !== null) {
    return { kind: 'Break', at: at(context) };
  }
  return optional(context.continueStatement()) === null ? null : { kind: 'Continue', at: at(context) };
}

function runAs(context: StatementContext): Statement {
  const runAsStatement = optional(context.runAsStatement());
  if (runAsStatement === null) {
    throw new Error(`The grammar has no statement ${context.getText()}`);
  }
  const user = onlyArgument(optional(runAsStatement.expressionList()));
  if (user === null) {
    throw new SyntaxFault(at(context), "runAs requires a single argument of type 'User' or 'Version'");
  }
  return { kind: 'RunAs', at: at(context), user, body: blockOf(runAsStatement.block()) };
}

function onlyArgument(context: ExpressionListContext | null): Expression | null {
  const [first, ...others] = expressionsOf(context);
  return first === undefined || others.length > 0 ? null : first;
}
