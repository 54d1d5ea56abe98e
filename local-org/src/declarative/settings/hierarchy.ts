/**
 * Custom settings. A hierarchy setting's row belongs to a user, a profile or the organization (`SetupOwnerId`); a
 * field takes the value of the most specific row in which it is not blank. A list setting's rows have names.
 */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import type { Row } from '../../data/store.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Value } from '../../values/value.ts';

const OWNER = 'SetupOwnerId';
const PROFILE_PREFIX = '00e';
const USER_PREFIX = '005';

/** The setting's row of exactly that user, profile or organization. */
export function settingRow(runtime: Runtime, object: ObjectInfo, ownerId: string): Row | null {
  const short = ownerId.slice(0, 15);
  for (const row of runtime.org.store.rows(object.name)) {
    const owner = row[OWNER];
    if (typeof owner === 'string' && owner.slice(0, 15) === short) {
      return row;
    }
  }
  return null;
}

/** Owners whose rows count for a user, profile or organization, most specific first. */
function chain(runtime: Runtime, ownerId: string): readonly string[] {
  if (ownerId.startsWith(USER_PREFIX)) {
    const profileId = runtime.org.store.get('User', ownerId)?.['ProfileId'];
    return [ownerId, ...(typeof profileId === 'string' ? [profileId] : []), runtime.org.id];
  }
  return ownerId.startsWith(PROFILE_PREFIX) ? [ownerId, runtime.org.id] : [ownerId];
}

/** Rows that count for an owner, most specific first. */
export function settingRows(runtime: Runtime, object: ObjectInfo, ownerId: string): readonly Row[] {
  return chain(runtime, ownerId)
    .map((id) => settingRow(runtime, object, id))
    .filter((row) => row !== null);
}

/** A field merged along the hierarchy; a checkbox of the most specific row counts even when it is false. */
export function mergedValue(rows: readonly Row[], field: FieldInfo): Value {
  for (const row of rows) {
    const value = row[field.name] ?? null;
    if (value !== null && value !== '') {
      return value;
    }
  }
  return field.type === 'boolean' ? false : null;
}

export function hierarchyValue(runtime: Runtime, object: ObjectInfo, field: FieldInfo, ownerId: string): Value {
  return mergedValue(settingRows(runtime, object, ownerId), field);
}
