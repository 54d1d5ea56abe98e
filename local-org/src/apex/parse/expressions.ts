/**
 * Expressions. Parentheses leave no node: the tree's shape says what they said. A node's position is its first token,
 * except that a member and a call stand where their name stands, as the platform reports them.
 */
import {
  ArrayExpressionContext,
  AssignExpressionContext,
  CastExpressionContext,
  CoalExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  InstanceOfExpressionContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  PrimaryExpressionContext,
  SubExpressionContext,
  type ExpressionContext,
  type ExpressionListContext,
  type MethodCallContext,
} from '@apexdevtools/apex-parser';
import type { AssignmentOperator, BinaryOperator, Expression } from '../ast.ts';
import { creation } from './creations.ts';
import { at, optional, word } from './nodes.ts';
import { primaryOf } from './primaries.ts';
import { typeReference } from './typeReferences.ts';

const BINARY_OPERATORS: ReadonlySet<string> = new Set<BinaryOperator>([
  '+',
  '-',
  '*',
  '/',
  '&',
  '|',
  '^',
  '<<',
  '>>',
  '>>>',
  '&&',
  '||',
  '==',
  '!=',
  '<>',
  '===',
  '!==',
  '<',
  '>',
  '<=',
  '>=',
]);
const ASSIGNMENT_OPERATORS: ReadonlySet<string> = new Set<AssignmentOperator>([
  '=',
  '+=',
  '-=',
  '*=',
  '/=',
  '&=',
  '|=',
  '^=',
  '<<=',
  '>>=',
  '>>>=',
]);

export function expressionOf(context: ExpressionContext): Expression {
  if (context instanceof PrimaryExpressionContext) {
    return primaryOf(context.primary());
  }
  if (context instanceof DotExpressionContext) {
    return dotExpression(context);
  }
  if (context instanceof MethodCallExpressionContext) {
    return simpleCall(context.methodCall());
  }
  if (context instanceof SubExpressionContext) {
    return expressionOf(context.expression());
  }
  if (context instanceof NewExpressionContext) {
    return creation(context.creator(), at(context));
  }
  if (context instanceof ArrayExpressionContext) {
    const target = targetOf(context.expression(0));
    return { kind: 'Index', at: at(context), target, index: expressionOf(context.expression(1)) };
  }
  if (context instanceof AssignExpressionContext) {
    return assignment(context);
  }
  if (context instanceof CastExpressionContext) {
    return cast(context, expressionOf);
  }
  return otherOperation(context);
}

function otherOperation(context: ExpressionContext): Expression {
  if (context instanceof NegExpressionContext || context instanceof PreOpExpressionContext) {
    return prefixOperation(context);
  }
  if (context instanceof PostOpExpressionContext) {
    return postfixOperation(context);
  }
  if (context instanceof InstanceOfExpressionContext) {
    return {
      kind: 'InstanceOf',
      at: at(context),
      operand: expressionOf(context.expression()),
      type: typeReference(context.typeRef()),
    };
  }
  if (context instanceof CondExpressionContext) {
    const [condition, then, otherwise] = [0, 1, 2].map((index) => expressionOf(context.expression(index)));
    return { kind: 'Ternary', at: at(context), condition: condition!, then: then!, otherwise: otherwise! };
  }
  if (context instanceof CoalExpressionContext) {
    return {
      kind: 'Coalesce',
      at: at(context),
      left: expressionOf(context.expression(0)),
      right: expressionOf(context.expression(1)),
    };
  }
  return binaryOperation(context);
}

export function expressionsOf(context: ExpressionListContext | null): readonly Expression[] {
  return context === null ? [] : context.expression_list().map(expressionOf);
}

function dotExpression(context: DotExpressionContext): Expression {
  const isSafe = optional(context.QUESTIONDOT()) !== null;
  const call = optional(context.dotMethodCall());
  const target = targetOf(context.expression());
  if (call === null) {
    const name = context.anyId();
    return { kind: 'Member', at: at(name), target, name: word(name), isSafe };
  }
  const name = call.anyId();
  return {
    kind: 'Call',
    at: at(name),
    target,
    name: word(name),
    arguments: expressionsOf(optional(call.expressionList())),
    isSafe,
  };
}

