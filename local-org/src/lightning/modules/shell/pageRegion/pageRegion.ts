import { LightningElement, api } from 'lwc';
import type { PageContext, PageItem, RegionWidth } from 'shell/pageModel';

/** What a region or facet holds, one below the other. */
export default class PageRegion extends LightningElement {
  @api context!: PageContext;
  @api items: readonly PageItem[] = [];
  @api regionWidth: RegionWidth = 'LARGE';
  /** Inside of a card: the parts draw none of their own. */
  @api isNested = false;

  get components(): readonly object[] {
    return this.items.map((item, index) => ({ key: item.identifier || String(index), item }));
  }
}
