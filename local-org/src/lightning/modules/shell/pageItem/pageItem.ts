import { LightningElement, api } from 'lwc';
import type { PageContext, PageItem, RegionWidth } from 'shell/pageModel';
import { getOnce } from 'shell/uiApi';
import { moduleOf } from './modules.ts';
import { valuesOf, type PropertyType } from './values.ts';

/** Targets of configuration files by the type of a page. */
const TARGETS: Readonly<Record<string, string>> = {
  RecordPage: 'lightning__RecordPage',
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
};

/** One component or field of a page, whoever made it. */
export default class Item extends LightningElement {
  @api context!: PageContext;
  @api item!: PageItem;
  @api regionWidth: RegionWidth = 'LARGE';
  @api isNested = false;

  /** Null until it is known what the component takes. */
  types: Readonly<Record<string, PropertyType>> | null = null;

  override connectedCallback(): void {
    void this.loadTypes();
  }
  async loadTypes(): Promise<void> {
    const { module } = this;
    if (module === null || module.startsWith('shell/')) {
      this.types = {};
      return;
    }
    try {
      const byTarget = await getOnce<Readonly<Record<string, Readonly<Record<string, PropertyType>>>>>(
        `/_/properties/${module.replace(':', '/')}`,
      );
      this.types = byTarget[TARGETS[this.context.page.type] ?? ''] ?? {};
    } catch {
      // The component itself tells why it is not there.
      this.types = {};
    }
  }

  get isField(): boolean {
    return this.item.kind === 'field';
  }
  get module(): string | null {
    return moduleOf(this.item.name ?? '');
  }
  get isReady(): boolean {
    return this.module !== null && this.types !== null;
  }
  get isUnsupported(): boolean {
    return !this.isField && this.module === null;
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
      : { ...valuesOf(item.properties, this.types ?? {}), flexipageRegionWidth: regionWidth };
  }
}
