/** The app's utilities at the foot of the page: one panel at a time, kept alive once it was there. */
import { LightningElement } from 'lwc';
import { utilities, type Utility } from 'shell/utilities';

interface Item {
  readonly utility: Utility;
  readonly icon: string;
  readonly panelIcon: string;
  readonly expanded: string;
  readonly panelClass: string;
  readonly panelStyle: string;
  readonly buttonClass: string;
}

export default class UtilityBar extends LightningElement {
  shown: readonly Utility[] = [];
  #stop: () => void = () => undefined;

  override connectedCallback(): void {
    this.#stop = utilities.subscribe(() => {
      this.shown = utilities.all;
    });
    this.shown = utilities.all;
  }
  override disconnectedCallback(): void {
    this.#stop();
  }

  get items(): readonly Item[] {
    return this.shown.map((utility) => {
      const { icon, panelIcon, panelWidth, panelHeight, isOpen, isHighlighted } = utility;
      const marks = `${isOpen ? ' slds-is-active' : ''}${isHighlighted ? ' slds-has-notification' : ''}`;
      return {
        utility,
        icon: `utility:${icon}`,
        panelIcon: `utility:${panelIcon}`,
        expanded: String(isOpen),
        panelClass: `slds-utility-panel slds-grid slds-grid_vertical ${isOpen ? 'slds-is-open' : 'slds-hide'}`,
        panelStyle: `inline-size: ${panelWidth}px; block-size: ${panelHeight}px`,
        buttonClass: `slds-button slds-utility-bar__action${marks}`,
      };
    });
  }

  handleToggle(event: Event): void {
    utilities.click((event.currentTarget as HTMLElement).dataset['key'] ?? '');
  }
}
