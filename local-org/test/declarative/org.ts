/** An org of the metadata in `source/`, without Apex: real schema and store, and a DML engine that only rolls up. */
import { Packages } from '../../src/org/packages.ts';
import { MemoryStore, buildSchema } from '../../src/data/index.ts';
import type { ObjectInfo, OrgSchema } from '../../src/data/schema.ts';
import type { Row } from '../../src/data/store.ts';
import { DeclarativeLayer, seedCustomMetadata } from '../../src/declarative/index.ts';
import { storedView } from '../../src/declarative/formula/references.ts';
import { loadSource } from '../../src/metadata/load.ts';
import { ApexMap } from '../../src/runtime/collections.ts';
import { UnsupportedError } from '../../src/runtime/errors.ts';
import type { DmlRequest, DmlRowResult, RowView, Runtime } from '../../src/runtime/runtime.ts';
import { SObjectValue } from '../../src/runtime/sobject.ts';
import { ApexDecimal } from '../../src/values/decimal.ts';
import { ApexDatetime } from '../../src/values/temporal.ts';
import type { Value } from '../../src/values/value.ts';

/** Monday, 2 March 2026, 06:30 in GMT; still Sunday evening in Los Angeles. */
export const NOW = Date.UTC(2026, 2, 2, 6, 30);

const SOURCE = loadSource([new URL('source', import.meta.url).pathname], { namespace: '' });

export class Org {
  readonly schema: OrgSchema;
  readonly store: MemoryStore;
  readonly declarative: DeclarativeLayer;
  readonly runtime: Runtime;
  readonly saves: DmlRequest[] = [];
  readonly userId: string;
  readonly profileId: string;
  timeZone = 'America/Los_Angeles';

  constructor() {
    this.schema = buildSchema([SOURCE]);
    this.store = new MemoryStore(this.schema);
    this.declarative = new DeclarativeLayer(this.schema, [SOURCE]);
    seedCustomMetadata(this.store, this.schema, SOURCE.customMetadata);
    this.profileId = this.insert('Profile', { Name: 'Standard User' });
    this.userId = this.insert('User', { LastName: 'Reyes', ProfileId: this.profileId });
    this.runtime = this.#makeRuntime();
  }

  object(name: string): ObjectInfo {
    const found = this.schema.find(name);
    if (found === null) {
      throw new Error(`No object ${name}`);
    }
    return found;
  }
  insert(object: string, values: Readonly<Record<string, Value>>): string {
    const id = this.store.nextId(object);
    this.store.insert(object, { ...values, Id: id });
    return id;
  }
  row(object: string, id: string): Row {
    const row = this.store.get(object, id);
    if (row === null) {
      throw new Error(`No ${object} ${id}`);
    }
    return row;
  }
  view(object: string, values: Readonly<Record<string, Value>>): RowView {
    return storedView(this.object(object), values);
  }
  formula(object: string, field: string, values: Readonly<Record<string, Value>>): Value {
    const info = this.object(object);
    const found = this.schema.findField(info, field);
    if (found === null) {
      throw new Error(`No field ${field}`);
    }
    return this.declarative.formulaValue(this.runtime, info, found, this.view(object, values));
  }

  /** Saves a child and rolls it up, as the end of a save does. */
  save(object: string, id: string | null, values: Readonly<Record<string, Value>> | null): string {
    const before = id === null ? null : this.row(object, id);
    const saved = id ?? this.store.nextId(object);
    if (values === null) {
      this.store.setDeleted(object, saved, true);
    } else if (before === null) {
      this.store.insert(object, { ...values, Id: saved });
    } else {
      this.store.update(object, { ...before, ...values, Id: saved });
    }
    const after = values === null ? null : this.row(object, saved);
    const info = this.object(object);
    this.declarative.rollUp(this.runtime, info, [
      {
        before: before === null ? null : storedView(info, before),
        after: after === null ? null : storedView(info, after),
      },
    ]);
    return saved;
  }

  #makeRuntime(): Runtime {
    const zone = (): string => this.timeZone;
    const execute = (_runtime: Runtime, request: DmlRequest): readonly DmlRowResult[] => {
      this.saves.push(request);
      for (const row of request.rows) {
        this.save(
          row.object.name,
          row.id,
          Object.fromEntries(
            [...row.content].map(([name, value]) => [row.object.fields.get(name)?.name ?? name, value as Value]),
          ),
        );
      }
      return [];
    };
    const made = {
      namespace: '',
      org: {
        id: '00D5g0000000001EAA',
        namespace: '',
        packages: new Packages([], this.schema),
        schema: this.schema,
        store: this.store,
        declarative: this.declarative,
        dml: { execute },
        security: { hasCustomPermission: (_user: string, name: string) => name === 'Approve' },
      },
      access: { userId: this.userId, isUserMode: false, isSharingEnforced: false },
      transactionState: new Map(),
      get userSettings() {
        return { timeZone: zone(), locale: 'en_US', language: 'de', currency: 'USD' };
      },
      now: () => new ApexDatetime(NOW),
      unsupported: (what: string) => {
        throw new UnsupportedError(what);
      },
      compare: (left: Value, right: Value) =>
        left instanceof ApexDecimal && right instanceof ApexDecimal
          ? left.compareTo(right)
          : String(left) < String(right)
            ? -1
            : left === right
              ? 0
              : 1,
      newRow: (object: ObjectInfo) => new SObjectValue(object),
      newMap: (keyType: string, valueType: string) => new ApexMap(keyType, valueType, (key) => key),
    };
    return made as unknown as Runtime;
  }
}
