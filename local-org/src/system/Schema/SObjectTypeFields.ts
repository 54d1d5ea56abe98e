/** `Schema.SObjectType.Account.fields`. */
import { fieldMap, type ObjectFields } from './tokens.ts';
import { platformClass } from '../define.ts';

export default platformClass('Schema.SObjectTypeFields', {
  methods: {
    'Map<String, Schema.SObjectField> getMap()': (runtime, self: ObjectFields) => fieldMap(runtime, self.object),
  },
});
