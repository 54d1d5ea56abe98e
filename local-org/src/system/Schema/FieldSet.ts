/** A field set and its members. */
import { FieldSetMemberDescribe } from './FieldSetMember.ts';
import { describeClass } from './getters.ts';
import { localName, objectToken, type FieldSetToken } from './tokens.ts';

export default describeClass('Schema.FieldSet', {
  'String getDescription': (_runtime, self: FieldSetToken) => self.set.description,
  'List<Schema.FieldSetMember> getFields': (runtime, self: FieldSetToken) =>
    runtime.newList(
      'Schema.FieldSetMember',
      self.set.fields.map((field) => new FieldSetMemberDescribe(self.object, field.path, field.isRequired)),
    ),
  'String getLabel': (_runtime, self: FieldSetToken) => self.set.label,
  'String getName': (_runtime, self: FieldSetToken) => localName(self.set.name, self.object.namespace),
  'String getNameSpace': (_runtime, self: FieldSetToken) =>
    localName(self.set.name, self.object.namespace) === self.set.name ? null : self.object.namespace,
  'Schema.SObjectType getSObjectType': (runtime, self: FieldSetToken) => objectToken(runtime, self.object),
});
