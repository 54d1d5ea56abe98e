/** An org that is served: the org itself and what exists only because clients talk to it. Lives in the org's worker. */
import { randomUUID } from 'node:crypto';
import type { LocalOrg } from '../org/localOrg.ts';
import type { Application } from './pageModel/application.ts';
import { PageModel } from './pageModel/pageModel.ts';
import { STANDARD_APPS } from './pageModel/standardApps.ts';
import { ApiUsage } from './rest/apiUsage.ts';
import { OpenQueries } from './rest/query/openQueries.ts';
import { SessionTable } from './sessions.ts';
import { RecentlyViewed } from './uiModel/recentlyViewed.ts';
import { UiModel } from './uiModel/uiModel.ts';

/** What the worker tells the front without being asked. */
export type Notice =
  | { readonly kind: 'stream'; readonly channel: string; readonly payload: unknown }
  | { readonly kind: 'fault'; readonly id: string; readonly text: string };

export class ServedOrg {
  readonly local: LocalOrg;
  readonly sessions: SessionTable;
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
  /** When what describe calls tell was fixed. */
  readonly startedAt: number;
  readonly #notify: (notice: Notice) => void;

  constructor(local: LocalOrg, notify: (notice: Notice) => void) {
    this.local = local;
    this.#notify = notify;
    this.startedAt = local.parts.context.clock.now();
    this.usage = new ApiUsage(local.parts.context.clock);
    this.sessions = new SessionTable(local.parts.users.organizationId);
    this.pages = new PageModel(local.parts.trees);
    this.ui = new UiModel(local.parts.trees);
    this.viewed = new RecentlyViewed(local.parts.context.clock);
    this.applications = [...this.pages.applications, ...STANDARD_APPS];
  }

  /** The app a user is in: the one they chose last, else the first. */
  currentApp(userId: string): Application {
    return this.#chosenApps.get(userId) ?? this.applications[0] ?? STANDARD_APPS[0]!;
  }
  chooseApp(userId: string, name: string): boolean {
    const app = this.applications.find((one) => one.name === name);
    if (app !== undefined) {
      this.#chosenApps.set(userId, app);
    }
    return app !== undefined;
  }

  get apiCalls(): number {
    return this.usage.used;
  }
  countApiCall(): void {
    this.usage.add();
  }
  /** Sends a message to the browsers that listen on a channel (`/event/Thing__e`, `/records`). */
  stream(channel: string, payload: unknown): void {
    this.#notify({ kind: 'stream', channel, payload });
  }
  /** Keeps a fault's text for the server's output; the client gets its id only. */
  reportFault(error: unknown): string {
    const id = randomUUID();
    this.#notify({ kind: 'fault', id, text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return id;
  }
}
