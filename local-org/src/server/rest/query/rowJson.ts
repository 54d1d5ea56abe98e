/** Rows as the REST API writes them: in the order they were asked for, nulls included, each with type and address. */
import type { FieldInfo } from '../../../data/schema.ts';
import { ApexList } from '../../../runtime/collections.ts';
import { SObjectValue, type FieldContent } from '../../../runtime/sobject.ts';
import type { Shape, ShapeField } from '../../../soql/plan/plan.ts';
import type { Value } from '../../../values/value.ts';
import { toJson } from '../../records/fieldJson.ts';

export type RowJson = Record<string, unknown>;

export function attributesOf(base: string, row: SObjectValue): RowJson {
  return row.id === null || row.isAggregate
    ? { type: row.isAggregate ? 'AggregateResult' : row.object.name }
    : { type: row.object.name, url: addressOf(base, row) };
}
const addressOf = (base: string, row: SObjectValue): string => `${base}/sobjects/${row.object.name}/${row.id ?? ''}`;

/** A row of a query for rows. */
export function rowJson(base: string, shape: Shape, row: SObjectValue): RowJson {
  const json: RowJson = { attributes: attributesOf(base, row) };
  for (const item of shape.fields.filter((one) => one.isImplied !== true)) {
    json[nameOf(shape, item, row)] = fieldJson(base, row, item.field, row.peek(item.name) as Value);
  }
  for (const { step, shape: parent, byType } of shape.parents) {
    const content = row.peek(step.name);
    json[step.name] =
      content instanceof SObjectValue
        ? rowJson(base, byType?.get(content.object.name.toLowerCase()) ?? parent, content)
        : null;
  }
  for (const child of shape.children) {
    json[child.name] = childrenJson(base, child.plan.shape ?? null, row.peek(child.name));
  }
  return json;
}

/** Fields of several types of parents have no one declaration: the row's own spells the name. */
function nameOf(shape: Shape, item: ShapeField, row: SObjectValue): string {
  return shape.isPolymorphic ? (row.field(item.name)?.name ?? item.name) : item.name;
}

/** Contents of blobs are not written but addressed. */
function fieldJson(base: string, row: SObjectValue, field: FieldInfo, value: Value): unknown {
  if (field.type === 'base64') {
    return row.id === null ? null : `${addressOf(base, row)}/${field.name}`;
  }
  return toJson(value);
}

function childrenJson(base: string, shape: Shape | null, content: FieldContent): unknown {
  const rows = content instanceof ApexList ? (content.items as readonly SObjectValue[]) : [];
  return rows.length === 0 || shape === null
    ? null
    : { totalSize: rows.length, done: true, records: rows.map((row) => rowJson(base, shape, row)) };
}

/** A row of a search or of groups: what it holds, in its own order. */
export function contentJson(base: string, row: SObjectValue): RowJson {
  const json: RowJson = { attributes: attributesOf(base, row) };
  if (!row.isAggregate) {
    json['Id'] = row.id;
  }
  for (const folded of row.queriedFields ?? row.content.keys()) {
    const field = row.field(folded);
    const name = row.isAggregate
      ? (row.spelling.get(folded) ?? folded)
      : (field?.name ?? row.spelling.get(folded) ?? folded);
    const content = row.peek(folded);
    json[name] =
      content instanceof SObjectValue
        ? contentJson(base, content)
        : field === null
          ? toJson(content as Value)
          : fieldJson(base, row, field, content as Value);
  }
  return json;
}
