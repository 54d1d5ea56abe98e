/** Copies of rows in memory: `SObject.clone`, `List.deepClone`, `Map.deepClone`. */
import { ApexList } from '../../runtime/collections.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { SObjectValue, type FieldContent } from '../../runtime/sobject.ts';

export interface CloneOptions {
  readonly preserveId?: boolean | null;
  /** Related rows are copied too. */
  readonly isDeep?: boolean | null;
  readonly preserveTimestamps?: boolean | null;
  readonly preserveAutonumber?: boolean | null;
}

const TIMESTAMPS: ReadonlySet<string> = new Set(['createdbyid', 'createddate', 'lastmodifiedbyid', 'lastmodifieddate']);
const STAMPED_BY_SYSTEM: ReadonlySet<string> = new Set(['systemmodstamp']);

export function cloneRow(runtime: Runtime, row: SObjectValue, options: CloneOptions): SObjectValue {
  const clone = new SObjectValue(row.object, row.isAggregate);
  for (const [name, content] of row.content) {
    if (!isDropped(row, name, options)) {
      clone.set(row.spelling.get(name) ?? name, options.isDeep === true ? deep(runtime, content) : content);
    }
  }
  clone.queriedFields = row.queriedFields;
  clone.isClone = true;
  clone.cloneSourceId = row.id;
  return clone;
}

function isDropped(row: SObjectValue, name: string, options: CloneOptions): boolean {
  if (name === 'id') {
    return options.preserveId !== true;
  }
  if (TIMESTAMPS.has(name) || STAMPED_BY_SYSTEM.has(name)) {
    return options.preserveTimestamps !== true;
  }
  return options.preserveAutonumber !== true && row.field(name)?.isAutoNumber === true;
}

function deep(runtime: Runtime, content: FieldContent): FieldContent {
  const whole: CloneOptions = { preserveId: true, isDeep: true, preserveTimestamps: true, preserveAutonumber: true };
  if (content instanceof SObjectValue) {
    return cloneRow(runtime, content, whole);
  }
  return content instanceof ApexList
    ? new ApexList(
        content.elementType,
        content.items.map((item) => (item instanceof SObjectValue ? cloneRow(runtime, item, whole) : item)),
      )
    : content;
}
