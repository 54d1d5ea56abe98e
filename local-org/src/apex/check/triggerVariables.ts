/** `Trigger.new` and its like. Inside a trigger rows have the trigger's object, elsewhere they are generic. */
import type { Expression } from '../ast.ts';
import type { ApexType } from '../types.ts';
import { BOOLEAN, ID, INTEGER, SOBJECT } from '../bind/typePool.ts';
import type { Body } from './body.ts';
import { platformType } from './fieldTypes.ts';

const FLAGS: ReadonlySet<string> = new Set([
  'isexecuting',
  'isinsert',
  'isupdate',
  'isdelete',
  'isundelete',
  'isbefore',
  'isafter',
]);

export function triggerVariable(body: Body, expression: Extract<Expression, { kind: 'Member' }>): ApexType {
  const name = expression.name.toLowerCase();
  const { pool } = body.world;
  const row = body.triggerObject ? pool.sobject(body.triggerObject) : SOBJECT;
  const type = FLAGS.has(name) ? BOOLEAN : typeOf(body, name, row);
  if (type === null) {
    return body.set(expression, body.fail(expression.at, 'VARIABLE_MISSING', expression.name));
  }
  return body.set(expression, type, { kind: 'trigger', name });
}

function typeOf(body: Body, name: string, row: ApexType): ApexType | null {
  const { pool } = body.world;
  switch (name) {
    case 'new':
    case 'old':
      return pool.list(row);
    case 'newmap':
    case 'oldmap':
      return pool.map(ID, row);
    case 'size':
      return INTEGER;
    case 'operationtype':
      return platformType(body.world, 'System.TriggerOperation');
    default:
      return null;
  }
}
