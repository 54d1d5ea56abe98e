/** What every row has. Statics of settings are bound to the object they are called on. */
import { platformClass, type PlatformClass } from '../define.ts';
import { SETTING_STATICS } from '../../declarative/libraryIndex.ts';
import type { ApexMap } from '../../runtime/collections.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import type { RowOptions, SObjectValue } from '../../runtime/sobject.ts';
import { addRowError } from '../../runtime/support/rows.ts';
import { DatabaseError } from '../Database/results.ts';
import { objectToken } from '../Schema/tokens.ts';
import { findField, getChildren, getField, getParent, putField, putParent, type FieldName } from './fieldPut.ts';
import { cloneRow } from './rowClone.ts';

type Flag = boolean | null;

function populated(runtime: Runtime, row: SObjectValue): ApexMap {
  const fields = runtime.newMap('String', 'Object');
  for (const [name, content] of row.content) {
    if (content !== null || row.queriedFields?.has(name) !== true) {
      fields.put(row.spelling.get(name) ?? name, content);
    }
  }
  return fields;
}

function addError(_runtime: Runtime, self: SObjectValue, message: ApexValue): void {
  addRowError(self, message, null);
}
function addFieldError(runtime: Runtime, self: SObjectValue, field: FieldName, message: ApexValue): void {
  addRowError(self, message, findField(runtime, self, field).name);
}

function recalculate(runtime: Runtime, row: SObjectValue): void {
  for (const field of row.object.fields.values()) {
    if (field.formula !== null) {
      const view = {
        get: (name: string) => row.peek(name) as ReturnType<Runtime['org']['declarative']['formulaValue']>,
      };
      row.set(field.name, runtime.org.declarative.formulaValue(runtime, row.object, field, view));
    }
  }
}

const clone = (
  runtime: Runtime,
  self: SObjectValue,
  preserveId: Flag = false,
  isDeep: Flag = false,
  preserveTimestamps: Flag = false,
  preserveAutonumber: Flag = false,
): SObjectValue => cloneRow(runtime, self, { preserveId, isDeep, preserveTimestamps, preserveAutonumber });
/** "Either by direct assignment or by inclusion in a SOQL query" (Apex Reference, SObject.isSet). */
function isSet(runtime: Runtime, self: SObjectValue, field: FieldName): boolean {
  const { name } = findField(runtime, self, field);
  return self.has(name) || (self.queriedFields?.has(name.toLowerCase()) ?? false);
}

const sobject: PlatformClass = platformClass('System.SObject', {
  methods: {
    ...SETTING_STATICS,
    'void addError(String message)': addError,
    'void addError(String message, Boolean escape)': addError,
    'void addError(Exception error)': addError,
    'void addError(Exception error, Boolean escape)': addError,
    'void addError(String field, String message)': addFieldError,
    'void addError(Schema.SObjectField field, String message)': addFieldError,
    'void addError(String field, String message, Boolean escape)': addFieldError,
    'void addError(Schema.SObjectField field, String message, Boolean escape)': addFieldError,
    'void clear()': (_runtime, self: SObjectValue) => {
      self.content.clear();
    },
    'SObject clone()': clone,
    'SObject clone(Boolean preserveId)': clone,
    'SObject clone(Boolean preserveId, Boolean isDeepClone)': clone,
    'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps)': clone,
    'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)':
      clone,
    'Boolean equals(Object other)': (runtime, self: SObjectValue, other: ApexValue) => runtime.equals(self, other),
    'Object get(String field)': getField,
    'Object get(Schema.SObjectField field)': getField,
    'Id getCloneSourceId()': (_runtime, self: SObjectValue) => self.cloneSourceId,
    'List<Database.Error> getErrors()': (runtime, self: SObjectValue) =>
      runtime.newList(
        'Database.Error',
        self.errors.map(
          (error) =>
            new DatabaseError({
              statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
              message: error.message,
              fields: error.field === null ? [] : [error.field],
            }),
        ),
      ),
    'Database.DMLOptions getOptions()': (_runtime, self: SObjectValue) => self.dmlOptions,
    'Map<String, Object> getPopulatedFieldsAsMap()': populated,
    'String getQuickActionName()': () => null,
    'SObject getSObject(String field)': getParent,
    'SObject getSObject(Schema.SObjectField field)': getParent,
    'List<SObject> getSObjects(String relationship)': getChildren,
    'Schema.SObjectType getSObjectType()': (runtime, self: SObjectValue) => objectToken(runtime, self.object),
    'Boolean hasErrors()': (_runtime, self: SObjectValue) => self.errors.length > 0,
    'Integer hashCode()': (runtime, self: SObjectValue) => runtime.hash(self),
    'Boolean isClone()': (_runtime, self: SObjectValue) => self.isClone,
    'Boolean isSet(String field)': isSet,
    'Boolean isSet(Schema.SObjectField field)': isSet,
    'Object put(String field, Object value)': putField,
    'Object put(Schema.SObjectField field, Object value)': putField,
    'SObject putSObject(String field, SObject parent)': putParent,
    'SObject putSObject(Schema.SObjectField field, SObject parent)': putParent,
    'void recalculateFormulas()': recalculate,
    'void setOptions(Database.DMLOptions options)': (_runtime, self: SObjectValue, options: RowOptions | null) => {
      self.dmlOptions = options;
    },
    'String toString()': (runtime, self: SObjectValue) => runtime.text(self),
  },
});
export default sobject;
