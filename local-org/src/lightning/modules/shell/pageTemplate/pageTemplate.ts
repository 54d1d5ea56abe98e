import { LightningElement, api } from 'lwc';
import { itemsOf, type PageContext, type PageItem, type RegionWidth } from 'shell/pageModel';
import { gridOf } from './grid.ts';

interface ShownRegion {
  readonly name: string;
  readonly items: readonly PageItem[];
  readonly width: RegionWidth;
  readonly className: string;
}
interface ShownColumn {
  readonly key: string;
  readonly className: string;
  readonly regions: readonly ShownRegion[];
}

const FULL = 12;
const MEDIUM = 5;
const LARGE = 8;

/** The regions of a page in the grid of its template; one below the other on narrow screens. */
export default class PageTemplate extends LightningElement {
  @api context!: PageContext;

  get columns(): readonly ShownColumn[] {
    const { page } = this.context;
    return gridOf(page.template, page.regions).map((column, index) => ({
      key: String(index),
      className: `slds-col slds-size_1-of-1 slds-large-size_${column.size}-of-12 slds-p-horizontal_xx-small`,
      regions: column.regions.map(({ name, size }) => ({
        name,
        items: itemsOf(page, name),
        width: widthOf((column.size * size) / FULL),
        className: `slds-col slds-size_1-of-1 slds-large-size_${size}-of-12${size < FULL ? ' slds-p-right_x-small' : ''}`,
      })),
    }));
  }
}

function widthOf(twelfths: number): RegionWidth {
  return twelfths < MEDIUM ? 'SMALL' : twelfths < LARGE ? 'MEDIUM' : 'LARGE';
}
