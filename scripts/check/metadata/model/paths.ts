import type { FieldModel, ObjectModel } from './objects.ts';
import type { ProjectModel } from './project.ts';

export type PathResult =
  | { readonly field: FieldModel; readonly object: ObjectModel }
  | { readonly problem: string; readonly near: readonly string[] };

/** Follows `Account__r.Owner.Name` from an object to the field it ends in, or says at which step it breaks. */
export function resolvePath(model: ProjectModel, objectName: string, path: string): PathResult {
  const steps = path.split('.');
  let object = model.object(objectName);
  for (const [index, step] of steps.entries()) {
    if (object === undefined) {
      return { problem: `Object ${objectName} does not exist`, near: [] };
    }
    if (index === steps.length - 1) {
      const field = object.fields.get(step.toLowerCase()) ?? extraField(object, step);
      const near = [...object.fields.values()].map(({ name }) => name);
      return field === undefined ? { problem: `${object.name} has no field ${step}`, near } : { field, object };
    }
    // `Owner:User.Name` chooses among the targets of a polymorphic lookup.
    const [relationship = '', chosen] = step.split(':');
    const parent = parentsOf(object, relationship);
    const target = chosen ?? parent?.[0];
    if (parent === undefined || target === undefined) {
      const near = [...object.fields.values()].flatMap(({ relationshipName }) => relationshipName ?? []);
      return { problem: `${object.name} has no relationship ${relationship}`, near };
    }
    object = model.object(target === 'Name' ? 'User' : target);
  }
  return { problem: `${path} is no path`, near: [] };
}

function parentsOf(object: ObjectModel, relationship: string): readonly string[] | undefined {
  const wanted = relationship.toLowerCase();
  for (const field of object.fields.values()) {
    const own = field.relationshipName ?? (field.referenceTo.length > 0 ? field.name.replace(/Id$/, '') : null);
    if (own?.toLowerCase() === wanted && field.referenceTo.length > 0) {
      return field.referenceTo;
    }
  }
  return undefined;
}

const ANYWHERE = new Set(['currencyisocode', 'recordtypeid', 'isdeleted', 'systemmodstamp', 'id']);

/** Fields that exist only with an org feature, or that the stubs of standard objects leave out. */
function extraField(object: ObjectModel, name: string): FieldModel | undefined {
  const sample = object.fields.get('id');
  return ANYWHERE.has(name.toLowerCase()) && sample !== undefined ? { ...sample, name } : undefined;
}
