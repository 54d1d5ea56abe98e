/** What an object is and what the running user may do with it. */
import { describeClass } from './getters.ts';
import { recordTypesOf, type RecordTypeDescribe } from './RecordTypeInfo.ts';
import {
  childRelationshipDescribe,
  localName,
  objectToken,
  ObjectFields,
  ObjectFieldSets,
  type ObjectDescribe,
} from './tokens.ts';
import { platformEnumValue } from './options.ts';
import type { ObjectInfo } from '../../data/schema.ts';
import type { ApexMap } from '../../runtime/collections.ts';
import type { Runtime } from '../../runtime/runtime.ts';

function access(runtime: Runtime, self: ObjectDescribe): ReturnType<Runtime['org']['security']['objectAccess']> {
  return runtime.org.security.objectAccess(runtime.access.userId, self.object);
}

function recordTypeMap(
  runtime: Runtime,
  object: ObjectInfo,
  keyType: string,
  key: (one: RecordTypeDescribe) => string,
): ApexMap {
  const map = runtime.newMap(keyType, 'Schema.RecordTypeInfo');
  for (const one of recordTypesOf(runtime, object)) {
    map.put(key(one), one);
  }
  return map;
}

function childRelationships(runtime: Runtime, self: ObjectDescribe): unknown {
  const { schema } = runtime.org;
  const found = self.object.childRelationships.flatMap((one) => {
    const child = schema.find(one.childObject);
    const field = child === null ? null : schema.findField(child, one.field);
    return child === null || field === null ? [] : [childRelationshipDescribe(runtime, one, child, field)];
  });
  return runtime.newList('Schema.ChildRelationship', found);
}

const isCustomKind = (object: ObjectInfo): boolean => object.kind !== 'standard';
const isSetting = (object: ObjectInfo): boolean => object.kind === 'listSetting' || object.kind === 'hierarchySetting';

export default describeClass(
  'Schema.DescribeSObjectResult',
  {
    'String getName': (_runtime, self: ObjectDescribe) => self.object.name,
    'String getLocalName': (_runtime, self: ObjectDescribe) => localName(self.object.name, self.object.namespace),
    'String getLabel': (_runtime, self: ObjectDescribe) => self.object.label,
    'String getLabelPlural': (_runtime, self: ObjectDescribe) => self.object.labelPlural,
    'String getKeyPrefix': (_runtime, self: ObjectDescribe) => self.object.keyPrefix,
    'Schema.SObjectType getSObjectType': (runtime, self: ObjectDescribe) => objectToken(runtime, self.object),
    'List<Schema.ChildRelationship> getChildRelationships': childRelationships,
    'List<Schema.RecordTypeInfo> getRecordTypeInfos': (runtime, self: ObjectDescribe) =>
      runtime.newList('Schema.RecordTypeInfo', recordTypesOf(runtime, self.object)),
    'Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName': (runtime, self: ObjectDescribe) =>
      recordTypeMap(runtime, self.object, 'String', (one) => one.developerName),
    'Map<Id, Schema.RecordTypeInfo> getRecordTypeInfosById': (runtime, self: ObjectDescribe) =>
      recordTypeMap(runtime, self.object, 'Id', (one) => one.id),
    'Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByName': (runtime, self: ObjectDescribe) =>
      recordTypeMap(runtime, self.object, 'String', (one) => one.name),
    'Boolean isAccessible': (runtime, self: ObjectDescribe) => access(runtime, self).read,
    'Boolean isCreateable': (runtime, self: ObjectDescribe) => self.object.isCreateable && access(runtime, self).create,
    'Boolean isUpdateable': (runtime, self: ObjectDescribe) => self.object.isUpdateable && access(runtime, self).edit,
    'Boolean isDeletable': (runtime, self: ObjectDescribe) => self.object.isDeletable && access(runtime, self).delete,
    'Boolean isUndeletable': (runtime, self: ObjectDescribe) =>
      self.object.isUndeletable && access(runtime, self).delete,
    'Boolean isQueryable': (_runtime, self: ObjectDescribe) => self.object.isQueryable,
    'Boolean isSearchable': (_runtime, self: ObjectDescribe) => self.object.isQueryable && self.object.hasOwner,
    'Boolean isCustom': (_runtime, self: ObjectDescribe) => isCustomKind(self.object),
    'Boolean isCustomSetting': (_runtime, self: ObjectDescribe) => isSetting(self.object),
    'Boolean isFeedEnabled': (runtime, self: ObjectDescribe) =>
      runtime.org.schema.find(`${self.object.name.replace(/(?<=__)c$/, '')}Feed`) !== null,
    'Boolean isDeprecatedAndHidden': () => false,
    'Boolean isMergeable': (_runtime, self: ObjectDescribe) =>
      ['Account', 'Contact', 'Lead', 'Case'].includes(self.object.name),
    'Boolean getHasSubtypes': () => false,
    'Boolean getIsSubtype': () => false,
    'Boolean getIsInterface': () => false,
    'String getImplementedBy': () => null,
    'String getImplementsInterfaces': () => null,
    'String getDefaultImplementation': () => null,
    'Schema.SObjectDescribeOptions getSObjectDescribeOption': () => platformEnumValue('FULL'),
  },
  {
    properties: {
      'Schema.SObjectTypeFields fields': (_runtime, self: ObjectDescribe) => new ObjectFields(self.object),
      'Schema.SObjectTypeFieldSets fieldSets': (_runtime, self: ObjectDescribe) => new ObjectFieldSets(self.object),
    },
  },
);
