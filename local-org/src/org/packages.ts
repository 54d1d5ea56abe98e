/**
 * Installed managed packages. Their protected objects, settings and custom metadata types exist for code of their own
 * namespace alone (Salesforce Help, "Protection and Privacy Options for Custom Metadata Types"; Packaging Guide,
 * "Protected Components in Managed Packages").
 */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../data/schema.ts';
import type { Row } from '../data/store.ts';

export class Packages {
  readonly #namespaces: ReadonlySet<string>;
  readonly #schema: OrgSchema;
  readonly #views = new Map<string, OrgSchema>();

  constructor(namespaces: Iterable<string>, schema: OrgSchema) {
    this.#namespaces = new Set([...namespaces].map((one) => one.toLowerCase()));
    this.#schema = schema;
  }

  /** Without packages all code is of one kind, and nobody need ask whose it is. */
  get isEmpty(): boolean {
    return this.#namespaces.size === 0;
  }
  has(namespace: unknown): boolean {
    return typeof namespace === 'string' && this.#namespaces.has(namespace.toLowerCase());
  }
  hides(object: ObjectInfo, namespace: string): boolean {
    return object.isProtected && this.has(object.namespace) && !isSame(object.namespace, namespace);
  }
  /** A protected record belongs to the namespaces of its type and of its own. */
  hidesRecord(object: ObjectInfo, row: Row, namespace: string): boolean {
    const own = row['NamespacePrefix'];
    return (
      row['IsProtected'] === true &&
      this.has(own) &&
      !isSame(String(own), namespace) &&
      !isSame(object.namespace, namespace)
    );
  }
  /** Finds for each namespace that asks what it may see; what nobody asks for by name is found as it is. */
  get guardedSchema(): OrgSchema {
    const whole = this.#schema;
    return {
      objects: whole.objects,
      findField: (object, name, namespace) => whole.findField(object, name, namespace),
      byKeyPrefix: (prefix) => whole.byKeyPrefix(prefix),
      find: (name, namespace) => {
        const found = whole.find(name, namespace);
        return found !== null && namespace !== undefined && this.hides(found, namespace) ? null : found;
      },
    };
  }
  /** The org's objects as code of that namespace sees them. */
  schemaFor(namespace: string): OrgSchema {
    const key = namespace.toLowerCase();
    let view = this.#views.get(key);
    if (view === undefined) {
      const hidden = [...this.#schema.objects.values()].filter((object) => this.hides(object, namespace));
      view = hidden.length === 0 ? this.#schema : new PartOfSchema(this.#schema, new Set(hidden));
      this.#views.set(key, view);
    }
    return view;
  }
}

const isSame = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

class PartOfSchema implements OrgSchema {
  readonly objects: ReadonlyMap<string, ObjectInfo>;
  readonly #whole: OrgSchema;
  readonly #hidden: ReadonlySet<ObjectInfo>;

  constructor(whole: OrgSchema, hidden: ReadonlySet<ObjectInfo>) {
    this.#whole = whole;
    this.#hidden = hidden;
    this.objects = new Map([...whole.objects].filter(([, object]) => !hidden.has(object)));
  }
  find(name: string, namespace?: string): ObjectInfo | null {
    return this.#seen(this.#whole.find(name, namespace));
  }
  findField(object: ObjectInfo, name: string, namespace?: string): FieldInfo | null {
    return this.#whole.findField(object, name, namespace);
  }
  byKeyPrefix(prefix: string): ObjectInfo | null {
    return this.#seen(this.#whole.byKeyPrefix(prefix));
  }
  #seen(object: ObjectInfo | null): ObjectInfo | null {
    return object !== null && this.#hidden.has(object) ? null : object;
  }
}
