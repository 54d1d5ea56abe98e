/** DML statements. Without `as user` or `as system` the access mode is left open (null). */
import type { AccessLevelContext, ExpressionContext, StatementContext } from '@apexdevtools/apex-parser';
import type { AccessMode, DmlOperation, Statement } from '../ast.ts';
import { expressionOf } from './expressions.ts';
import { at, optional } from './nodes.ts';
import { qualifiedType } from './typeReferences.ts';

type DmlStatement = Extract<Statement, { readonly kind: 'Dml' }>;

/** Null when the statement is none of these. */
export function dmlStatement(context: StatementContext): DmlStatement | null {
  const node = (
    operation: DmlOperation,
    part: { accessLevel(): AccessLevelContext },
    rows: ExpressionContext,
  ): DmlStatement => ({
    kind: 'Dml',
    at: at(context),
    operation,
    access: accessMode(optional(part.accessLevel())),
    rows: expressionOf(rows),
    externalIdField: null,
    mergeRows: null,
  });
  const upsert = optional(context.upsertStatement());
  if (upsert !== null) {
    const field = optional(upsert.qualifiedName());
    return {
      ...node('upsert', upsert, upsert.expression()),
      externalIdField: field === null ? null : qualifiedType(field),
    };
  }
  const merge = optional(context.mergeStatement());
  if (merge !== null) {
    return { ...node('merge', merge, merge.expression(0)), mergeRows: expressionOf(merge.expression(1)) };
  }
  const plain = [
    ['insert', optional(context.insertStatement())],
    ['update', optional(context.updateStatement())],
    ['delete', optional(context.deleteStatement())],
    ['undelete', optional(context.undeleteStatement())],
  ] as const;
  for (const [operation, part] of plain) {
    if (part !== null) {
      return node(operation, part, part.expression());
    }
  }
  return null;
}

function accessMode(context: AccessLevelContext | null): AccessMode {
  if (context === null) {
    return null;
  }
  return optional(context.USER()) === null ? 'system' : 'user';
}
