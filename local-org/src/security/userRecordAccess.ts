/**
 * The UserRecordAccess table: what each user may do with each record. Rows are computed when the table is queried; the
 * query's own filter picks out the user and the records.
 */
import type { ObjectInfo } from '../data/schema.ts';
import type { Row } from '../data/store.ts';
import type { OrgContext } from '../runtime/runtime.ts';
import type { VirtualTable } from '../soql/tables.ts';

const LEVELS = ['None', 'Read', 'Edit', 'Delete', 'Transfer', 'All'] as const;
type Level = (typeof LEVELS)[number];

export function userRecordAccessTable(object: ObjectInfo): VirtualTable {
  return { object, rows: (org) => computeRows(org) };
}

function computeRows(org: OrgContext): readonly Row[] {
  const users = [...org.store.rows('User')].filter((user) => user['IsActive'] === true);
  const shared = [...org.schema.objects.values()].filter(
    (object) =>
      (object.kind === 'standard' || object.kind === 'custom') && !object.isSetup && org.store.count(object.name) > 0,
  );
  return shared.flatMap((object) =>
    [...org.store.rows(object.name)].flatMap((row) =>
      users.map((user) => accessRow(user.Id, row.Id, levelOf(org, user.Id, object, row))),
    ),
  );
}

function levelOf(org: OrgContext, userId: string, object: ObjectInfo, row: Row): Level {
  const rights = org.security.objectAccess(userId, object);
  const level = org.security.recordAccess(userId, object, row);
  if (!rights.read || level === 'none') {
    return 'None';
  }
  if (!rights.edit || level === 'read') {
    return 'Read';
  }
  return level === 'all' && rights.delete ? 'All' : 'Edit';
}

function accessRow(userId: string, recordId: string, level: Level): Row {
  const rank = LEVELS.indexOf(level);
  return {
    Id: `${recordId}${userId}`,
    RecordId: recordId,
    UserId: userId,
    MaxAccessLevel: level,
    HasReadAccess: rank >= 1,
    HasEditAccess: rank >= 2,
    HasDeleteAccess: rank >= 3,
    HasTransferAccess: rank >= 4,
    HasAllAccess: rank >= 5,
  };
}
