/** The app's utilities at the foot of the page: one panel at a time, kept alive once it was open. */
import { LightningElement } from 'lwc';
import { apps, type PageItem } from 'shell/apps';

interface Utility {
  readonly key: string;
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly expanded: string;
  readonly isLoaded: boolean;
  readonly panelClass: string;
  readonly buttonClass: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export default class UtilityBar extends LightningElement {
  items: readonly PageItem[] = [];
  open: string | null = null;
  loaded: readonly string[] = [];
  #stop: () => void = () => undefined;

  override connectedCallback(): void {
    this.#stop = apps.subscribe(() => {
      this.show();
    });
    this.show();
  }
  override disconnectedCallback(): void {
    this.#stop();
  }

  show(): void {
    this.items = (apps.current?.utilityItems ?? []).flatMap((region) => region.items);
    this.open = null;
    this.loaded = [];
  }

  get utilities(): readonly Utility[] {
    return this.items.map(({ identifier, name, properties }) => {
      const isOpen = identifier === this.open;
      return {
        key: identifier,
        name,
        label: text(properties['label']) || name.replace(/^\w+:/, ''),
        icon: `utility:${text(properties['icon']) || 'bolt'}`,
        properties,
        expanded: String(isOpen),
        isLoaded: this.loaded.includes(identifier),
        panelClass: `slds-utility-panel slds-grid slds-grid_vertical ${isOpen ? 'slds-is-open' : 'slds-hide'}`,
        buttonClass: `slds-button slds-utility-bar__action${isOpen ? ' slds-is-active' : ''}`,
      };
    });
  }

  handleToggle(event: Event): void {
    const { key = '' } = (event.currentTarget as HTMLElement).dataset;
    this.open = this.open === key ? null : key;
    if (!this.loaded.includes(key)) {
      this.loaded = [...this.loaded, key];
    }
  }
}
