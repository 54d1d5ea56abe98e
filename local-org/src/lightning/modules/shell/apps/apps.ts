/** The apps the user may open and the one they are in. */
import { getJson, request } from 'shell/fetch';

export interface NavigationItem {
  readonly kind: string;
  readonly apiName: string;
  readonly label: string;
  readonly iconName: string;
  readonly url: string;
}
export interface PageItem {
  readonly kind: string;
  readonly name: string;
  readonly identifier: string;
  readonly properties: Readonly<Record<string, unknown>>;
}
export interface AppInfo {
  readonly developerName: string;
  readonly label: string;
  readonly description: string;
  readonly namespace: string;
  readonly items: readonly NavigationItem[];
  /** Regions of the utility bar's page. */
  readonly utilityItems: readonly { readonly items: readonly PageItem[] }[];
}

class Apps {
  #apps: readonly AppInfo[] = [];
  #current: AppInfo | null = null;
  #loading: Promise<void> | null = null;
  readonly #listeners = new Set<() => void>();

  get all(): readonly AppInfo[] {
    return this.#apps;
  }
  get current(): AppInfo | null {
    return this.#current;
  }

  /** Asks the org once. */
  load(): Promise<void> {
    this.#loading ??= getJson<{ readonly currentApp: string; readonly apps: readonly AppInfo[] }>('/_/org/apps').then(
      ({ currentApp, apps }) => {
        this.#apps = apps;
        this.#current = apps.find((one) => one.developerName === currentApp) ?? apps[0] ?? null;
        this.tell();
      },
    );
    return this.#loading;
  }

  /** By name with its namespace; `c__` stands for the org's own. */
  find(target: string): AppInfo | null {
    const name = target.replace(/^c__/, '');
    return this.#apps.find(({ developerName }) => developerName === target || developerName === name) ?? null;
  }

  /** Of an object's tab. */
  iconOf(objectApiName: string): string {
    const items = this.#apps.flatMap((app) => app.items);
    return (
      items.find(({ kind, apiName }) => kind === 'object' && apiName === objectApiName)?.iconName ?? 'standard:record'
    );
  }

  async choose(app: AppInfo): Promise<void> {
    if (app !== this.#current) {
      await request('PUT', '/_/org/apps/current', { developerName: app.developerName });
      this.#current = app;
      this.tell();
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  tell(): void {
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}

export const apps = new Apps();
export const HOME = '/lightning/page/home';
/** Where an app starts. */
export const startOf = (app: AppInfo | null): string => app?.items[0]?.url ?? HOME;
