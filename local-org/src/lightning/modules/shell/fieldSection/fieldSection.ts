import { LightningElement, api } from 'lwc';
import { itemsOf, textOf, type PageContext, type Properties } from 'shell/pageModel';

const FULL = 12;

/** A section of fields that stand on the page itself, in one to three columns. */
export default class FieldSection extends LightningElement {
  @api context!: PageContext;
  @api properties: Properties = {};
  @api regionWidth = 'LARGE';
  @api isNested = false;

  isOpen = true;

  get heading(): string {
    return textOf(this.properties['label']);
  }
  get className(): string {
    return `slds-section${this.isOpen ? ' slds-is-open' : ''}${this.isNested ? '' : ' slds-card slds-p-around_small'}`;
  }
  get icon(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }
  get columns(): readonly object[] {
    const { page } = this.context;
    const columns = itemsOf(page, this.properties['columns']);
    const size = this.regionWidth === 'SMALL' ? FULL : Math.floor(FULL / Math.max(columns.length, 1));
    return columns.map((column, index) => ({
      key: column.identifier || String(index),
      className: `slds-col slds-size_1-of-1 slds-medium-size_${size}-of-12`,
      items: itemsOf(page, column.properties['body']).map((item, at) => ({ key: `${index}-${at}`, item })),
    }));
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }
}
