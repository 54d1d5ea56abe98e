/**
 * Relationship fields that point to the description of an object or a field hold a durable id (`Account`,
 * `Account.Name`, `Account.00N…`, `01I….00N…`): text in Apex and in filters, never a record id. Standard objects and
 * fields go by their names, custom ones by their ids (Custom Metadata Types Implementation Guide, "Custom Metadata
 * Relationships"; Tooling API Guide, "EntityDefinition" and "FieldDefinition").
 */
import { makeId } from '../ids.ts';
import type { FieldInfo, ObjectInfo, OrgSchema } from '../schema.ts';

const DEFINITIONS: ReadonlySet<string> = new Set(['EntityDefinition', 'EntityParticle', 'FieldDefinition']);
const OBJECT_PREFIX = '01I';
const FIELD_PREFIX = '00N';
const SHORT = 15;

export const isDefinition = (objectName: string): boolean => DEFINITIONS.has(objectName);

export function holdsDurableId(field: FieldInfo): boolean {
  return field.type === 'reference' && field.referenceTo.some(isDefinition);
}

/** The durable ids of a schema: the same source gives the same ids. */
export class DurableIds {
  readonly #ids = new Map<string, string>();

  constructor(schema: OrgSchema) {
    const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
      one.name < other.name ? -1 : 1;
    let objects = 0;
    let fields = 0;
    for (const object of [...schema.objects.values()].sort(byName)) {
      if (object.kind !== 'standard') {
        objects += 1;
        this.#ids.set(object.name, makeId(OBJECT_PREFIX, objects).slice(0, SHORT));
      }
      for (const field of [...object.fields.values()].filter((one) => one.isCustom).sort(byName)) {
        fields += 1;
        this.#ids.set(`${object.name}.${field.name}`, makeId(FIELD_PREFIX, fields).slice(0, SHORT));
      }
    }
  }

  object(object: ObjectInfo): string {
    return this.#ids.get(object.name) ?? object.name;
  }
  field(object: ObjectInfo, field: FieldInfo): string {
    return `${this.object(object)}.${this.#ids.get(`${object.name}.${field.name}`) ?? field.name}`;
  }
}
