/** Reads JSON as a row: fields by API name, parents as nested rows, children as query results with `records`. */
import type { FieldInfo, FieldType, ObjectInfo } from '../../../data/schema.ts';
import type { ApexType, PrimitiveName } from '../../../apex/types.ts';
import { toLongId } from '../../../values/id.ts';
import { decimalOfDouble } from '../../../values/numbers.ts';
import type { Value } from '../../../values/value.ts';
import { ApexList } from '../../../runtime/collections.ts';
import { SObjectValue } from '../../../runtime/sobject.ts';
import { AGGREGATE_RESULT } from '../../../soql/plan/syntheticFields.ts';
import type { TypedReader } from './deserialize.ts';
import { readUntyped } from './untyped.ts';

type Scalar = Exclude<PrimitiveName, 'Object'>;

const TYPES: Partial<Readonly<Record<FieldType, Scalar>>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  integer: 'Integer',
  long: 'Long',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  base64: 'Blob',
};

/** `object` is null for the generic row: its attributes must come first and name the object. */
export function readRow(reader: TypedReader, object: ObjectInfo | null): SObjectValue {
  const { runtime, tokens } = reader;
  reader.expectObject();
  let row = object === null ? null : runtime.newRow(object);
  while (tokens.next() === 'FIELD_NAME') {
    const name = tokens.text;
    tokens.next();
    if (name === 'attributes') {
      const type = readAttributes(reader);
      row ??= runtime.newRow(
        (type === null ? null : runtime.org.schema.find(type)) ??
          reader.fail(`sObject type '${type ?? ''}' is not supported.`),
      );
    } else if (row === null) {
      reader.fail('Nested object for polymorphic foreign key must have an attributes field before any other fields.');
    } else {
      readField(reader, row, name);
    }
  }
  return (
    row ??
    reader.fail('Nested object for polymorphic foreign key must have an attributes field before any other fields.')
  );
}

/** The result of a grouped query, which only JSON can make: any names with any values. */
export function readAggregate(reader: TypedReader): SObjectValue {
  const { runtime, tokens } = reader;
  reader.expectObject();
  const row = new SObjectValue(AGGREGATE_RESULT, true);
  while (tokens.next() === 'FIELD_NAME') {
    const name = tokens.text;
    tokens.next();
    if (name === 'attributes') {
      readAttributes(reader);
    } else {
      row.set(name, readUntyped(runtime, tokens) as Value);
    }
  }
  return row;
}

function readAttributes(reader: TypedReader): string | null {
  const { tokens } = reader;
  let type: string | null = null;
  if (tokens.token !== 'START_OBJECT') {
    return null;
  }
  while (tokens.next() === 'FIELD_NAME') {
    const name = tokens.text;
    tokens.next();
    if (name === 'type') {
      type = tokens.text;
    }
    reader.skip();
  }
  return type;
}

function readField(reader: TypedReader, row: SObjectValue, name: string): void {
  const { schema, namespace } = reader.runtime.org;
  const field = schema.findField(row.object, name, namespace);
  if (field !== null) {
    row.set(field.name, readValue(reader, field));
    return;
  }
  const parent = [...row.object.fields.values()].find(
    (one) => one.relationshipName?.toLowerCase() === name.toLowerCase(),
  );
  if (parent !== undefined) {
    const [target] = parent.referenceTo;
    const object = parent.referenceTo.length === 1 && target !== undefined ? schema.find(target) : null;
    if (reader.tokens.token !== 'VALUE_NULL' && reader.tokens.token !== 'START_OBJECT') {
      reader.fail(`The value provided for foreign key reference ${name} is not a nested SObject`);
    }
    row.set(parent.relationshipName ?? name, reader.tokens.token === 'VALUE_NULL' ? null : readRow(reader, object));
    return;
  }
  const child = row.object.childRelationships.find((one) => one.name?.toLowerCase() === name.toLowerCase());
  if (child !== undefined && child.name !== null) {
    const object = schema.find(child.childObject);
    row.set(child.name, object === null ? null : readChildren(reader, object));
    return;
  }
  if (reader.isStrict) {
    reader.fail(`No such column '${name}' on sobject of type ${row.object.name}`);
  }
  reader.skip();
}

function readValue(reader: TypedReader, field: FieldInfo): Value {
  const { tokens } = reader;
  if (tokens.token === 'VALUE_NULL') {
    return null;
  }
  const type = TYPES[field.type] ?? 'String';
  if (tokens.token === 'START_OBJECT' || tokens.token === 'START_ARRAY') {
    const isObject = tokens.token === 'START_OBJECT';
    reader.fail(
      `Cannot deserialize instance of ${type.toLowerCase()} from ${tokens.token} value${isObject ? ' { or request may be missing a required field at ' : ' '}${tokens.place}`,
    );
  }
  if (type === 'Id') {
    // Ids of rows are taken as they are: made-up ones of test data too.
    return toLongId(tokens.text) ?? tokens.text;
  }
  if (type === 'Decimal') {
    const double = reader.scalar('Double', tokens.text === '' ? '0' : tokens.text, false) as { readonly value: number };
    return decimalOfDouble(double.value);
  }
  return reader.scalar(type, tokens.text, tokens.token === 'VALUE_STRING') as Value;
}

/** `{ "totalSize": 1, "done": true, "records": [ … ] }`. */
function readChildren(reader: TypedReader, object: ObjectInfo): ApexList | null {
  const { tokens, runtime } = reader;
  if (tokens.token === 'VALUE_NULL') {
    return null;
  }
  if (tokens.token !== 'START_OBJECT') {
    reader.fail("QueryResult must start with '{'");
  }
  let rows: ApexList = runtime.newList(object.name);
  const type: ApexType = {
    kind: 'list',
    name: `List<${object.name}>`,
    element: { kind: 'sobject', name: object.name, object },
  };
  while (tokens.next() === 'FIELD_NAME') {
    const isRecords = tokens.text === 'records';
    tokens.next();
    if (isRecords) {
      const read = reader.read(type);
      rows = read instanceof ApexList ? read : rows;
    } else {
      reader.skip();
    }
  }
  return rows;
}
