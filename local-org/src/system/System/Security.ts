/** `Security.stripInaccessible`: copies of rows without the fields the running user may not use. */
import { platformClass, type PlatformClass } from '../define.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import { ApexList, type ApexMap, type ApexSet } from '../../runtime/collections.ts';
import type { EnumValue } from '../../runtime/enumValue.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { SObjectValue } from '../../runtime/sobject.ts';
import { Stripper } from '../../security/strip.ts';

class AccessDecision extends PlatformObject {
  readonly apexType = 'System.SObjectAccessDecision';
  readonly records: ApexList;
  readonly removed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly modified: ReadonlySet<number>;
  constructor(records: ApexList, removed: ReadonlyMap<string, ReadonlySet<string>>, modified: ReadonlySet<number>) {
    super();
    this.records = records;
    this.removed = removed;
    this.modified = modified;
  }
}

function strip(runtime: Runtime, type: EnumValue, rows: ApexList, doesCheckObject: boolean = true): AccessDecision {
  if (rows === null) {
    return runtime.fail('System.NullPointerException', 'Argument 2 cannot be null');
  }
  const stripper = new Stripper(runtime, type.name);
  const copies = rows.items.map((row, index) =>
    row instanceof SObjectValue
      ? stripper.strip(row, index, doesCheckObject)
      : runtime.fail('System.NullPointerException', 'Attempt to de-reference a null object'),
  );
  return new AccessDecision(new ApexList(rows.elementType, copies), stripper.removed, stripper.modified);
}

function removedFields(runtime: Runtime, self: AccessDecision): ApexMap {
  const map = runtime.newMap('String', 'Set<String>');
  for (const [object, fields] of self.removed) {
    map.put(object, runtime.newSet('String', fields));
  }
  return map;
}

export const securityClasses: readonly PlatformClass[] = [
  platformClass('System.Security', {
    methods: {
      'static System.SObjectAccessDecision stripInaccessible(System.AccessType type, List<SObject> rows)': (
        runtime,
        type: EnumValue,
        rows: ApexList,
      ) => strip(runtime, type, rows),
      'static System.SObjectAccessDecision stripInaccessible(System.AccessType type, List<SObject> rows, Boolean enforceRootObjectCrud)':
        strip,
    },
  }),
  platformClass('System.SObjectAccessDecision', {
    methods: {
      'List<SObject> getRecords()': (_runtime, self: AccessDecision) => self.records,
      'Map<String, Set<String>> getRemovedFields()': removedFields,
      'Set<Integer> getModifiedIndexes()': (runtime, self: AccessDecision): ApexSet =>
        runtime.newSet('Integer', self.modified),
    },
  }),
];
