/**
 * A deployed record names what its metadata relationships point to: an object, a field of the object its controlling
 * field names, or a record of another type by its name. Stored are durable ids and record ids; a name the org does not
 * know stays as it is written. Records may point to records deployed after them, so all are resolved at the end.
 */
import { DurableIds } from '../../data/schema/durable.ts';
import type { FieldInfo, ObjectInfo, OrgSchema } from '../../data/schema.ts';
import type { Row, Store } from '../../data/store.ts';
import type { Value } from '../../values/value.ts';

interface Noted {
  readonly object: ObjectInfo;
  readonly id: string;
  readonly namespace: string;
}

export class MetadataRelations {
  readonly #store: Store;
  readonly #schema: OrgSchema;
  readonly #ids: DurableIds;
  readonly #noted: Noted[] = [];

  constructor(store: Store, schema: OrgSchema) {
    this.#store = store;
    this.#schema = schema;
    this.#ids = new DurableIds(schema);
  }

  note(object: ObjectInfo, id: string, namespace: string): void {
    if ([...object.fields.values()].some((field) => field.isCustom && field.type === 'reference')) {
      this.#noted.push({ object, id, namespace });
    }
  }

  resolve(): void {
    for (const noted of this.#noted) {
      const row = this.#store.get(noted.object.name, noted.id);
      if (row !== null) {
        this.#store.update(noted.object.name, this.#resolved(noted, row));
      }
    }
  }

  #resolved({ object, namespace }: Noted, row: Row): Row {
    const changed: Record<string, Value> = {};
    for (const field of object.fields.values()) {
      const name = row[field.name];
      if (field.isCustom && field.type === 'reference' && typeof name === 'string') {
        changed[field.name] = this.#target(field, name, row, namespace) ?? name;
      }
    }
    return { ...row, ...changed };
  }

  #target(field: FieldInfo, name: string, row: Row, namespace: string): string | null {
    const [target = ''] = field.referenceTo;
    switch (target) {
      case 'EntityDefinition': {
        const object = this.#schema.find(name, namespace);
        return object === null ? null : this.#ids.object(object);
      }
      case 'FieldDefinition':
      case 'EntityParticle': {
        const holder = row[field.metadataController ?? ''];
        const object = typeof holder === 'string' ? this.#schema.find(holder, namespace) : null;
        const found = object === null ? null : this.#schema.findField(object, name.split('.').at(-1) ?? '', namespace);
        return object === null || found === null ? null : this.#ids.field(object, found);
      }
      default:
        return this.#record(target, name);
    }
  }

  #record(target: string, name: string): string | null {
    const folded = name.toLowerCase();
    for (const row of this.#schema.find(target) === null ? [] : this.#store.rows(target)) {
      if ([row['QualifiedApiName'], row['DeveloperName']].some((one) => String(one).toLowerCase() === folded)) {
        return row.Id;
      }
    }
    return null;
  }
}
