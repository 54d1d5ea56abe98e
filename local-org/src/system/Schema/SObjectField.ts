/** The token of a field. */
import { fieldDescribe, type SObjectFieldToken } from './tokens.ts';
import { platformClass } from '../define.ts';

export default platformClass('Schema.SObjectField', {
  methods: {
    'Schema.DescribeFieldResult getDescribe()': (runtime, self: SObjectFieldToken) =>
      fieldDescribe(runtime, self.object, self.field),
    'Schema.DescribeFieldResult getDescribe(Schema.FieldDescribeOptions option)': (runtime, self: SObjectFieldToken) =>
      fieldDescribe(runtime, self.object, self.field),
  },
});
