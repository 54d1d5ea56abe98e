/**
 * `@salesforce/schema/Object` and `@salesforce/schema/Object.Path.Field`: names as a subscriber of the package sees
 * them. Source: LWC Developer Guide, "Import References to Salesforce Objects and Fields".
 */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../../data/schema.ts';
import { frozenModule, notFoundIn, type ScopedImport } from './moduleText.ts';

/** References to a field may span this many relationships. */
const MAXIMUM_RELATIONSHIPS = 3;

export function schemaModule(schema: OrgSchema, asked: ScopedImport): string {
  const [objectName = '', ...path] = asked.name.split('.');
  const object = schema.find(objectName, asked.namespace);
  if (object === null) {
    throw notFoundIn(asked, `there is no object ${objectName}`);
  }
  if (path.length === 0) {
    return frozenModule({ objectApiName: object.name });
  }
  if (path.length > MAXIMUM_RELATIONSHIPS + 1) {
    throw notFoundIn(asked, `a field reference spans at most ${MAXIMUM_RELATIONSHIPS} relationships`);
  }
  return frozenModule({
    fieldApiName: spelled(schema, object, path, asked).join('.'),
    objectApiName: object.name,
  });
}

function spelled(
  schema: OrgSchema,
  object: ObjectInfo,
  path: readonly string[],
  asked: ScopedImport,
): readonly string[] {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    const field = schema.findField(object, first, asked.namespace);
    if (field === null) {
      throw notFoundIn(asked, `${object.name} has no field ${first}`);
    }
    return [field.name];
  }
  const lookup = lookupOf(object, first, asked.namespace);
  // Of several targets only what all of them have can be named.
  const target =
    lookup === null ? null : schema.find(lookup.referenceTo.length > 1 ? 'Name' : (lookup.referenceTo[0] ?? ''));
  if (lookup === null || target === null) {
    throw notFoundIn(asked, `${object.name} has no relationship ${first}`);
  }
  return [lookup.relationshipName ?? first, ...spelled(schema, target, rest, asked)];
}

function lookupOf(object: ObjectInfo, relationship: string, namespace: string): FieldInfo | null {
  const folded = relationship.toLowerCase();
  const names = namespace === '' ? [folded] : [folded, `${namespace.toLowerCase()}__${folded}`];
  return (
    [...object.fields.values()].find((field) => names.includes(field.relationshipName?.toLowerCase() ?? ' ')) ?? null
  );
}
