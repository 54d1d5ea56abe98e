/** Writes the rows an org has before anybody works in it. System fields are filled in, fields an org lacks left out. */
import type { MemoryStore } from '../data/index.ts';
import type { OrgSchema } from '../data/schema.ts';
import { ApexDatetime } from '../values/temporal.ts';
import type { Value } from '../values/value.ts';

export class Seeder {
  readonly store: MemoryStore;
  readonly schema: OrgSchema;
  readonly #now: ApexDatetime;
  /** Who "created" the rows; set once the first user exists. */
  userId: string | null = null;

  constructor(store: MemoryStore, schema: OrgSchema, now: number) {
    this.store = store;
    this.schema = schema;
    this.#now = new ApexDatetime(now);
  }

  insert(
    objectName: string,
    values: Readonly<Record<string, Value>>,
    id: string = this.store.nextId(objectName),
  ): string {
    const object = this.schema.find(objectName);
    if (object === null) {
      throw new Error(`There is no object ${objectName}`);
    }
    const row: Record<string, Value> = {};
    const system: Record<string, Value> = {
      IsDeleted: false,
      CreatedDate: this.#now,
      LastModifiedDate: this.#now,
      SystemModstamp: this.#now,
      CreatedById: this.userId,
      LastModifiedById: this.userId,
    };
    for (const [name, value] of [
      ...booleanDefaults(object.fields.values()),
      ...Object.entries(system),
      ...Object.entries(values),
    ]) {
      const field = object.fields.get(name.toLowerCase());
      if (field !== undefined) {
        row[field.name] = value;
      }
    }
    this.store.insert(object.name, { ...row, Id: id });
    return id;
  }

  /** What a change of a row of that object notes on it. */
  protected changeStamp(objectName: string): Readonly<Record<string, Value>> {
    const fields = this.schema.find(objectName)?.fields;
    const stamp = { LastModifiedDate: this.#now, LastModifiedById: this.userId, SystemModstamp: this.#now };
    return Object.fromEntries(Object.entries(stamp).filter(([name]) => fields?.has(name.toLowerCase()) === true));
  }

  find(object: string, field: string, value: Value): string | null {
    for (const row of this.store.rows(object)) {
      if (row[field] === value) {
        return row.Id;
      }
    }
    return null;
  }
}

/** Permission flags are left out: there are hundreds, and a missing one means false. */
function booleanDefaults(
  fields: Iterable<{ readonly name: string; readonly type: string; readonly formula: string | null }>,
): [string, Value][] {
  return [...fields]
    .filter((field) => field.type === 'boolean' && field.formula === null && !field.name.startsWith('Permissions'))
    .map((field) => [field.name, false]);
}
