/** What saving through the REST API proves before the platform's DML runs, and how its outcome reads. */
import type { DmlRequest, DmlRowResult, DmlError } from '../../../runtime/runtime.ts';
import { ApexException } from '../../../runtime/exception.ts';
import type { SObjectValue } from '../../../runtime/sobject.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import type { ObjectInfo } from '../../../data/schema.ts';
import { isId } from '../../../values/id.ts';
import { holdsDurableId } from '../../../data/schema/durable.ts';
import { dmlError } from '../../../data/dml/errors.ts';
import { badRequest } from '../../errors.ts';
import { fieldOf, rowOf, save, type FieldsJson } from '../../records/save.ts';
import type { DataCall } from '../dataRoute.ts';
import { headerOptions } from '../dataRoute.ts';

/** A row of what a client sent; fields the user can't see are unknown, those the user can't write are refused. */
export function writableRow(
  runtime: Transaction,
  object: ObjectInfo,
  json: FieldsJson,
  id: string | null,
  isInsert: boolean,
  /** Part of the address or of the row's identity: it may stand in the body, unwritable as it is. */
  keyField: string | null = null,
): SObjectValue {
  const { security } = runtime.org;
  const { userId } = runtime.access;
  const refused: string[] = [];
  for (const name of Object.keys(json)) {
    if (name.toLowerCase() === 'attributes' || isParentName(object, name)) {
      continue;
    }
    const field = fieldOf(object, name);
    if (!security.canReadField(userId, object, field)) {
      throw badRequest('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`, [name]);
    }
    const value = json[name];
    if (
      field.type === 'reference' &&
      !holdsDurableId(field) &&
      typeof value === 'string' &&
      value !== '' &&
      !isId(value)
    ) {
      throw badRequest('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [field.name]);
    }
    const isKey = field.type === 'id' || field.name.toLowerCase() === keyField?.toLowerCase();
    const isWritable =
      object.kind === 'platformEvent' ||
      ((isInsert ? field.isCreateable : field.isUpdateable) && security.canEditField(userId, object, field));
    if (!isKey && !isWritable) {
      refused.push(field.name);
    }
  }
  if (refused.length > 0) {
    const { statusCode, message } = dmlError('readOnly', [refused.join(', ')]);
    throw badRequest(statusCode, message, refused);
  }
  return rowOf(runtime, object, json, id);
}

function isParentName(object: ObjectInfo, name: string): boolean {
  const folded = name.toLowerCase();
  return (
    !object.fields.has(folded) &&
    [...object.fields.values()].some((field) => field.relationshipName?.toLowerCase() === folded)
  );
}

/** DML options that come as headers. Source: REST API Developer Guide, "Headers". */
export function dmlOptionsOf(call: DataCall): DmlRequest['options'] {
  const isAllowed = headerOptions(call.request, 'Sforce-Duplicate-Rule-Header').get('allowsave');
  return isAllowed?.toLowerCase() === 'true' ? { 'duplicateruleheader.allowsave': true } : {};
}

/** Saves one row; its errors become the answer. */
export function saveOne(
  runtime: Transaction,
  operation: DmlRequest['operation'],
  row: SObjectValue,
  options: { readonly externalIdField?: string; readonly dmlOptions?: DmlRequest['options'] } = {},
): DmlRowResult {
  const [result] = save(runtime, operation, [row], { isAllOrNone: true, ...options });
  if (result === undefined) {
    throw new Error('A save of one row gave no result');
  }
  return result;
}

const ROLLED_BACK: DmlError = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
};

/** Saves a list; with all-or-none the rows that had no error of their own are told why they are not saved. */
export function saveList(
  runtime: Transaction,
  operation: DmlRequest['operation'],
  rows: readonly SObjectValue[],
  options: {
    readonly isAllOrNone: boolean;
    readonly externalIdField?: string;
    readonly dmlOptions?: DmlRequest['options'];
  },
): readonly DmlRowResult[] {
  try {
    return save(runtime, operation, rows, options);
  } catch (error) {
    if (!(error instanceof ApexException) || error.dmlFailures.length === 0) {
      throw error;
    }
    const { dmlFailures } = error;
    return rows.map((_row, index) => {
      const errors = dmlFailures.filter((failure) => failure.index === index);
      return {
        id: null,
        isSuccess: false,
        isCreated: false,
        errors:
          errors.length > 0
            ? errors.map(({ statusCode, message, fields }) => ({ statusCode, message, fields }))
            : [ROLLED_BACK],
      };
    });
  }
}

/** A result of a list. */
export function resultJson(result: DmlRowResult, isUpsert: boolean): Readonly<Record<string, unknown>> {
  return {
    ...(result.isSuccess ? { id: result.id } : {}),
    success: result.isSuccess,
    errors: result.errors.map(({ statusCode, message, fields }) => ({ statusCode, message, fields })),
    ...(isUpsert ? { created: result.isCreated } : {}),
  };
}
