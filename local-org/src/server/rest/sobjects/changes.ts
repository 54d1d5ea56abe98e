/** What changed or was deleted in a span of time. Source: REST API Developer Guide, "Get Updated" and "Get Deleted". */
import type { ObjectInfo } from '../../../data/schema.ts';
import type { Row } from '../../../data/store.ts';
import { ApexDatetime } from '../../../values/temporal.ts';
import { ok, type ApiResponse, type Route } from '../../api.ts';
import { badRequest } from '../../errors.ts';
import { objectOf } from '../../records/save.ts';
import { dataRoute, type DataCall } from '../dataRoute.ts';

export const CHANGES_ROUTES: readonly Route[] = [
  dataRoute('GET', '/sobjects/:object/updated', updated),
  dataRoute('GET', '/sobjects/:object/deleted', deleted),
];

function updated(call: DataCall): ApiResponse {
  const { object, start, end } = span(call);
  const ids = rowsBetween(call, object, start, end)
    .filter((row) => row['IsDeleted'] !== true)
    .map((row) => row.Id);
  return ok({ ids, latestDateCovered: written(end) });
}

function deleted(call: DataCall): ApiResponse {
  const { object, start, end } = span(call);
  const deletedRecords = rowsBetween(call, object, start, end)
    .filter((row) => row['IsDeleted'] === true)
    .map((row) => ({ deletedDate: written(stampOf(row)), id: row.Id }));
  return ok({ deletedRecords, earliestDateAvailable: written(0), latestDateCovered: written(end) });
}

const written = (instant: number): string => new Date(instant).toISOString().replace('Z', '+0000');
const stampOf = (row: Row): number => {
  const stamp = row['SystemModstamp'];
  return stamp instanceof ApexDatetime ? stamp.instant : 0;
};

function rowsBetween(call: DataCall, object: ObjectInfo, start: number, end: number): readonly Row[] {
  const { store, context } = call.org.local.parts;
  const { userId } = call.session;
  return [...store.rows(object.name, true)].filter(
    (row) =>
      stampOf(row) >= start && stampOf(row) < end && context.security.recordAccess(userId, object, row) !== 'none',
  );
}

const MONTH = 30 * 24 * 3_600_000;

function span(call: DataCall): { readonly object: ObjectInfo; readonly start: number; readonly end: number } {
  const object = objectOf(call.org, call.session.userId, call.params['object'] ?? '');
  if ((object.kind !== 'standard' && object.kind !== 'custom') || !object.fields.has('systemmodstamp')) {
    throw badRequest('INVALID_TYPE_FOR_OPERATION', `entity type ${object.name} does not support replication`);
  }
  const [start, end] = ['start', 'end'].map((name) => instantOf(call, name)) as [number, number];
  if (end <= start) {
    throw badRequest('INVALID_REPLICATION_DATE', 'endDate must be more than one minute after startDate');
  }
  if (start < call.org.local.parts.context.clock.now() - MONTH) {
    throw badRequest('INVALID_REPLICATION_DATE', 'startDate before org replication enabled date');
  }
  return { object, start, end };
}

/** A plus sign that was not encoded arrives as a blank. */
function instantOf(call: DataCall, name: string): number {
  const text = call.param(name);
  if (text === null) {
    throw badRequest('MISSING_ARGUMENT', `Missing required parameter: ${name}`);
  }
  const instant = Date.parse(text.replace(' ', '+'));
  if (Number.isNaN(instant)) {
    throw badRequest('INVALID_REPLICATION_DATE', `Invalid value for parameter ${name}: ${text}`);
  }
  return instant;
}
