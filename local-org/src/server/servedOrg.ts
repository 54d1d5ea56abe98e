/** An org that is served: the org itself and what exists only because clients talk to it. Lives in the org's worker. */
import { randomUUID } from 'node:crypto';
import type { LocalOrg } from '../org/localOrg.ts';
import { OrgClock } from '../org/orgClock.ts';
import { channelOf, eventMessage } from './events/message.ts';
import { JobLoop } from './jobLoop.ts';
import type { Application } from './pageModel/application.ts';
import { PageModel } from './pageModel/pageModel.ts';
import { LOCAL_ORG_APP, STANDARD_APPS } from './pageModel/standardApps.ts';
import { ApiUsage } from './rest/apiUsage.ts';
import { OpenQueries } from './rest/query/openQueries.ts';
import { restResources, type RestResource } from './apexRest/resources.ts';
import { ClientRegistry } from './oauth/clients.ts';
import { seedSites } from './sites/sites.ts';
import { isDeveloper } from './developer/access.ts';
import { TestRuns } from './developer/testRuns.ts';
import { TransactionLog } from './developer/transactionLog.ts';
import { SessionFile } from './sessionFile.ts';
import { SessionTable } from './sessions.ts';
import { RecentlyViewed } from './uiModel/recentlyViewed.ts';
import { UiModel } from './uiModel/uiModel.ts';

/** What the worker tells the front without being asked. */
export type Notice =
  | { readonly kind: 'stream'; readonly channel: string; readonly payload: unknown }
  /** The org wants to be started anew from a copy of its rows, or from nothing. */
  | { readonly kind: 'restart'; readonly snapshot: string | null }
  | { readonly kind: 'fault'; readonly id: string; readonly text: string };

export class ServedOrg {
  readonly local: LocalOrg;
  readonly clock: OrgClock;
  readonly jobs: JobLoop;
  readonly sessions: SessionTable;
  readonly transactions = new TransactionLog();
  readonly testRuns: TestRuns;
  readonly pages: PageModel;
  readonly ui: UiModel;
  readonly viewed: RecentlyViewed;
  /** Of the sources first, then those every org has. */
  readonly applications: readonly Application[];
  readonly #chosenApps = new Map<string, Application>();
  /** API calls of the last 24 hours of the org's clock. */
  readonly usage: ApiUsage;
  /** Queries whose further pages somebody may still ask for. */
  readonly openQueries = new OpenQueries();
  readonly restResources: readonly RestResource[];
  readonly clients: ClientRegistry;
  /** When what describe calls tell was fixed. */
  readonly startedAt: number;
  readonly #notify: (notice: Notice) => void;

  constructor(local: LocalOrg, notify: (notice: Notice) => void) {
    this.local = local;
    this.#notify = notify;
    this.restResources = restResources(local.parts.program.checked);
    const directory = local.parts.persistence?.directory ?? null;
    this.clients = new ClientRegistry(local.parts.trees, directory);
    seedSites(local);
    this.startedAt = local.parts.context.clock.now();
    this.usage = new ApiUsage(local.parts.context.clock);
    this.sessions = new SessionTable(
      local.parts.users.organizationId,
      local.parts.context.clock,
      directory === null ? null : new SessionFile(directory),
    );
    this.testRuns = new TestRuns(local.options);
    local.onTransaction = (transaction, end) => {
      this.transactions.add(transaction, end);
    };
    this.pages = new PageModel(local.parts.trees);
    this.ui = new UiModel(local.parts.trees);
    this.viewed = new RecentlyViewed(local.parts.context.clock, local.parts.store);
    const { asyncWork, context, store } = local.parts;
    if (!(context.clock instanceof OrgClock)) {
      throw new Error('A served org has a clock of its own');
    }
    this.clock = context.clock;
    this.jobs = new JobLoop(local, this.clock, (fault) => this.reportFault(fault));
    this.usage.restore(store);
    asyncWork.events.onPublished = (event) => {
      this.stream(channelOf(event.objectName), eventMessage(context.schema, event));
    };
    this.applications = [...this.pages.applications, ...STANDARD_APPS];
  }

  /** The app a user is in: the one they chose last, else the first. */
  currentApp(userId: string): Application {
    const [first = STANDARD_APPS[0]!, ...others] = this.applicationsOf(userId);
    const chosen = this.#chosenApps.get(userId);
    return [first, ...others].find((app) => app === chosen) ?? first;
  }
  /** Those of every org, those a profile or permission set opens to the user; the org's own tools for who may change it. */
  applicationsOf(userId: string): readonly Application[] {
    const { security } = this.local.parts.context;
    return this.applications.filter((app) =>
      app === LOCAL_ORG_APP
        ? isDeveloper(this, userId)
        : STANDARD_APPS.includes(app) || security.canOpen(userId, 'app', app.name),
    );
  }
  chooseApp(userId: string, name: string): boolean {
    const app = this.applicationsOf(userId).find((one) => one.name === name);
    if (app !== undefined) {
      this.#chosenApps.set(userId, app);
    }
    return app !== undefined;
  }

  /** Of the last 24 hours, by the org's clock. */
  get apiCalls(): number {
    return this.usage.used;
  }
  countApiCall(): void {
    this.usage.add();
  }
  /** Writes what is counted in memory only. */
  keepCounts(): void {
    this.local.jobHost.record(() => {
      this.usage.keep(this.local.parts.store);
    });
  }
  /** After a request: what it published goes out for good before the client hears of its end; jobs come next. */
  settle(): void {
    try {
      this.local.parts.asyncWork.events.settle(this.local.jobHost);
    } catch (fault) {
      this.reportFault(fault);
    }
    this.jobs.kick();
  }
  /** Sends a message to the browsers that listen on a channel (`/event/Thing__e`, `/records`). */
  stream(channel: string, payload: unknown): void {
    this.#notify({ kind: 'stream', channel, payload });
  }
  /** Sessions end with the thread: everybody signs in again. */
  restart(snapshot: string | null): void {
    this.#notify({ kind: 'restart', snapshot });
  }
  /** Keeps a fault's text for the server's output; the client gets its id only. */
  reportFault(error: unknown): string {
    const id = randomUUID();
    this.#notify({ kind: 'fault', id, text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return id;
  }
}
