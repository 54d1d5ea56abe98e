/** DML statements take rows or lists of rows. */
import type { Statement } from '../ast.ts';
import type { ApexType } from '../types.ts';
import type { ObjectInfo } from '../../data/schema.ts';
import { nameOf } from '../bind/signatures.ts';
import { SOBJECT } from '../bind/typePool.ts';
import type { Body } from './body.ts';
import { expressionType } from './expressions.ts';

type Dml = Extract<Statement, { kind: 'Dml' }>;

export function checkDml(body: Body, statement: Dml): void {
  const given = expressionType(body, statement.rows);
  const type = given.kind === 'query' ? body.world.pool.list(given.element) : given;
  body.convert(statement.rows, type);
  const row = rowOf(type);
  if (row === null && type.kind !== 'unknown') {
    body.report(statement.at, 'DML_TYPE', nameOf(type));
    return;
  }
  if (statement.externalIdField !== null) {
    checkKey(body, statement, row);
  }
  if (statement.mergeRows !== null) {
    checkMerge(body, statement, row);
  }
}

/** The type of the row or of the rows of a list. */
function rowOf(type: ApexType): ApexType | null {
  const row = type.kind === 'list' ? type.element : type;
  return row.kind === 'sobject' ? row : null;
}

const STANDARD_KEYS: ReadonlySet<string> = new Set(['id', 'name', 'email', 'username', 'externalid']);

function checkKey(body: Body, statement: Dml, row: ApexType | null): void {
  const written = statement.externalIdField;
  const name = written?.parts.at(-1)?.name ?? '';
  const object: ObjectInfo | null = row?.kind === 'sobject' ? row.object : null;
  if (object === null) {
    if (row !== null) {
      body.report(statement.at, 'UPSERT_CONCRETE');
    }
    return;
  }
  const field = body.world.schema.findField(object, name, body.scope.namespace);
  if (field === null || !(field.isExternalId || field.isNameField || STANDARD_KEYS.has(field.name.toLowerCase()))) {
    body.report(statement.at, 'UPSERT_FIELD', name);
    return;
  }
  body.world.upsertKeys.set(statement, field);
}

const MERGEABLE: ReadonlySet<string> = new Set(['account', 'contact', 'lead', 'case', 'individual']);

function checkMerge(body: Body, statement: Dml, row: ApexType | null): void {
  const duplicates = statement.mergeRows === null ? null : expressionType(body, statement.mergeRows);
  if (row === SOBJECT) {
    body.report(statement.at, 'MERGE_CONCRETE', nameOf(SOBJECT));
  } else if (row !== null && !MERGEABLE.has(row.name.toLowerCase())) {
    body.report(statement.at, 'MERGE_FORBIDDEN', row.name);
  }
  if (duplicates === null || duplicates.kind === 'unknown') {
    return;
  }
  const other = duplicates.kind === 'list' ? duplicates.element : duplicates;
  const isId = other.kind === 'primitive' && (other.name === 'Id' || other.name === 'String');
  if (!isId && other !== row && other !== SOBJECT && duplicates.kind !== 'query') {
    body.report(statement.at, 'MERGE_DUPLICATES');
  }
}

export function checkRunAs(body: Body, statement: Extract<Statement, { kind: 'RunAs' }>): void {
  const type = expressionType(body, statement.user);
  if (type.kind === 'query') {
    body.convert(statement.user, type.element);
  }
  const row = type.kind === 'query' ? type.element : type;
  const isUser = row.kind === 'sobject' && row.name === 'User';
  const isVersion =
    row.kind === 'platform' && (row.class.name === 'System.Version' || row.class.name === 'Package.Version');
  if (!isUser && !isVersion && row.kind !== 'unknown') {
    body.report(statement.at, 'RUN_AS');
  }
}
