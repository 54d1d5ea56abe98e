/** One field of a field set; its path may lead through parents. */
import { displayType } from './enums.ts';
import { describeClass } from './getters.ts';
import { fieldToken } from './tokens.ts';
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import { enumValue } from '../../runtime/enumValue.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';

export class FieldSetMemberDescribe extends PlatformObject {
  readonly apexType = 'Schema.FieldSetMember';
  readonly object: ObjectInfo;
  readonly path: string;
  readonly isRequired: boolean;
  constructor(object: ObjectInfo, path: string, isRequired: boolean) {
    super();
    this.object = object;
    this.path = path;
    this.isRequired = isRequired;
  }
}

/** The object and field at the end of the path. */
function target(
  runtime: Runtime,
  self: FieldSetMemberDescribe,
): { readonly object: ObjectInfo; readonly field: FieldInfo } {
  const { schema } = runtime.org;
  const steps = self.path.split('.');
  let object = self.object;
  for (const step of steps.slice(0, -1)) {
    const lookup = [...object.fields.values()].find(
      (field) => field.relationshipName?.toLowerCase() === step.toLowerCase(),
    );
    const next = schema.find(lookup?.referenceTo[0] ?? '');
    if (next === null) {
      return runtime.unsupported(`Field set path ${self.path}`);
    }
    object = next;
  }
  const field = schema.findField(object, steps.at(-1) ?? '', self.object.namespace);
  return field === null ? runtime.unsupported(`Field set path ${self.path}`) : { object, field };
}

export default describeClass('Schema.FieldSetMember', {
  'Boolean getDBRequired': (runtime, self: FieldSetMemberDescribe) => target(runtime, self).field.isRequired,
  'String getFieldPath': (_runtime, self: FieldSetMemberDescribe) => self.path,
  'String getLabel': (runtime, self: FieldSetMemberDescribe) => target(runtime, self).field.label,
  'Boolean getRequired': (_runtime, self: FieldSetMemberDescribe) => self.isRequired,
  'Schema.SObjectField getSObjectField': (runtime, self: FieldSetMemberDescribe) => {
    const end = target(runtime, self);
    return fieldToken(runtime, end.object, end.field);
  },
  'Schema.DisplayType getType': (runtime, self: FieldSetMemberDescribe) =>
    enumValue(displayType, target(runtime, self).field.type),
});
