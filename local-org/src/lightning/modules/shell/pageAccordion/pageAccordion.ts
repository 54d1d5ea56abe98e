import { LightningElement, api } from 'lwc';
import {
  isTrue,
  itemsOf,
  textOf,
  type PageContext,
  type PageItem,
  type Properties,
  type RegionWidth,
} from 'shell/pageModel';

/** Sections that fold, each a facet of the page. */
export default class PageAccordion extends LightningElement {
  @api context!: PageContext;
  @api properties: Properties = {};
  @api regionWidth: RegionWidth = 'LARGE';

  get sections(): readonly object[] {
    return this.pageItems.map((item, index) => ({
      key: this.fieldName(item, index),
      label: textOf(item.properties['label'] ?? item.properties['title']),
      items: itemsOf(this.context.page, item.properties['body']),
    }));
  }
  get allowsSeveral(): boolean {
    return isTrue(this.properties['allowMultipleSectionsOpen']);
  }
  get open(): string {
    return textOf(this.properties['defaultSectionName']) || this.fieldName(this.pageItems[0], 0);
  }
  get pageItems(): readonly PageItem[] {
    return itemsOf(this.context.page, this.properties['accordionSections'] ?? this.properties['sections']);
  }
  fieldName(item: PageItem | undefined, index: number): string {
    return textOf(item?.properties['name']) || item?.identifier || String(index);
  }
}