/**
 * What stands before a dot or a bracket. `a?.b.c` skips to its end when `a` is null; `(a?.b).c` skips to the
 * parenthesis only, which the tree says as `(a?.b ?? null).c`.
 */
function targetOf(context: ExpressionContext): Expression {
  const target = expressionOf(context);
  if (!(context instanceof SubExpressionContext) || !skipsOnNull(target)) {
    return target;
  }
  return {
    kind: 'Coalesce',
    at: target.at,
    left: target,
    right: { kind: 'Literal', at: target.at, type: 'null', value: null },
  };
}

function skipsOnNull(expression: Expression): boolean {
  switch (expression.kind) {
    case 'Member':
      return expression.isSafe || skipsOnNull(expression.target);
    case 'Call':
      return expression.isSafe || (expression.target !== null && skipsOnNull(expression.target));
    case 'Index':
      return skipsOnNull(expression.target);
    default:
      return false;
  }
}

/** `f(...)`, `this(...)`, `super(...)`. */
function simpleCall(context: MethodCallContext): Expression {
  const id = optional(context.id());
  const name = id === null ? word(context).toLowerCase() : word(id);
  return {
    kind: 'Call',
    at: at(context),
    target: null,
    name,
    arguments: expressionsOf(optional(context.expressionList())),
    isSafe: false,
  };
}

function assignment(context: AssignExpressionContext): Expression {
  const operator = operatorOf(context);
  if (!isAssignmentOperator(operator)) {
    throw new Error(`The grammar has no assignment operator ${operator}`);
  }
  return {
    kind: 'Assign',
    at: at(context),
    operator,
    target: expressionOf(context.expression(0)),
    value: expressionOf(context.expression(1)),
  };
}

function binaryOperation(context: ExpressionContext): Expression {
  const operator = operatorOf(context);
  const operands = [context.children?.[0], context.children?.at(-1)];
  if (!isBinaryOperator(operator)) {
    throw new Error(`The grammar has no binary operator ${operator}`);
  }
  const [left, right] = operands.map((operand) => expressionOf(operand as ExpressionContext));
  return { kind: 'Binary', at: at(context), operator, left: left!, right: right! };
}

/** All that stands between the two operands: `>` `=` is `>=`. */
function operatorOf(context: ExpressionContext): string {
  return (context.children ?? [])
    .slice(1, -1)
    .map((child) => child.getText())
    .join('');
}

function isBinaryOperator(text: string): text is BinaryOperator {
  return BINARY_OPERATORS.has(text);
}

function isAssignmentOperator(text: string): text is AssignmentOperator {
  return ASSIGNMENT_OPERATORS.has(text);
}

function prefixOperation(context: NegExpressionContext | PreOpExpressionContext): Expression {
  const operand = expressionOf(context.expression());
  const operator = context.start.text;
  switch (operator) {
    case '++':
    case '--':
      return { kind: 'Step', at: at(context), operator, isPrefix: true, operand };
    case '+':
    case '-':
    case '!':
    case '~':
      return { kind: 'Unary', at: at(context), operator, operand };
    default:
      throw new Error(`The grammar has no prefix operator ${operator}`);
  }
}

/** A postfix operator binds tighter than a cast, which the grammar has the other way round: `(Long) i++`. */
function postfixOperation(context: PostOpExpressionContext): Expression {
  const operator = optional(context.INC()) === null ? '--' : '++';
  const stepped = (operand: ExpressionContext): Expression =>
    operand instanceof CastExpressionContext
      ? cast(operand, stepped)
      : { kind: 'Step', at: at(operand), operator, isPrefix: false, operand: expressionOf(operand) };
  return stepped(context.expression());
}

function cast(context: CastExpressionContext, operandOf: (operand: ExpressionContext) => Expression): Expression {
  return {
    kind: 'Cast',
    at: at(context),
    type: typeReference(context.typeRef()),
    operand: operandOf(context.expression()),
  };
}
