import { LightningElement, api } from 'lwc';
import { messageOf } from 'shell/fetch';
import { formFactor, type PageContext, type RegionWidth } from 'shell/pageModel';
import { getOnce, UI_API } from 'shell/uiApi';

interface Lists {
  readonly relatedLists: readonly { readonly relatedListId: string; readonly label: string }[];
}

/** All related lists of the record's layout. */
export default class RelatedLists extends LightningElement {
  @api context!: PageContext;
  @api regionWidth: RegionWidth = 'LARGE';

  lists: Lists['relatedLists'] = [];
  problem: string | null = null;

  override connectedCallback(): void {
    void this.load();
  }
  async load(): Promise<void> {
    try {
      await this.context.record?.want([]);
      const type = this.recordTypeId === null ? '' : `?recordTypeId=${this.recordTypeId}`;
      const { relatedLists } = await getOnce<Lists>(`${UI_API}/related-list-info/${this.objectName}${type}`);
      this.lists = relatedLists;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get recordId(): string {
    return this.context.record?.recordId ?? '';
  }
  get objectName(): string {
    return this.context.record?.objectName ?? '';
  }
  get recordTypeId(): string | null {
    return this.context.record?.record?.recordTypeId ?? null;
  }
  get isNarrow(): boolean {
    return this.regionWidth === 'SMALL' || formFactor() === 'Small';
  }
}
