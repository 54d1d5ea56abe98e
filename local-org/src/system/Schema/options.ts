/** The describe option a result was made with: the local org always describes in full. */
import { sobjectDescribeOptions } from './enums.ts';
import { enumValue, type EnumValue } from '../../runtime/enumValue.ts';

export function platformEnumValue(name: string): EnumValue {
  return enumValue(sobjectDescribeOptions, name);
}
