/** `Schema.SObjectType.Account.fieldSets`. */
import { fieldSetMap, type ObjectFieldSets } from './tokens.ts';
import { platformClass } from '../define.ts';

export default platformClass('Schema.SObjectTypeFieldSets', {
  methods: {
    'Map<String, Schema.FieldSet> getMap()': (runtime, self: ObjectFieldSets) => fieldSetMap(runtime, self.object),
  },
});
