/** A relationship from a child object to this one. */
import { describeClass } from './getters.ts';
import { fieldToken, objectToken, type ChildRelationshipDescribe } from './tokens.ts';

export default describeClass('Schema.ChildRelationship', {
  'Schema.SObjectType getChildSObject': (runtime, self: ChildRelationshipDescribe) => objectToken(runtime, self.child),
  'Schema.SObjectField getField': (runtime, self: ChildRelationshipDescribe) =>
    fieldToken(runtime, self.child, self.field),
  'String getRelationshipName': (_runtime, self: ChildRelationshipDescribe) => self.relationship.name,
  'Boolean isCascadeDelete': (_runtime, self: ChildRelationshipDescribe) => self.field.onDelete === 'cascade',
  'Boolean isRestrictedDelete': (_runtime, self: ChildRelationshipDescribe) => self.field.onDelete === 'restrict',
  'Boolean isDeprecatedAndHidden': () => false,
  'List<String> getJunctionIdListNames': (runtime) => runtime.newList('String'),
  'List<Schema.SObjectType> getJunctionReferenceTo': (runtime) => runtime.newList('Schema.SObjectType'),
});
