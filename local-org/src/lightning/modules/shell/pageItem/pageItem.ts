import { LightningElement, api } from 'lwc';
import type { PageContext, PageItem, RegionWidth } from 'shell/pageModel';
import { moduleOf } from './modules.ts';

/** One component or field of a page, whoever made it. */
export default class Item extends LightningElement {
  @api context!: PageContext;
  @api item!: PageItem;
  @api regionWidth: RegionWidth = 'LARGE';
  @api isNested = false;

  get isField(): boolean {
    return this.item.kind === 'field';
  }
  get module(): string | null {
    return moduleOf(this.item.name ?? '');
  }
  get recordId(): string | undefined {
    return this.context.record?.recordId;
  }
  get objectName(): string | undefined {
    return this.context.record?.objectName ?? this.context.page.objectName ?? undefined;
  }
  /** The platform's own parts take the page; others their properties. */
  get properties(): Readonly<Record<string, unknown>> {
    const { item, context, regionWidth, isNested } = this;
    return this.module?.startsWith('shell/') === true
      ? { context, properties: item.properties, regionWidth, isNested }
      : { ...item.properties, flexipageRegionWidth: regionWidth };
  }
}
