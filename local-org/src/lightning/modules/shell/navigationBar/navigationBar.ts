/** The app's launcher, name and items. What does not fit is in the menu "More"; on phones everything is in one menu. */
import { LightningElement } from 'lwc';
import AppLauncher, { type Choice } from 'shell/appLauncher';
import { apps, type AppInfo, type NavigationItem } from 'shell/apps';
import { router, type PageReference } from 'shell/router';
import { isActive } from './active.ts';
import { fitting } from './fit.ts';

const MENU_WIDTH = 96;

interface ShownItem extends NavigationItem {
  readonly current: 'page' | null;
  readonly itemClass: string;
}

export default class NavigationBar extends LightningElement {
  app: AppInfo | null = apps.current;
  page: PageReference = router.location.page;
  fits: number | null = null;
  #widths: readonly number[] = [];
  #stops: readonly (() => void)[] = [];
  #observer: ResizeObserver | null = null;

  override connectedCallback(): void {
    this.#stops = [
      router.subscribe(({ page }) => {
        this.page = page;
      }),
      apps.subscribe(() => {
        this.app = apps.current;
        this.fits = null;
        this.#widths = [];
      }),
    ];
  }
  override disconnectedCallback(): void {
    this.#stops.forEach((stop) => stop());
    this.#observer?.disconnect();
  }
  /** Widths are read once, while all items are there. */
  override renderedCallback(): void {
    const list = this.template?.querySelector<HTMLElement>('[data-items]') ?? null;
    if (list === null || this.items.length === 0) {
      return;
    }
    if (this.#widths.length === 0 && this.fits === null) {
      this.#widths = [...list.querySelectorAll<HTMLElement>('[data-item]')].map((item) => item.offsetWidth);
      this.fit(list);
    }
    if (this.#observer === null) {
      this.#observer = new ResizeObserver(() => {
        this.fit(list);
      });
      this.#observer.observe(list);
    }
  }

  get appName(): string {
    return this.app?.label ?? '';
  }
  get items(): readonly ShownItem[] {
    return (this.app?.items ?? []).map((item) => {
      const active = isActive(item, this.page);
      return {
        ...item,
        current: active ? 'page' : null,
        itemClass: `slds-context-bar__item slds-shrink-none${active ? ' slds-is-active' : ''}`,
      };
    });
  }
  get shownItems(): readonly ShownItem[] {
    return this.items.slice(0, this.fits ?? this.items.length);
  }
  get moreItems(): readonly ShownItem[] {
    return this.items.slice(this.fits ?? this.items.length);
  }

  fit(list: HTMLElement): void {
    if (list.clientWidth > 0 && this.#widths.length > 0) {
      this.fits = fitting(this.#widths, list.clientWidth, MENU_WIDTH);
    }
  }

  async handleLauncher(): Promise<void> {
    const choice = (await AppLauncher.open({ size: 'medium' })) as Choice | undefined;
    if (choice?.app) {
      await apps.choose(choice.app);
    }
    if (choice !== undefined) {
      router.open(choice.url);
    }
  }
  handleMore(event: CustomEvent<{ readonly value: string }>): void {
    router.open(event.detail.value);
  }
}
