/** Evaluates one formula text for a record of loose values: the verb of the formula tables. */
import type { FieldInfo, FieldType, ObjectInfo, OrgSchema } from '../../src/data/schema.ts';
import { FormulaCompiler } from '../../src/declarative/formula/compile.ts';
import type { Purpose } from '../../src/declarative/formula/functions/define.ts';
import { FormulaNumber } from '../../src/declarative/formula/number.ts';
import { FormulaFault } from '../../src/declarative/formula/problem.ts';
import type { Runtime } from '../../src/runtime/runtime.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../src/values/temporal.ts';
import type { Value } from '../../src/values/value.ts';
import { NOW } from './org.ts';

const FIELDS: Readonly<Record<string, FieldType>> = {
  Number__c: 'double',
  Other__c: 'double',
  Percent__c: 'percent',
  Text__c: 'string',
  Word__c: 'string',
  Flag__c: 'boolean',
  Date__c: 'date',
  Day__c: 'date',
  Moment__c: 'datetime',
  Time__c: 'time',
  Pick__c: 'picklist',
  Multi__c: 'multipicklist',
  Parent__c: 'reference',
  Id: 'id',
};

const field = (name: string, type: FieldType): FieldInfo =>
  ({
    name,
    type,
    isLongText: false,
    formula: null,
    relationshipName: null,
    referenceTo: [],
    scale: 2,
  }) as unknown as FieldInfo;
const OBJECT = {
  name: 'Thing__c',
  namespace: '',
  kind: 'custom',
  fields: new Map(Object.entries(FIELDS).map(([name, type]) => [name.toLowerCase(), field(name, type)])),
} as unknown as ObjectInfo;
const SCHEMA = {
  find: () => null,
  findField: (object: ObjectInfo, name: string) => object.fields.get(name.toLowerCase()) ?? null,
} as unknown as OrgSchema;

export interface Circumstances {
  readonly values?: Readonly<Record<string, Value>>;
  readonly before?: Readonly<Record<string, Value>> | null;
  readonly blanksAsZero?: boolean;
  readonly purpose?: Purpose;
  readonly timeZone?: string;
}

/** The value as text; `null` for a blank and for an unknown truth, `#Error!` where evaluation fails. Throws where the text does not compile. */
export function evaluate(text: string, circumstances: Circumstances = {}): string {
  const {
    values = {},
    before = null,
    blanksAsZero = false,
    purpose = 'rule',
    timeZone = 'America/Los_Angeles',
  } = circumstances;
  const compiled = new FormulaCompiler(SCHEMA, () => false).expression(OBJECT, text, purpose, blanksAsZero);
  const view = (row: Readonly<Record<string, Value>>): { get: (name: string) => Value } => ({
    get: (name) => row[name] ?? null,
  });
  const runtime = {
    now: () => new ApexDatetime(NOW),
    userSettings: { timeZone },
    transactionState: new Map(),
  } as unknown as Runtime;
  try {
    return show(
      compiled.run({
        runtime,
        row: view(values),
        before: before === null ? null : view(before),
        isNew: before === null,
        isClone: false,
      }),
    );
  } catch (problem) {
    if (problem instanceof FormulaFault) {
      return '#Error!';
    }
    throw problem;
  }
}

function show(value: unknown): string {
  if (value === null || value === '') {
    return 'null';
  }
  if (value instanceof FormulaNumber) {
    return value.toFixed();
  }
  if (value instanceof ApexDatetime) {
    return value.toIsoString();
  }
  return value instanceof ApexDate || value instanceof ApexTime ? value.toString() : `${value as string}`;
}
