/** A record type of an object as the running user sees it; the master stands for "no record type". */
import { describeClass } from './getters.ts';
import type { ObjectInfo } from '../../data/schema.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';

export class RecordTypeDescribe extends PlatformObject {
  readonly apexType = 'Schema.RecordTypeInfo';
  readonly id: string;
  readonly name: string;
  readonly developerName: string;
  readonly isActive: boolean;
  readonly isDefault: boolean;
  readonly isMaster: boolean;
  constructor(id: string, name: string, developerName: string, isActive: boolean, isDefault: boolean) {
    super();
    this.id = id;
    this.name = name;
    this.developerName = developerName;
    this.isActive = isActive;
    this.isDefault = isDefault;
    this.isMaster = developerName === MASTER;
  }
}

const MASTER = 'Master';
const MASTER_ID = '012000000000000AAA';

export function recordTypesOf(runtime: Runtime, object: ObjectInfo): readonly RecordTypeDescribe[] {
  const found: RecordTypeDescribe[] = [];
  let hasDefault = false;
  for (const row of runtime.org.store.rows('RecordType')) {
    if (row['SobjectType'] !== object.name) {
      continue;
    }
    const type = object.recordTypes.find((one) => one.developerName === row['DeveloperName']);
    const isDefault = type?.isDefault ?? false;
    hasDefault ||= isDefault;
    const developerName = String(row['DeveloperName']);
    found.push(
      new RecordTypeDescribe(
        row.Id,
        String(row['Name'] ?? type?.label ?? developerName),
        developerName,
        row['IsActive'] !== false,
        isDefault,
      ),
    );
  }
  found.push(new RecordTypeDescribe(MASTER_ID, MASTER, MASTER, true, !hasDefault));
  return found;
}

export default describeClass('Schema.RecordTypeInfo', {
  'String getDeveloperName': (_runtime, self: RecordTypeDescribe) => self.developerName,
  'String getName': (_runtime, self: RecordTypeDescribe) => self.name,
  'Id getRecordTypeId': (_runtime, self: RecordTypeDescribe) => self.id,
  'Boolean isActive': (_runtime, self: RecordTypeDescribe) => self.isActive,
  'Boolean isAvailable': (_runtime, self: RecordTypeDescribe) => self.isActive,
  'Boolean isDefaultRecordTypeMapping': (_runtime, self: RecordTypeDescribe) => self.isDefault,
  'Boolean isMaster': (_runtime, self: RecordTypeDescribe) => self.isMaster,
});
