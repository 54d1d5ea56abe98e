/** Records with their children, all or none. Source: REST API Developer Guide, "sObject Tree". */
import type { ObjectInfo } from '../../../data/schema.ts';
import type { SObjectValue } from '../../../runtime/sobject.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import type { DmlError } from '../../../runtime/runtime.ts';
import type { ApiResponse } from '../../api.ts';
import { ApiError, badRequest } from '../../errors.ts';
import { objectOf } from '../../records/save.ts';
import { transact } from '../../records/work.ts';
import { objectBody, type DataCall } from '../dataRoute.ts';
import { dmlOptionsOf, saveList, writableRow } from '../sobjects/saving.ts';
import { typeOf } from './collections.ts';
import { isJson, listOf, type Json } from './subrequest.ts';

const MOST = 200;
const DEEPEST = 5;

interface Node {
  readonly referenceId: string;
  readonly object: ObjectInfo;
  readonly json: Json;
  readonly depth: number;
  readonly parent: Node | null;
  /** The child's lookup to its parent. */
  readonly link: string | null;
}

class TreeFailure extends ApiError {
  readonly results: readonly Json[];
  constructor(results: readonly Json[]) {
    super(400, { errorCode: 'INVALID_INPUT', message: 'A record of the tree could not be saved' });
    this.results = results;
  }
}

export function createTree(call: DataCall): ApiResponse {
  const object = objectOf(call.org, call.session.userId, call.params['object'] ?? '');
  const records = listOf(objectBody(call), 'records', MOST);
  const nodes = records.flatMap((record) => nodesOf(call, record, null, null, 1));
  if (nodes.length > MOST) {
    throw badRequest('LIMIT_EXCEEDED', `record limit reached. cannot submit more than ${MOST} records into this call`);
  }
  if (nodes.some((node) => node.parent === null && node.object !== object)) {
    throw badRequest('INVALID_INPUT', `Include only records of the type ${object.name} at the top of the tree`);
  }
  if (new Set(nodes.map((node) => node.referenceId)).size < nodes.length) {
    throw badRequest('INVALID_INPUT', 'Every referenceId must be unique within a request');
  }
  try {
    const ids = transact(call.org.local, call.session.userId, 'synchronous', (runtime) =>
      saveNodes(call, runtime, nodes),
    );
    const results = nodes.map((node) => ({ referenceId: node.referenceId, id: ids.get(node) }));
    return { status: 201, body: { hasErrors: false, results } };
  } catch (error) {
    if (error instanceof TreeFailure) {
      return { status: error.status, body: { hasErrors: true, results: error.results } };
    }
    throw error;
  }
}

function nodesOf(call: DataCall, record: Json, parent: Node | null, link: string | null, depth: number): Node[] {
  const attributes = record['attributes'];
  const referenceId = isJson(attributes) ? attributes['referenceId'] : undefined;
  if (typeof referenceId !== 'string' || referenceId === '') {
    throw badRequest('INVALID_INPUT', 'Every record of a tree needs a referenceId');
  }
  if (depth > DEEPEST) {
    throw badRequest('LIMIT_EXCEEDED', `A tree may be ${DEEPEST} levels deep`);
  }
  const object = typeOf(call, record);
  const fields: [string, unknown][] = [];
  const children: { readonly list: readonly Json[]; readonly link: string }[] = [];
  for (const [name, value] of Object.entries(record)) {
    const relationship = object.childRelationships.find((one) => one.name?.toLowerCase() === name.toLowerCase());
    if (relationship !== undefined && isJson(value) && 'records' in value) {
      children.push({ list: listOf(value, 'records', MOST), link: relationship.field });
    } else {
      fields.push([name, value]);
    }
  }
  const node: Node = { referenceId, object, json: Object.fromEntries(fields), depth, parent, link };
  return [
    node,
    ...children.flatMap((child) => child.list.flatMap((one) => nodesOf(call, one, node, child.link, depth + 1))),
  ];
}

/** Level by level, so that every parent has its id. */
function saveNodes(call: DataCall, runtime: Transaction, nodes: readonly Node[]): ReadonlyMap<Node, string> {
  const ids = new Map<Node, string>();
  for (let depth = 1; depth <= DEEPEST; depth++) {
    const level = nodes.filter((node) => node.depth === depth);
    for (const object of new Set(level.map((node) => node.object))) {
      const group = level.filter((node) => node.object === object);
      const rows = group.map((node) => rowOf(runtime, node, ids));
      const results = saveList(runtime, 'insert', rows, { isAllOrNone: true, dmlOptions: dmlOptionsOf(call) });
      const failed = group.flatMap((node, index) => failureOf(node, results[index]?.errors ?? []));
      if (failed.length > 0) {
        throw new TreeFailure(failed);
      }
      group.forEach((node, index) => ids.set(node, results[index]?.id ?? ''));
    }
  }
  return ids;
}

function failureOf(node: Node, errors: readonly DmlError[]): readonly Json[] {
  const own = errors.filter(({ statusCode }) => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
  return own.length === 0
    ? []
    : [
        {
          referenceId: node.referenceId,
          errors: own.map(({ statusCode, message, fields }) => ({ statusCode, message, fields })),
        },
      ];
}

function rowOf(runtime: Transaction, node: Node, ids: ReadonlyMap<Node, string>): SObjectValue {
  const row = writableRow(runtime, node.object, node.json, null, true);
  if (node.parent !== null && node.link !== null) {
    row.set(node.link, ids.get(node.parent) ?? null);
  }
  return row;
}
