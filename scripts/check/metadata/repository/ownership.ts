import { nameOf, type ProjectModel } from '../model/project.ts';

/** Which feature owns each name that other files can refer to. */
export interface Ownership {
  /** Apex classes by their exact name. */
  readonly classes: ReadonlyMap<string, string>;
  readonly objects: ReadonlyMap<string, string>;
  readonly bundles: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly permissions: ReadonlyMap<string, string>;
  /** Features that define a field of a name: a field may be named like an object of another feature. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
}

export function readOwnership(model: ProjectModel): Ownership {
  const objects = new Map<string, string>();
  const fields = new Map<string, Set<string>>();
  for (const object of model.objects.values()) {
    if (object.source?.feature != null && object.kind !== 'standard') {
      objects.set(object.name, object.source.feature);
    }
    for (const field of object.fields.values()) {
      if (field.source?.feature != null) {
        fields.set(field.name, (fields.get(field.name) ?? new Set()).add(field.source.feature));
      }
    }
  }
  const owned = (entries: Iterable<readonly [string, string | null]>): ReadonlyMap<string, string> =>
    new Map([...entries].flatMap(([name, feature]) => (feature === null ? [] : [[name, feature] as const])));
  return {
    classes: owned([...model.classes.values()].map(({ path, feature }) => [nameOf(path), feature] as const)),
    objects,
    bundles: owned([...model.bundles.values()].map(({ name, feature }) => [name, feature] as const)),
    labels: owned([...model.labels.values()].map(({ name, meta }) => [name, meta.feature] as const)),
    permissions: owned(model.ofType('CustomPermission').map(({ fullName, feature }) => [fullName, feature] as const)),
    fields,
  };
}
