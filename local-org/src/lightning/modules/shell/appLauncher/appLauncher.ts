/** All apps and all items, with a search. Closes with the address to go to, and the app to open first. */
import LightningModal from 'lightning/modal';
import { apps, startOf, type AppInfo, type NavigationItem } from 'shell/apps';

export interface Choice {
  readonly app: AppInfo | null;
  readonly url: string;
}

export default class AppLauncher extends LightningModal {
  term = '';

  get apps(): readonly (AppInfo & { readonly initials: string; readonly isCurrent: string | null })[] {
    return apps.all
      .filter((app) => this.matches(app.label, app.description))
      .map((app) => ({
        ...app,
        initials: app.label
          .replace(/[^\p{L}\p{N} ]/gu, '')
          .split(' ')
          .slice(0, 2)
          .map((word) => word.slice(0, 1))
          .join(''),
        isCurrent: app === apps.current ? 'true' : null,
      }));
  }
  /** Every item once, whatever apps have it. */
  get items(): readonly NavigationItem[] {
    const byUrl = new Map(apps.all.flatMap((app) => app.items).map((item) => [item.url, item]));
    return [...byUrl.values()]
      .filter((item) => this.matches(item.label))
      .sort((left, right) => left.label.localeCompare(right.label));
  }
  get nothing(): boolean {
    return this.apps.length === 0 && this.items.length === 0;
  }

  matches(...texts: readonly string[]): boolean {
    return texts.some((text) => text.toLowerCase().includes(this.term.trim().toLowerCase()));
  }

  handleSearch(event: CustomEvent<{ readonly value: string }>): void {
    this.term = event.detail.value;
  }
  handleApp(event: Event): void {
    event.preventDefault();
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const app = apps.all.find((one) => one.developerName === name) ?? null;
    this.close({ app, url: startOf(app) } satisfies Choice);
  }
  handleItem(event: Event): void {
    event.preventDefault();
    const { url = '' } = (event.currentTarget as HTMLElement).dataset;
    this.close({ app: null, url } satisfies Choice);
  }
}
