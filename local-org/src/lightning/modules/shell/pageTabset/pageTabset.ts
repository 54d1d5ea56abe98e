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

/** Titles that the platform names instead of writing. */
const TITLES: Readonly<Record<string, string>> = {
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.collaborate': 'Chatter',
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.feed': 'Feed',
  'Standard.Tab.news': 'News',
  'Standard.Tab.relatedLists': 'Related',
  'Standard.Tab.related': 'Related',
};

interface ShownTab {
  readonly key: string;
  readonly label: string;
  readonly items: readonly PageItem[];
  readonly isShown: boolean;
}

/** Tabs, each a facet of the page; one is drawn when it is first opened. */
export default class PageTabset extends LightningElement {
  @api context!: PageContext;
  @api properties: Properties = {};
  @api regionWidth: RegionWidth = 'LARGE';

  opened: readonly string[] = [];

  get tabs(): readonly ShownTab[] {
    const { page } = this.context;
    return this.pageItems.map((item, index) => {
      const key = item.identifier || String(index);
      const title = textOf(item.properties['title']);
      return {
        key,
        label: TITLES[title] ?? title,
        items: itemsOf(page, item.properties['body']),
        isShown: this.opened.includes(key),
      };
    });
  }
  get active(): string | undefined {
    const found = this.pageItems.find((item) => isTrue(item.properties['active'])) ?? this.pageItems[0];
    return found?.identifier;
  }
  get pageItems(): readonly PageItem[] {
    return itemsOf(this.context.page, this.properties['tabs']);
  }

  handleActive(event: Event): void {
    const { value } = event.target as unknown as { readonly value: string };
    if (!this.opened.includes(value)) {
      this.opened = [...this.opened, value];
    }
  }
}
