/** `limits`: what the org may use a day or an hour, and what is left. Source: REST API Developer Guide, "Limits". */
import { ok, type Route } from '../api.ts';
import { ORG_LIMITS } from '../../system/System/OrgLimits.ts';
import type { ServedOrg } from '../servedOrg.ts';
import { dataRoute } from './dataRoute.ts';

export const LIMIT_ROUTES: readonly Route[] = [dataRoute('GET', '/limits', (call) => ok(limitsOf(call.org)))];

export interface LimitJson {
  readonly Max: number;
  readonly Remaining: number;
}

const DAY = 24 * 3_600_000;
/** Rows count two kilobytes, whatever is in them. Source: Salesforce Help, "Data and File Storage Allocations". */
const BYTES_A_ROW = 2048;
const MEGABYTE = 1024 * 1024;

/** What is counted is told as it is; what nothing uses is whole. */
export function limitsOf(org: ServedOrg): Readonly<Record<string, LimitJson>> {
  const used: Readonly<Record<string, number>> = {
    DailyApiRequests: org.usage.used,
    DailyAsyncApexExecutions: recentJobs(org),
    DataStorageMB: Math.floor((dataRows(org) * BYTES_A_ROW) / MEGABYTE),
  };
  return Object.fromEntries(
    Object.entries(ORG_LIMITS).map(([name, given]) => {
      const limit = name === 'DailyApiRequests' ? org.usage.limit : given;
      return [name, { Max: limit, Remaining: Math.max(0, limit - (used[name] ?? 0)) }];
    }),
  );
}

function recentJobs(org: ServedOrg): number {
  const { store, context } = org.local.parts;
  const since = context.clock.now() - DAY;
  let count = 0;
  for (const row of store.rows('AsyncApexJob')) {
    const created = row['CreatedDate'];
    count +=
      created !== null && typeof created === 'object' && 'instant' in created && Number(created.instant) > since
        ? 1
        : 0;
  }
  return count;
}

function dataRows(org: ServedOrg): number {
  const { store } = org.local.parts;
  let count = 0;
  for (const { object } of store.tables) {
    count += object.kind === 'custom' || (object.kind === 'standard' && object.hasOwner) ? store.count(object.name) : 0;
  }
  return count;
}
