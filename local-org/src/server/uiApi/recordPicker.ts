/**
 * What a record picker finds: records of one object by what is typed, within the filter the component gives. The
 * platform's picker asks its GraphQL API; here it is one question of the local org's own. Source: Component Reference,
 * "Record Picker".
 */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import type { Transaction } from '../../runtime/transaction.ts';
import type { ApexValue } from '../../runtime/runtime.ts';
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { badRequest } from '../errors.ts';
import { fromJson } from '../records/fieldJson.ts';
import { objectOf } from '../records/save.ts';
import { look } from '../records/work.ts';
import { escaped, like, type Binds } from './lists/listFilter.ts';
import { queryPage } from './lists/listRecords.ts';
import { readRecords, type RecordValue } from './recordValue.ts';

export const RECORD_PICKER_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/_/org/record-picker', access: 'ui', handle: pick },
];

interface Criterion {
  readonly fieldPath: string;
  readonly operator: string;
  readonly value: unknown;
}
interface MatchedField {
  readonly fieldPath: string;
  readonly mode?: string;
}
interface Asked {
  readonly objectApiName?: string;
  readonly text?: string;
  /** The one record to show instead of a search. */
  readonly recordId?: string;
  readonly fields?: readonly string[];
  readonly matching?: readonly MatchedField[];
  readonly filter?: { readonly criteria?: readonly Criterion[]; readonly filterLogic?: string };
}

const MOST_FOUND = 50;
const COMPARISONS: Readonly<Record<string, string>> = { eq: '=', ne: '!=', lt: '<', gt: '>', lte: '<=', gte: '>=' };

function pick(call: UserCall): ApiResponse {
  const asked = (call.json() ?? {}) as Asked;
  const object = objectOf(call.org, call.session.userId, asked.objectApiName ?? '');
  const fields = (asked.fields ?? [object.nameField ?? 'Id']).filter((one) => pathField(call, object, one) !== null);
  return ok(
    look(call.org.local, call.session.userId, (runtime) => ({
      records: found(call, runtime, object, { ...asked, fields }),
    })),
  );
}

function found(
  call: UserCall,
  runtime: Transaction,
  object: ObjectInfo,
  asked: Asked & { readonly fields: readonly string[] },
): readonly RecordValue[] {
  if (asked.recordId !== undefined) {
    return [...readRecords(runtime, object, [asked.recordId], asked.fields).values()];
  }
  const name = object.nameField ?? 'Id';
  return queryPage(runtime, object, {
    paths: asked.fields,
    page: { start: 0, pageSize: MOST_FOUND },
    where: (binds) => [
      filterOf(call, object, asked.filter, binds, (values) =>
        runtime.newList(values.every((one) => typeof one === 'string') ? 'String' : 'Object', [...values]),
      ),
      matched(asked.text ?? '', asked.matching ?? [{ fieldPath: name }], binds),
    ],
    orderBy: `${name} ASC, Id ASC`,
  }).records;
}

/** Each word stands in one of the fields, or begins it. */
function matched(text: string, matching: readonly MatchedField[], binds: Binds): string | null {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const all = words.map((word) =>
    matching
      .map(({ fieldPath, mode }) =>
        like(proved(fieldPath), `${mode === 'startsWith' ? '' : '%'}${escaped(word)}%`, binds),
      )
      .join(' OR '),
  );
  return all.length === 0 ? null : all.map((one) => `(${one})`).join(' AND ');
}

/** `1 AND (2 OR 3)`; all of them without it. */
function filterOf(
  call: UserCall,
  object: ObjectInfo,
  filter: Asked['filter'],
  binds: Binds,
  listOf: (values: readonly ApexValue[]) => ApexValue,
): string | null {
  const conditions = (filter?.criteria ?? []).map((one) => condition(call, object, one, binds, listOf));
  if (conditions.length === 0) {
    return null;
  }
  const logic = filter?.filterLogic ?? conditions.map((_one, index) => index + 1).join(' AND ');
  if (!/^[\d\s()]*(?:(?:AND|OR|NOT)[\d\s()]*)*$/i.test(logic)) {
    throw badRequest('INVALID_FILTER_LOGIC', `The filter logic can't be read: ${logic}`);
  }
  return logic.replace(/\d+/g, (number) => {
    const one = conditions[Number(number) - 1];
    if (one === undefined) {
      throw badRequest(
        'INVALID_FILTER_LOGIC',
        `The filter logic names criterion ${number}, and there are ${conditions.length}`,
      );
    }
    return `(${one})`;
  });
}

function condition(
  call: UserCall,
  object: ObjectInfo,
  { fieldPath, operator, value }: Criterion,
  binds: Binds,
  listOf: (values: readonly ApexValue[]) => ApexValue,
): string {
  const field = pathField(call, object, fieldPath);
  if (field === null) {
    throw badRequest('INVALID_FIELD', `No such column '${fieldPath}' on entity '${object.name}'`);
  }
  const bind = (one: unknown): string => binds.add(fromJson(field, one));
  const comparison = COMPARISONS[operator];
  if (comparison !== undefined) {
    return `${fieldPath} ${comparison} ${value === null ? 'null' : bind(value)}`;
  }
  switch (operator) {
    case 'like':
      return like(fieldPath, String(value), binds);
    case 'in':
    case 'nin': {
      const values = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map((one) =>
        fromJson(field, one),
      );
      return `${fieldPath} ${operator === 'in' ? 'IN' : 'NOT IN'} ${binds.add(listOf(values))}`;
    }
    default:
      throw badRequest('UNSUPPORTED', `UNSUPPORTED: record picker filter operator ${operator}`);
  }
}

const proved = (path: string): string => {
  if (!/^\w+(\.\w+){0,5}$/.test(path)) {
    throw badRequest('INVALID_FIELD', `No such column '${path}'`);
  }
  return path;
};

/** The field at the end of a path over lookups. */
function pathField(call: UserCall, object: ObjectInfo, path: string): FieldInfo | null {
  const [first = '', ...rest] = proved(path).split('.');
  const schema = call.org.local.parts.context.packages.schemaFor('');
  if (rest.length === 0) {
    return object.fields.get(first.toLowerCase()) ?? null;
  }
  const lookup = [...object.fields.values()].find((one) => one.relationshipName?.toLowerCase() === first.toLowerCase());
  const target =
    lookup === undefined ? null : schema.find(lookup.referenceTo.length > 1 ? 'Name' : (lookup.referenceTo[0] ?? ''));
  return target === null ? null : pathField(call, target, rest.join('.'));
}
