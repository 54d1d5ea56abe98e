/** `Test.loadData`: rows of a static resource in CSV, inserted in one statement. Ids in the file tie its own rows only. */
import type { FieldInfo, ObjectInfo } from '../data/schema.ts';
import type { ApexList } from '../runtime/collections.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { ApexDecimal } from '../values/decimal.ts';
import { ApexDate, ApexDatetime } from '../values/temporal.ts';
import { ApexBlob, type Value } from '../values/value.ts';
import { parseCsv } from './csv.ts';
import { testState } from './testState.ts';

export function loadData(runtime: Runtime, object: ObjectInfo, resource: string): ApexList {
  testState(runtime);
  const [header = [], ...lines] = parseCsv(resourceText(runtime, resource));
  const fields = header.map((name) => {
    const field = runtime.org.schema.findField(object, name.trim(), object.namespace);
    return (
      field ??
      runtime.fail('System.UnexpectedException', `Static Resource (${resource}) contains an unknown column: ${name}`)
    );
  });
  const rows = lines.map((line) => {
    const row = runtime.newRow(object);
    for (const [index, field] of fields.entries()) {
      const text = line[index] ?? '';
      if (text !== '' && field.type !== 'id') {
        row.set(field.name, valueOf(runtime, field, text));
      }
    }
    return row;
  });
  runtime.org.dml.execute(runtime, {
    operation: 'insert',
    rows,
    isAllOrNone: true,
    access: runtime.access,
    externalIdField: null,
    options: {},
  });
  return runtime.newList(object.name, rows);
}

function resourceText(runtime: Runtime, name: string): string {
  for (const row of runtime.org.store.rows('StaticResource')) {
    if (String(row['Name']).toLowerCase() === name.toLowerCase() && row['Body'] instanceof ApexBlob) {
      return row['Body'].toText() ?? '';
    }
  }
  return runtime.fail('System.UnexpectedException', `Static Resource (${name}) not found`);
}

function valueOf(runtime: Runtime, field: FieldInfo, text: string): Value {
  switch (field.type) {
    case 'boolean':
      return text.toLowerCase() === 'true' || text === '1';
    case 'integer':
      return Number.parseInt(text, 10);
    case 'double':
    case 'currency':
    case 'percent':
      return ApexDecimal.parse(text) ?? runtime.fail('System.UnexpectedException', `Not a number: ${text}`);
    case 'date': {
      const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number);
      return ApexDate.of(year, month, day);
    }
    case 'datetime':
      return new ApexDatetime(Date.parse(text.includes('T') ? text : `${text.replace(' ', 'T')}Z`));
    case 'time':
    case 'base64':
    case 'location':
    case 'address':
      return runtime.unsupported(`Test.loadData with a ${field.type} column`);
    default:
      return text;
  }
}
