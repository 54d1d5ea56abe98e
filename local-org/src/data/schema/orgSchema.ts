/** The finished schema: lookups in any case, with the namespace of the code that asks tried first. */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../schema.ts';

export class Schema implements OrgSchema {
  readonly objects: ReadonlyMap<string, ObjectInfo>;
  readonly #byPrefix = new Map<string, ObjectInfo>();

  constructor(objects: Iterable<ObjectInfo>) {
    const byName = new Map<string, ObjectInfo>();
    for (const object of objects) {
      byName.set(object.name.toLowerCase(), object);
    }
    this.objects = byName;
    const shared = new Set<string>();
    for (const object of byName.values()) {
      const { keyPrefix } = object;
      if (keyPrefix !== null && this.#byPrefix.has(keyPrefix)) {
        shared.add(keyPrefix);
      }
      if (keyPrefix !== null) {
        this.#byPrefix.set(keyPrefix, this.#byPrefix.get(keyPrefix) ?? object);
      }
    }
    // A prefix of several objects (shares, histories) names none of them; FeedItem stands for all feeds.
    for (const prefix of shared) {
      if (prefix !== '0D5') {
        this.#byPrefix.delete(prefix);
      } else {
        const feedItem = byName.get('feeditem');
        if (feedItem) {
          this.#byPrefix.set(prefix, feedItem);
        }
      }
    }
  }

  find(name: string, namespace = ''): ObjectInfo | null {
    const folded = name.toLowerCase();
    const own =
      namespace === '' || !folded.includes('__')
        ? undefined
        : this.objects.get(`${namespace.toLowerCase()}__${folded}`);
    return own ?? this.objects.get(folded) ?? null;
  }

  findField(object: ObjectInfo, name: string, namespace = ''): FieldInfo | null {
    const folded = name.toLowerCase();
    const own =
      namespace === '' || !folded.includes('__')
        ? undefined
        : object.fields.get(`${namespace.toLowerCase()}__${folded}`);
    return own ?? object.fields.get(folded) ?? null;
  }

  byKeyPrefix(prefix: string): ObjectInfo | null {
    return this.#byPrefix.get(prefix) ?? null;
  }
}
