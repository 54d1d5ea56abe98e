/** Limits of the org: what an org that never used anything shows. */
import { PlatformObject } from '../../runtime/platformObject.ts';
import { platformClass, type PlatformClass } from '../define.ts';
import type { Runtime } from '../../runtime/runtime.ts';

class OrgLimit extends PlatformObject {
  readonly apexType = 'System.OrgLimit';
  readonly name: string;
  readonly limit: number;
  constructor(name: string, limit: number) {
    super();
    this.name = name;
    this.limit = limit;
  }
  override toString(): string {
    return `OrgLimit[name=${this.name}, limit=${this.limit}, value=0]`;
  }
}

/** A Developer Edition org (Salesforce Developer Limits quick reference). */
export const ORG_LIMITS: Readonly<Record<string, number>> = {
  DailyApiRequests: 15_000,
  DailyAsyncApexExecutions: 250_000,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryJobs: 10_000,
  DailyDurableStreamingApiEvents: 10_000,
  DailyStandardVolumePlatformEvents: 10_000,
  DailyStreamingApiEvents: 10_000,
  DailyWorkflowEmails: 100_000,
  DataStorageMB: 5,
  FileStorageMB: 20,
  HourlyAsyncReportRuns: 1_200,
  HourlyDashboardRefreshes: 200,
  HourlyODataCallout: 1_000,
  HourlyPublishedPlatformEvents: 50_000,
  HourlyPublishedStandardVolumePlatformEvents: 1_000,
  HourlySyncReportRuns: 500,
  MassEmail: 10,
  MonthlyPlatformEvents: 10_000,
  SingleEmail: 15,
};

const all = (): readonly OrgLimit[] => Object.entries(ORG_LIMITS).map(([name, limit]) => new OrgLimit(name, limit));

export const orgLimitClasses: readonly PlatformClass[] = [
  platformClass('System.OrgLimits', {
    methods: {
      'static List<System.OrgLimit> getAll()': (runtime) => runtime.newList('System.OrgLimit', all()),
      'static Map<String, System.OrgLimit> getMap()': (runtime: Runtime) => {
        const map = runtime.newMap('String', 'System.OrgLimit');
        for (const one of all()) {
          map.put(one.name, one);
        }
        return map;
      },
    },
  }),
  platformClass('System.OrgLimit', {
    methods: {
      'String getName()': (_runtime, self: OrgLimit) => self.name,
      'Integer getLimit()': (_runtime, self: OrgLimit) => self.limit,
      'Integer getValue()': () => 0,
    },
  }),
];
