/** One value of a picklist. */
import { describeClass } from './getters.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { PicklistValue } from '../../data/schema.ts';

export class PicklistEntry extends PlatformObject {
  readonly apexType = 'Schema.PicklistEntry';
  readonly entry: PicklistValue;
  constructor(entry: PicklistValue) {
    super();
    this.entry = entry;
  }
}

export default describeClass('Schema.PicklistEntry', {
  'String getLabel': (_runtime, self: PicklistEntry) => self.entry.label,
  'String getValue': (_runtime, self: PicklistEntry) => self.entry.value,
  'Boolean isActive': (_runtime, self: PicklistEntry) => self.entry.isActive,
  'Boolean isDefaultValue': (_runtime, self: PicklistEntry) => self.entry.isDefault,
});
