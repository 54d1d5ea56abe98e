/** The token of an object. */
import { describeRowWithDefaults } from './newRow.ts';
import { objectDescribe, type SObjectTypeToken } from './tokens.ts';
import { platformClass } from '../define.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';

function newSObject(runtime: Runtime, self: SObjectTypeToken, id: string | null = null): SObjectValue {
  const row = runtime.newRow(self.object);
  if (id !== null) {
    row.id = id;
  }
  return row;
}

export default platformClass('Schema.SObjectType', {
  methods: {
    'Schema.DescribeSObjectResult getDescribe()': (runtime, self: SObjectTypeToken) =>
      objectDescribe(runtime, self.object),
    'Schema.DescribeSObjectResult getDescribe(Schema.SObjectDescribeOptions option)': (
      runtime,
      self: SObjectTypeToken,
    ) => objectDescribe(runtime, self.object),
    'SObject newSObject()': (runtime, self: SObjectTypeToken) => newSObject(runtime, self),
    'SObject newSObject(Id id)': newSObject,
    'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': (
      runtime,
      self: SObjectTypeToken,
      recordTypeId: string | null,
      loadDefaults: boolean,
    ) => describeRowWithDefaults(runtime, self.object, recordTypeId, loadDefaults),
  },
});
