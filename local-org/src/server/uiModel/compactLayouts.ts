/** Compact layouts: the fields that head a record. */
import type { ObjectInfo } from '../../data/schema.ts';
import { qualify } from '../../metadata/names.ts';
import type { SourceTree } from '../../metadata/tree.ts';
import { standardCompactFields } from './standardLayouts.ts';

export class CompactLayouts {
  /** Fields of the assigned one by lower-case object name. */
  readonly #fields = new Map<string, readonly string[]>();

  constructor(trees: readonly SourceTree[]) {
    for (const tree of trees) {
      for (const object of tree.objects.values()) {
        const assigned = object.compactLayouts.find(
          ({ name, node }) => (node.text('fullName') ?? name) === object.compactLayoutAssignment,
        );
        if (assigned !== undefined) {
          const fields = assigned.node.texts('fields').map((field) => qualify(field, assigned.namespace));
          this.#fields.set(object.name.toLowerCase(), fields);
        }
      }
    }
  }
  fieldsOf(object: ObjectInfo): readonly string[] {
    return this.#fields.get(object.name.toLowerCase()) ?? standardCompactFields(object);
  }
}
